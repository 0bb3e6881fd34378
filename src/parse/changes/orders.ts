import type { Span } from '../../types.ts';
import { putIn, reworded, takenOut, takeOut } from './amending.ts';

/** What a clause says is to be done with words. Spans lie in the words of the clause. */
export interface Order {
  /** Words that stand in the clause that is changed: those that go, those beside which others come, or after or from which all goes. */
  readonly spot: Span;
  readonly where: 'over' | 'after' | 'before' | 'onward' | 'from';
  /** The last of the words that go, where only the first and the last are quoted. */
  readonly until?: Span;
  /** The words that come; null where some only go. */
  readonly by: Span | null;
}

/** What is to become of a quotation: it comes, it goes, or it tells where. */
type Part = 'by' | Order['where'];

const noun =
  '(?:words?|phrases?|expressions?|figures?|numbers?|text|language|terms?|names?|numerals?|sentences?|references?(?: to)?)';
const article = '(?:(?:the|all|any|each|every)(?: such)? )?';
/** What stands between; "Section 11.1" has a stop that ends nothing. */
const between = String.raw`(?:[^"“.;:]|\.\d)`;
const adverbs = '(?:hereby |therefore |now |deemed |further |each |both )*';
const is = `(?:is|are|shall be) ${adverbs}`;
const gone = `(?:${takenOut}|${reworded}|substituted (?:by|with))`;
const readAs = '(?:is|are|shall be) (?:to be )?read as';

/** Words right before a quotation: "by striking the words “ten”". The first that fit tell what becomes of it. */
const before: readonly (readonly [Part, RegExp])[] = (
  [
    [
      'onward',
      `${takeOut} (?:everything|all|(?:the )?(?:rest|remainder|balance))(?: (?:of|in) [^"“.;:]{1,30}?)?(?: (?:that|which) (?:follows?|comes?|stands?))? ?(?:after|behind|following)?`,
    ],
    ['after', 'after|(?<!the )following'],
    ['before', 'before|(?<!the )preceding'],
    [
      'over',
      `${takeOut}(?: (?:from|in) ${between}{1,60}? (?=the ${noun})|, (?:from|in) ${between}{1,60}?(?=,))?|chang(?:es?|ing)|for|changed from|in (?:place|lieu|stead) of|instead of`,
    ],
    [
      'by',
      '(?:insert(?:s|ing)?|add(?:s|ing)?|substitut(?:es?|ing)|(?:put|set|writ(?:e|ing)) in|put(?=,? in (?:its|their))|(?<!references? )(?:with|by|to)|as|becomes?|reads?|(?:the following|this|these) (?:inserted|added|substituted|put in)|(?:shall be|is|are) (?:substituted|inserted|added))(?: (?:in )?(?:its|their) (?:place|stead|room)| in (?:lieu|place) thereof| therefor)?',
    ],
  ] as const
).map(([part, verbs]) => [
  part,
  new RegExp(String.raw`\b(?:${verbs}),? ?${article}(?:(?:new|following)\b ?)?(?:${noun} ?)?[\s:,(]*$`, 'i'),
]);

/** Words behind one: "“ten” in Section 2 is struck", "“ninety” is inserted". */
const behind = new RegExp(
  String.raw`^\.?${between}{0,120}?\b(?:(?:${is}|(?:be|being) ${adverbs})(?:${gone}|(?<by>${putIn}))|(?:comes?|go(?:es)?) (?:out|(?<into>in))|becomes?|reads?|${readAs})\b`,
  'i',
);

