import type { Checked, State } from '../types.ts';
import { type Line, say } from './paint.ts';
import { headings } from './verdict.ts';
import { columns, tailOf } from './wrap.ts';

const verdictColumn = 20;
const countColumn = 8;

/** Many contracts at a glance: one line each, then how many of each verdict. */
export function summary(contracts: readonly Checked[], width: number): Line[] {
  const room = Math.max(width - verdictColumn - 2 * countColumn - 4, 16);
  const row = (name: Line, verdict: Line, lacking: string, terms: string): Line[] =>
    columns([
      { pieces: [say('  ')], width: 2 },
      { pieces: name, width: room },
      { pieces: [say('  ')], width: 2 },
      { pieces: verdict, width: verdictColumn },
      { pieces: [say(lacking, 'dim')], width: countColumn },
      { pieces: [say(terms, 'dim')], width: countColumn },
    ]);
  return [
    [say('Summary', 'strong')],
    ...row([say('contract', 'dim')], [say('verdict', 'dim')], 'lacking', 'void'),
    ...contracts.flatMap(({ path, verdict }) => {
      const { mark, short, style } = headings[verdict.state];
      const lacking = dash(verdict.lacking.length);
      return row([say(tailOf(path, room))], [say(`${mark} ${short}`, style)], lacking, dash(verdict.voidTerms.length));
    }),
    [say(`  ${countsOf(contracts)}`)],
  ];
}

function dash(number: number): string {
  return number === 0 ? '–' : String(number);
}

/** `3 contracts: 1 valid, 2 undetermined` */
export function countsOf(contracts: readonly Checked[]): string {
  const states = Object.keys(headings) as State[];
  const told = states.flatMap((state) => {
    const number = contracts.filter(({ verdict }) => verdict.state === state).length;
    return number === 0 ? [] : [`${number} ${headings[state].short}`];
  });
  return `${contracts.length} ${contracts.length === 1 ? 'contract' : 'contracts'}: ${told.join(', ')}`;
}
