import type { Line } from '../outline/lines.ts';
import type { ProperName } from './proper-names.ts';
import { stateByCode, stateByName, stateNames } from './state-names.ts';

const names = stateNames.join('|');
// A code counts only where an address ends: ", CT 06239" or ", CT" at the end of a line.
const place = new RegExp(
  `\\b(?<name>${names})\\b|,\\s*(?<code>${[...stateByCode.keys()].join('|')})\\b(?=\\s+\\d{5}|\\s*(?:$|[.,;|)·]))`,
  'im',
);
const inWhich = new RegExp(
  `\\bstate (?:in which|where) (?:the )?[\\w ]{1,40}? (?:sits|lies|is (?:situated|located|found|based)),? (?:which is|being|namely|that is|viz\\.?|i\\.e\\.) (?:the state of )?(?<name>${names})\\b`,
  'i',
);
const ofBoard = new RegExp(
  `\\b(?<name>${names})[ ]+(?:local |regional |public |municipal |town )?(?:boards? of education(?! of)|school district|school board|public school|municipality|board\\b)`,
  'i',
);

/** The State of the board: told by the nearest place after its names, or by "a Connecticut board". */
export function boardState(
  value: string,
  lines: readonly Line[],
  boards: readonly ProperName[],
  others: readonly ProperName[],
): string | null {
  const votes = new Map<string, number>();
  const vote = (state: string | null, weight: number): void => {
    if (state !== null) votes.set(state, (votes.get(state) ?? 0) + weight);
  };
  let other = 0;
  for (const board of boards.slice(0, 200)) {
    while (other < others.length && (others[other]?.start ?? 0) < board.end) other += 1;
    const stop = Math.min(board.end + 220, others[other]?.start ?? value.length);
    vote(stateIn(value.slice(board.start, Math.max(board.end, stop))), 2);
    vote(stateIn(belowInTable(value, lines, board)), 2);
  }
  for (const line of lines.slice(0, 400)) {
    const words = value.slice(line.span.start, Math.min(line.span.end, line.span.start + 600));
    vote(named(ofBoard.exec(words)), 1);
  }
  vote(named(inWhich.exec(value.slice(0, 400_000))), 1);
  const [first] = [...votes].sort(([, one], [, two]) => two - one);
  return first?.[0] ?? null;
}

/** Rows of a table in which the address of a party stands below its name. */
const addressRows = 4;

/** What stands below a name in its column: parties side by side, each with its address. */
function belowInTable(value: string, lines: readonly Line[], { start }: ProperName): string {
  const at = lines.findIndex(({ block }) => block.kind === 'row' && block.start <= start && block.end > start);
  const row = lines[at]?.block;
  const column = row?.cells.findIndex((cell) => cell.start <= start && cell.end > start) ?? -1;
  if (row === undefined || column < 0) return '';
  return lines
    .slice(at + 1, at + addressRows)
    .filter(({ block }) => block.table === row.table)
    .map(({ block: { cells } }) => value.slice(cells[column]?.start ?? 0, cells[column]?.end ?? 0))
    .join('\n');
}

/** The first State in the words, by its name or as the end of an address. */
function stateIn(words: string): string | null {
  const found = place.exec(words)?.groups;
  if (found === undefined) return null;
  const { name, code } = found;
  return stateByName.get((name ?? '').toLowerCase()) ?? stateByCode.get((code ?? '').toUpperCase()) ?? null;
}

function named(found: RegExpExecArray | null): string | null {
  const { name = '' } = found?.groups ?? {};
  return stateByName.get(name.toLowerCase()) ?? null;
}
