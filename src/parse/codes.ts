import type { Span } from '../types.ts';
import type { Line } from './lines.ts';
import { read, trim } from './spans.ts';

/** What a coded answer does with the requirement of its row: takes it up, puts its comment in its place, or neither. */
export type Response = 'taken' | 'instead' | 'none';

/** A column that answers by codes ("C", "E", "N"), and what each does. */
export interface Codes {
  readonly column: number;
  readonly responses: ReadonlyMap<string, Response>;
}

/** "M", or with what is said of it in the same cell: "M: within 20 days of discovery". */
const coded = /^(?<code>[A-Z]{1,3}|[✓✔])(?:$|\s*[:;.,—–-]\s*|\s+(?=\())/;
const customary: ReadonlyMap<string, Response> = new Map(
  Object.entries({
    Y: 'taken',
    YES: 'taken',
    C: 'taken',
    FC: 'taken',
    A: 'taken',
    '✓': 'taken',
    '✔': 'taken',
    E: 'instead',
    M: 'instead',
    P: 'instead',
    PC: 'instead',
  } satisfies Record<string, Response>),
);

/** The column of codes, if a table has one; the text tells what they mean, or else custom does. */
export function codesOf(value: string, body: readonly Line[], count: number): Codes | null {
  if (body.length < 3) return null;
  for (let column = 1; column < count; column += 1) {
    const cells = body.map((row) => cellText(value, row.block.cells[column]));
    const found = cells.map((cell) => coded.exec(cell)?.groups?.['code'] ?? '');
    const kinds = new Set(found);
    if (kinds.size > 6 || kinds.size > cells.length / 2 || kinds.has('')) continue;
    // "A: …" in every cell opens answers and is no code.
    if (kinds.size === 1 && !cells.some((cell) => kinds.has(cell))) continue;
    return {
      column,
      responses: new Map([...kinds].map((one) => [one, told(value, one) ?? customary.get(one) ?? 'none'])),
    };
  }
  return null;
}

/** A column in which somebody puts his initials to what he takes on; a row without them is not taken on. */
export function initialsOf(value: string, body: readonly Line[], heads: readonly string[]): Codes | null {
  const column = heads.findIndex((head) =>
    /^(?:(?:vendor|contractor|provider|company)(?:['’]s)? )?initials?$/.test(head.trim()),
  );
  if (column < 1) return null;
  const found = body.map((row) => coded.exec(cellText(value, row.block.cells[column]))?.groups?.['code'] ?? '');
  const signed = new Set(found.filter(Boolean));
  return signed.size === 0 ? null : { column, responses: new Map([...signed].map((one) => [one, 'taken'])) };
}

/** What a cell answers, and where what is said beside the code begins. */
export function answerOf(codes: Codes, cell: string): { readonly response: Response; readonly remark: number } {
  const found = coded.exec(cell);
  return { response: codes.responses.get(found?.groups?.['code'] ?? '') ?? 'none', remark: found?.[0].length ?? 0 };
}

export function cellText(value: string, cell: Span | undefined): string {
  return cell === undefined ? '' : read(value, trim(value, cell.start, cell.end));
}

/** `a response of C ("comply") means that Vendor undertakes …`, `Y = yes`. */
function told(value: string, one: string): Response | null {
  const legend = new RegExp(
    String.raw`(?<![\p{L}\d])${one}["”’*]*\s*(?:\(["“']?(?<name>[^)]{2,40})\))?\s*(?:means?\b(?: that)?|stands for|is|=|:|–|—)\s*(?<meaning>[^.;|\n]{2,200})`,
    'u',
  ).exec(value)?.groups;
  if (legend === undefined) return null;
  const words = `${legend['name'] ?? ''} ${legend['meaning'] ?? ''}`;
  if (/\bpending\b|\bnot (?:yet )?(?:finished|decided|known)|\bto be\b|\blater\b/i.test(words)) return 'none';
  if (/\bexcept|\binstead|\bin place of|\balternativ|\bmodif|\bpartial|\bin part\b|\bwith changes/i.test(words))
    return 'instead';
  if (/\bnot\b|\bdeclin|\breject|\bnon-?compl|\bcannot\b|\bunable\b|\bno\b/i.test(words)) return 'none';
  return /\bcompl|\baccept|\bagree|\bundertak|\byes\b|\bmeets?\b|\bconfirm/i.test(words) ? 'taken' : null;
}