/** It speaks of words, or of an amendment, or tells somebody to delete: "delete “Student Data”" alone is no amendment. */
const amends = new RegExp(
  [
    String.raw`\b${noun} ["“‘]`,
    String.raw`\b(?:everything|all|${noun}) (?:from|after|behind)(?: the words?)? ["“]`,
    String.raw`\b${is}(?:amended|modified|revised)\b`,
    String.raw`^\W*(?:(?:in|from) ${between}{1,80}, |in (?:sections?|articles?|paragraphs?|clauses?) [\w.()-]{1,12} )?(?:delete|strike|replace|insert|add|change|substitute)\b`,
    // "Motion 2: to strike, in paragraph 8, “ten”", "Paragraph 8: for “ten” put in “nine”".
    String.raw`^\W*(?:motion|resolution|proposal)\b[^"“:]{0,80}:? (?:to )?(?:delete|strike|replace|insert|add|change|substitute)\b`,
    String.raw`\bmotion (?:no\.? ?)?\d{1,2}\W*$`,
    String.raw`^\W*(?:sections?|articles?|paragraphs?|clauses?) [\w.()-]{1,12}(?: \([^()]{1,80}\))?[:,] (?:after|before|for|in place of|delete|strike|replace|insert|add|change|substitute) (?:the ${noun} )?["“]`,
    // "For “ten” read “ninety”."
    String.raw`^\W*(?:in ${between}{1,80}, )?for (?:the ${noun} )?["“‘][^"“”]{1,200}["”’],? (?:read|substitute)\b`,
    String.raw`^\W*(?:in|at) ${between}{1,80}, (?:after|before|for|in place of) (?:the ${noun} )?["“]`,
    String.raw`^\W*for (?:the ${noun} )?["“][^"“”]{1,120}["”],? (?:read|put|substitute)\b`,
    `["”] (?:(?:in|of|from|at) ${between}{1,60} )?(?:${is}${gone}|(?:becomes?|${readAs}) ["“])`,
  ].join('|'),
  'i',
);
const takesOut =
  /\b(?:str(?:ike|iking|uck)|(?:delet|replac|substitut)(?:e|ed|ing))\b[^"“]{0,80}["“]|["”][^"“]{0,80}\b(?:struck|deleted|replaced|reads?)\b/i;
/** "in the definition of “Incident,” by striking …" tells where. */
const quotation =
  /(?<!\bdefinition of (?:the term )?)(?:["“](?<inner>[^"“”]{1,400})["”]|(?<=\s)‘(?<single>[^‘’"“”]{1,200})’(?=[\s.,;:)]))/g;

/** Whether a clause, or what it stands under, speaks of the words of another. */
export function isAmending(text: string): boolean {
  return amends.test(text);
}

/** Whether it takes out words that it quotes; "Section 8, which reads “…”, is deleted" takes out the whole. */
export function isTakingOut(text: string): boolean {
  return takesOut.test(text) && !/\b(?:which|that) reads?\b/i.test(text);
}

