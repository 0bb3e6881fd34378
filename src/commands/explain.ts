import { exit } from '../exit-code.ts';
import { type Line, painter, say } from '../format/paint.ts';
import { field } from '../format/problems.ts';
import { hang } from '../format/wrap.ts';
import { type Example, type Examples, loadExamples, loadPack } from '../load/index.ts';
import type { Certainty, Pack, Rule } from '../types.ts';
import { wantsColor, widthOf } from './formats.ts';
import { ruleOf } from './pack.ts';
import { packFolder } from './rules-folder.ts';
import { print, type Streams } from './streams.ts';

/** `dpa-lint explain RULE`: a rule for people. */
export async function runExplain(
  name: string,
  options: { readonly rules?: string; readonly color?: boolean },
  streams: Streams,
): Promise<number> {
  const folder = await packFolder(options.rules);
  const pack = await loadPack(folder);
  const rule = ruleOf(pack, name);
  const examples = (await loadExamples(folder)).find((found) => found.rule === rule.id);
  const paint = painter(wantsColor(options.color, streams.stdout, streams.env));
  const lines = explain(rule, examples, { pack, width: widthOf(streams) });
  await print(streams.stdout, `${lines.map(paint).join('\n')}\n`);
  return exit.fine;
}

const certainties: Readonly<Record<Certainty, string>> = {
  statute: 'read in the statute',
  secondary: 'taken from a secondary source',
  unverified: 'not confirmed in the law: check it before you rely on it',
};

function explain(rule: Rule, examples: Examples | undefined, page: { pack: Pack; width: number }): Line[] {
  const { width, pack } = page;
  const at = { width, quote: 0 };
  const blank: Line = [];
  return [
    ...hang([say(rule.id, 'strong'), say('  ')], [say(rule.title, 'strong')], width),
    blank,
    ...field('law', [say(`${rule.citation} (${certainties[rule.certainty]})`)], at),
    ...(rule.policy === '' ? [] : field('policy', [say(rule.policy)], at)),
    ...field('asked for', [say(askedFor(rule, pack))], at),
    ...field('why', [say(rule.why)], at),
    ...many(
      'Elements',
      rule.elements.map(({ name, title }) => `${title} (${name})`),
      width,
    ),
    ...many(
      'Conflicts',
      rule.conflicts.map(({ why, name }) => `${why} (${name})`),
      width,
    ),
    ...many(
      'Notes',
      rule.notes.map(({ message, id }) => `${message} (${id})`),
      width,
    ),
    ...(examples === undefined ? [] : exampleLines(examples, width)),
    blank,
    [say('Model clause', 'strong')],
    ...hang([say('  ')], [say(rule.fix, 'good')], width),
  ];
}

function askedFor({ kind, profiles }: Rule, pack: Pack): string {
  if (kind === 'required') return `the contract must say it, in the profiles ${profiles.join(', ')} of ${pack.id}`;
  return kind === 'forbidden' ? 'the contract may not say the contrary' : 'advice alone, never in the verdict';
}

function many(title: string, texts: readonly string[], width: number): Line[] {
  if (texts.length === 0) return [];
  return [[], [say(title, 'strong')], ...texts.flatMap((text) => hang([say('  – ', 'dim')], [say(text)], width))];
}

function exampleLines(examples: Examples, width: number): Line[] {
  const { satisfies, partly, misses, conflicts, harmless } = examples;
  return [
    ...samples('Satisfies it', '✓', satisfies, width),
    ...samples('Goes some of the way', '~', partly, width),
    ...samples('Does not satisfy it', '✗', misses, width),
    ...samples('Conflicts with it', '!', conflicts, width),
    ...samples('Does not conflict', '·', harmless, width),
  ];
}

function samples(title: string, mark: string, examples: readonly Example[], width: number): Line[] {
  if (examples.length === 0) return [];
  return [
    [],
    [say(title, 'strong')],
    ...examples.flatMap(({ text, why }) =>
      hang([say(`  ${mark} `)], [say(text.trim()), ...(why === '' ? [] : [say(`  ${why}`, 'dim')])], width),
    ),
  ];
}
