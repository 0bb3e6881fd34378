import { oneOf, type Word, words } from './words.ts';

/** What opens a clause that tells when or of what, and promises nothing itself. */
const subordinators = new Set(
  'if when whenever where wherever should once unless until after before as while because since although though whether so'.split(
    ' ',
  ),
);
const relatives = oneOf('that which who whom whose what');
const finite = oneOf(
  'shall will must may can could might would does do did is are was were am has have had agrees undertakes',
);
/** They govern a verb and are never one: "shall have" has one finite verb. */
const modals = oneOf('shall will must may can could might would does do did');
const denials: ReadonlyMap<string, string> = new Map([
  ['not', ''],
  ['never', ''],
  ['no', ''],
  ['none', 'all'],
  ['nothing', 'everything'],
  ['nobody', 'everybody'],
  ['neither', 'both'],
  ['nor', 'and'],
]);
/** "no one", "no longer" say together what is denied. */
const afterNo: ReadonlyMap<string, string> = new Map([
  ['longer', 'still'],
  ['one', 'everyone'],
]);

interface Change {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/**
 * The contrary of what a passage promises: the main verb of each sentence denied, or its denial taken away ("shall keep no
 * copy": "shall keep copy"). Conditions and relative clauses stay: "shall not delete it if the Board asks". A sentence whose
 * verb shows no tense of its own that can be told without a dictionary ("Vendor deletes it") stays as it is. Linear.
 */
export function contrary(passage: string): string {
  const all = words(passage);
  const changes: Change[] = [];
  let from = 0;
  for (let at = 0; at <= all.length; at++) {
    const text = all[at]?.text;
    if (text !== undefined && text !== '.' && text !== ';' && text !== '?' && text !== '!') continue;
    changes.push(...inSentence(all.slice(from, at)));
    from = at + 1;
  }
  let value = '';
  let end = 0;
  for (const change of changes.sort((a, b) => a.start - b.start)) {
    if (change.start < end) continue;
    value += passage.slice(end, change.start) + change.words;
    end = change.end;
  }
  return value + passage.slice(end);
}

function inSentence(own: readonly Word[]): Change[] {
  const mains = own.flatMap((_, at) => (isMain(own, at) ? [at] : []));
  return mains.flatMap((at, order) =>
    turned(own, order === 0 ? 0 : clauseStart(own, at), at, mains[order + 1] ?? own.length),
  );
}

/** Whether a word is the finite verb of a main clause. */
function isMain(own: readonly Word[], at: number): boolean {
  const text = own[at]?.text ?? '';
  if (!finite.has(text)) return false;
  const before = own[at - 1]?.text ?? '';
  if (text === 'will' && /^(?:at|its|their|his|her|own|the|of)$/u.test(before)) return false;
  if (text === 'may' && own[at]?.capital && own[at + 1]?.kind === 'number') return false;
  if (!modals.has(text) && own.slice(Math.max(0, at - 4), at).some((word) => modals.has(word.text))) return false;
  for (let k = at - 1; k >= 0; k--) {
    const word = own[k];
    if (!word) break;
    if (word.kind === 'mark' && /^[,:()—–|]$/u.test(word.text)) break;
    if (relatives.has(word.text) && at - k <= 4) return false;
    if (subordinators.has(word.text) && isOpening(own, k)) return false;
  }
  return true;
}

/** "as" and "so" open a clause at its head, not in "as well as" or "so far". */
function isOpening(own: readonly Word[], at: number): boolean {
  const before = own[at - 1];
  return before === undefined || before.kind === 'mark' || !/^(?:as|so)$/u.test(own[at]?.text ?? '');
}

/** Where a later clause of a sentence begins: "…, nor shall it be sold". */
function clauseStart(own: readonly Word[], at: number): number {
  let from = at;
  while (from > 0 && own[from - 1]?.kind !== 'mark' && !/^(?:and|but|nor)$/u.test(own[from]?.text ?? '')) from--;
  return from;
}

/** What changes between `from` and `to` so that the verb at `at` says the contrary. */
function turned(own: readonly Word[], from: number, at: number, to: number): Change[] {
  const verb = own[at];
  if (!verb) return [];
  const places = [...before(own, from, at), ...after(own, at, to)];
  const taken = places.flatMap((place) => denialAt(own, place));
  if (taken.length === 0) return [{ start: verb.end, end: verb.end, words: ' not' }];
  // "neither kept nor sold", "both kept and sold".
  if (!places.some((place) => own[place]?.text === 'neither')) return taken;
  const nor = own.slice(from, to).find(({ text }) => text === 'nor');
  return nor ? [...taken, { start: nor.start, end: nor.end, words: 'and' }] : taken;
}

/** The words before a verb, but for what stands in a condition or a relative clause. */
function before(own: readonly Word[], from: number, at: number): number[] {
  const found: number[] = [];
  let main = true;
  for (let k = from; k < at; k++) {
    const word = own[k];
    if (!word) break;
    if (word.kind === 'mark') main = true;
    else if (relatives.has(word.text) || (subordinators.has(word.text) && isOpening(own, k))) main = false;
    if (main) found.push(k);
  }
  return found;
}

/** The words right after a verb: "shall keep no copy", "is to be neither sold nor kept". */
function after(own: readonly Word[], at: number, to: number): number[] {
  const found: number[] = [];
  for (let k = at + 1; k < to && k < at + 5; k++) {
    const word = own[k];
    if (!word || word.kind === 'mark' || word.text === 'and' || relatives.has(word.text)) break;
    found.push(k);
  }
  return found;
}

/** The denial that stands at a word, with what it becomes. */
function denialAt(own: readonly Word[], at: number): Change[] {
  const word = own[at];
  const next = own[at + 1];
  const instead = word && denials.get(word.text);
  if (!word || instead === undefined || measures.test(next?.text ?? '') || own[at - 1]?.text === 'or') return [];
  const pair = word.text === 'no' && next ? afterNo.get(next.text) : undefined;
  if (pair !== undefined && next) return [{ start: word.start, end: next.end, words: pair }];
  // "won't" is "will" and "not" over one span.
  const verb = own[at - 1];
  if (verb && verb.start === word.start) return [{ start: word.start, end: word.end, words: verb.text }];
  return [{ start: word.start, end: next && instead === '' ? next.start : word.end, words: instead }];
}

/** "not later than", "in no case", "not only": no verb is denied there. */
const measures = /^(?:later|more|less|fewer|earlier|sooner|greater|only|least|case|event|circumstances?|way|matter)$/u;