/** 'Section 17 ("Choice of law") is struck': the title of the clause, and no words of it. */
const entitles = /\b(?:sub)?(?:sections?|articles?|paragraphs?|clauses?|items?) [\w.()-]{1,12} \($/i;

/** 'the last sentence (beginning "Vendor may")': which sentence it is, and no words of their own. */
const pointsOut =
  /\b(?:sentence|paragraph|clause|item),? ?\(?(?:which |that )?(?:begins?|beginning|starts?|starting|opens?|opening|reads?|reading)(?: with)?[\s:,(]*$/i;

/** A quotation, or all from one to another. */
interface Quoted {
  readonly start: number;
  readonly end: number;
  readonly span: Span;
  readonly until?: Span;
}

/** "the words beginning “but accepts” and ending with “borrowers”", "from “and may” through “partners”". */
const beginsWith = /\b(?:from|(?:beginning|that begins?|starting|opening)(?: with| at)?)(?: the words?)?[\s:,(]*$/i;
const endsWith =
  /^,?\)?,? ?(?:and )?(?:(?:down |up |on )?to|through|until|(?:ending|that ends?|closing|concluding)(?: with| at| in)?)(?: and including)?(?: the words?)?[\s:,(]*$/i;

function quotations(text: string): Quoted[] {
  const found: Quoted[] = [];
  for (const { 0: quoted, index, groups } of text.matchAll(quotation)) {
    if (entitles.test(text.slice(0, index)) || pointsOut.test(text.slice(0, index))) continue;
    const inner = groups?.['inner'] ?? groups?.['single'] ?? '';
    const span = { start: index + 1, end: index + 1 + inner.length };
    const last = found.at(-1);
    const end = index + quoted.length;
    if (last && beginsWith.test(text.slice(0, last.start)) && endsWith.test(text.slice(last.end, index)))
      found[found.length - 1] = { ...last, end, until: span };
    else found.push({ start: index, end, span });
  }
  return found;
}

/** None where it is not plain of a quotation what is to become of it. */
export function orders(text: string): Order[] {
  const marks = quotations(text);
  const found: Unfinished[] = [];
  for (const [k, mark] of marks.entries()) {
    const { end, span, until } = mark;
    const last = marks[k - 1];
    const open = found.at(-1);
    const left = leftOf(text, last, mark);
    const part =
      open !== undefined && isBeside(open) && onlyNoun.test(left) && putsIn.test(text.slice(0, last?.start))
        ? 'by'
        : (partOf(left, text.slice(end, marks[k + 1]?.start)) ?? (isNext(left, open) ? 'over' : null));
    if (part === null || (until !== undefined && part !== 'over')) return [];
    const told = part === 'by' ? { by: span } : { spot: span, where: part, ...(until && { until }) };
    // "substituting “ninety” for “ten”": either may be told first.
    if (open !== undefined && (part === 'by' ? open.by : open.spot) === null) Object.assign(open, told);
    else found.push({ spot: null, where: null, by: null, ...told });
  }
  return found.every(isWhole) ? found : [];
}

/** What stands between the quotation before and this one, but for the words that tell where it begins. */
function leftOf(text: string, last: Quoted | undefined, { start, until }: Quoted): string {
  const left = text.slice(last?.end ?? 0, start);
  return until === undefined ? left : left.replace(beginsWith, '');
}

/** An order of which not all has been told. */
type Unfinished = { -readonly [Key in keyof Order]: Order[Key] | null };

/** "to insert, after “shall”, the word “never”": the verb came before the place. */
const putsIn = /\b(?:insert(?:s|ing)?|add(?:s|ing)?)\b[^"“]*$/i;
const onlyNoun = new RegExp(String.raw`^,? ?${article}(?:new )?(?:${noun} ?)?[\s:,(]*$`, 'i');

/** "Strike “ten” and “eleven”": the one goes with the other. */
function isNext(left: string, open: Unfinished | undefined): boolean {
  return open?.where === 'over' && open.by === null && /^,? (?:and )?(?:the words )?$/i.test(left);
}

function isBeside({ where, by }: Unfinished): boolean {
  return by === null && (where === 'after' || where === 'before');
}

const comes = new RegExp(`^ (?:${putIn}|(?:comes?|go(?:es)?) in)\\b`, 'i');

/** "the words from “Vendor may keep” to the end". */
const fromHere = /\bfrom(?: the words?)?[\s:,(]*$/i;
const toTheEnd = /^,?\)? (?:on )?(?:up )?to the end\b/i;

/** "everything after the word “Vendor” is struck out". */
const afterHere =
  /\b(?:everything|all|what(?:ever)?|(?:the )?(?:rest|remainder|balance)) (?:(?:that|which) )?(?:(?:follows?|comes?|stands?) )?(?:after|behind|following)?(?: the (?:words?|phrase))?[\s:,(]*$/i;
const isOut = new RegExp(`^\\)?,? (?:to the end )?(?:is|are|shall be) (?:hereby )?${takenOut}\\b`, 'i');

function partOf(left: string, right: string): Part | null {
  if (fromHere.test(left) && toTheEnd.test(right)) return 'from';
  if (afterHere.test(left) && isOut.test(right)) return 'onward';
  const [part] = before.find(([, words]) => words.test(left)) ?? [];
  if (part !== undefined) return part;
  // "“ten” is deleted and “ninety” inserted": the verb is said once.
  if (comes.test(right)) return 'by';
  const said = behind.exec(right);
  if (said === null) return null;
  return (said.groups?.['by'] ?? said.groups?.['into']) === undefined ? 'over' : 'by';
}

function isWhole(one: Unfinished): one is Order {
  return (
    one.spot !== null && (one.by !== null || one.where === 'over' || one.where === 'onward' || one.where === 'from')
  );
}
