import type { Draft } from '../outline/drafts.ts';
import { read } from '../outline/spans.ts';

const moves =
  /^\W*(?:(?:motion|resolution|proposal|amendment)(?: (?:no\.? ?)?[\w.-]{1,5})?\s*(?:\([^()]{0,80}\)\s*)?(?:[:.,—–-]|$)|(?:it was |on motion )?moved\b|(?:(?:mr|mrs|ms|dr)\. )?[^.;:]{3,60} moved,? (?:seconded\b|that\b|to (?:strike|delete|insert|add|amend|replace|substitute|adopt|approve|accept)\b))/i;
/** "Lost, 1–4.", "Defeated by three votes"; "Rejected goods come back" tells of no vote. */
const vote =
  /^\W*(?:(?:yeas|ayes|the vote|vote|by)\b[^.;]{0,40}[,;] )?(?:and )?(?:the )?(?:motion |resolution |proposal |amendment )?(?:was |is )?(?:unanimously )?(?:(?<carried>carried|adopted|passed|approved)|(?<lost>lost|failed|fails|defeated|rejected|withdrawn|tabled|laid (?:on the table|over)|postponed|ruled out of order|not (?:carried|adopted|approved|passed|seconded|put)|no second|died|dies))(?=\W*$|[,.:;]|\s*\(|\s+(?:\d|by\b|unanim|for (?:want|lack)|on a))/i;
const longestVote = 80;

/** In the minutes of a meeting what was moved and lost binds nobody, and how they voted is no term. */
export function countVotes(value: string, statements: readonly Draft[]): void {
  let moved: Draft[] = [];
  for (const one of statements) {
    const words = read(value, one);
    // The vote may stand in a line of its own.
    const found = moved.length > 0 && one.end - one.start <= longestVote ? vote.exec(words)?.groups : undefined;
    if (found !== undefined) settle([...moved, one], one, found['lost'] !== undefined);
    if (found !== undefined) moved = [];
    else if (moves.test(words)) moved = [one];
    else moved = one.block === moved[0]?.block ? [...moved, one] : [];
  }
}

function settle(all: readonly Draft[], vote: Draft, lost: boolean): void {
  for (const one of lost ? all : [vote])
    if (one.zone === 'operative' || one.zone === 'definition') one.zone = 'explanation';
}
