import type { Word } from './words.ts';
import { joined, oneOf } from './words.ts';

export type Unit =
  | 'minute'
  | 'hour'
  | 'day'
  | 'business-day'
  | 'school-day'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year';

/** A length of time in the text: "thirty (30) calendar days", "72 hours", "the second business day". */
export interface Quantity {
  readonly count: number;
  readonly unit: Unit;
  /** Indexes of words, end exclusive. */
  readonly start: number;
  readonly end: number;
}

const ones: ReadonlyMap<string, number> = new Map(
  Object.entries({
    a: 1,
    an: 1,
    one: 1,
    single: 1,
    two: 2,
    couple: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    dozen: 12,
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
    eleventh: 11,
    twelfth: 12,
    thirteenth: 13,
    fourteenth: 14,
    fifteenth: 15,
    sixteenth: 16,
    seventeenth: 17,
    eighteenth: 18,
    nineteenth: 19,
    twentieth: 20,
    thirtieth: 30,
    fortieth: 40,
    fiftieth: 50,
    sixtieth: 60,
    seventieth: 70,
    eightieth: 80,
    ninetieth: 90,
    hundredth: 100,
    next: 1,
    following: 1,
    same: 1,
  }),
);
const tens: ReadonlyMap<string, number> = new Map(
  Object.entries({
    twenty: 20,
    thirty: 30,
    forty: 40,
    fourty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
);
const units: ReadonlyMap<string, Unit> = new Map(
  Object.entries<Unit>({
    minute: 'minute',
    minutes: 'minute',
    hour: 'hour',
    hours: 'hour',
    hrs: 'hour',
    hr: 'hour',
    day: 'day',
    days: 'day',
    week: 'week',
    weeks: 'week',
    fortnight: 'fortnight',
    fortnights: 'fortnight',
    weekdays: 'business-day',
    month: 'month',
    months: 'month',
    quarter: 'quarter',
    quarters: 'quarter',
    quarterly: 'quarter',
    year: 'year',
    years: 'year',
  }),
);
const dayKinds: ReadonlyMap<string, Unit> = new Map(
  Object.entries<Unit>({
    business: 'business-day',
    working: 'business-day',
    work: 'business-day',
    weekday: 'business-day',
    banking: 'business-day',
    school: 'school-day',
    calendar: 'day',
    consecutive: 'day',
    full: 'day',
    clear: 'day',
    successive: 'day',
  }),
);

/** "the following evening", "the third Friday after": what is counted by its place stands for the day, or the week, it ends. */
const placed: ReadonlyMap<string, Unit> = new Map([
  ...[...oneOf('morning forenoon noon afternoon evening night')].map((part): [string, Unit] => [part, 'day']),
  ...[...oneOf('monday tuesday wednesday thursday friday saturday sunday')].map((day): [string, Unit] => [day, 'week']),
]);

const ordinals = oneOf('st nd rd th');
const groups = oneOf('couple dozen');

/** Every length of time in the words, in order. */
export function quantities(text: readonly Word[]): Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < text.length; i++) {
    const number = numberAt(text, i);
    if (!number) {
      const counted = dayCounted(text, i);
      if (counted) found.push(counted);
      continue;
    }
    const unit = unitAt(text, number.end) ?? placedAt(text, number.end) ?? dayMeant(text, i, number.end);
    if (!unit) continue;
    const half = halfAt(text, unit.end);
    const count =
      (number.value + (half ? 0.5 : 0)) / (isHalved(text, i) ? 2 : 1) - (endsBefore(text, i, number.end) ? 1 : 0);
    found.push({ count, unit: unit.unit, start: blankFrom(text, i, number.end), end: unit.end + half });
    i = unit.end + half - 1;
  }
  return found;
}

/** "within [ 30 ] days", "__30__ days": what the blank of a form was filled with begins where the blank does. */
function blankFrom(text: readonly Word[], at: number, end: number): number {
  let from = at;
  if (isBlank(text[end])) while (isBlank(text[from - 1])) from--;
  return from;
}

function isBlank(word: Word | undefined): boolean {
  return word !== undefined && /^[[\]_]$/u.test(word.text);
}

/** The words of "and a half": "a month and a half". */
function halfAt(text: readonly Word[], at: number): number {
  return joined(text.slice(at, at + 3)) === 'and a half' ? 3 : 0;
}

/** "half a month" */
function isHalved(text: readonly Word[], at: number): boolean {
  return text[at - 1]?.text === 'half' && /^an?$/u.test(text[at]?.text ?? '');
}

/** "before the thirty-first day": the day before it is the last; "on or before" takes it in. */
function endsBefore(text: readonly Word[], at: number, end: number): boolean {
  if (!isOrdinal(text, end)) return false;
  const from = text[at - 1]?.text === 'the' ? at - 1 : at;
  return text[from - 1]?.text === 'before' && text[from - 2]?.text !== 'or';
}

/** Whether the number that ends before a word tells a place: "twenty-first", "21st", "next". */
function isOrdinal(text: readonly Word[], end: number): boolean {
  const last = text[end - 1]?.text === ')' ? end - 2 : end - 1;
  return (
    ordinals.has(text[end]?.text ?? '') ||
    ordinals.has(text[last]?.text ?? '') ||
    /(?:th|first|second|third)$/u.test(text[last]?.text ?? '')
  );
}

/** "the next morning", "the third Friday after it learns": a weekday by itself ("the first Monday in June") is no length. */
function placedAt(text: readonly Word[], end: number): { unit: Unit; end: number } | undefined {
  const unit = placed.get(text[end]?.text ?? '');
  if (!unit) return undefined;
  const isNext = /^(?:next|following)$/u.test(text[end - 1]?.text ?? '');
  const counted = isOrdinal(text, end) && /^(?:after|from|following|thereafter)$/u.test(text[end + 1]?.text ?? '');
  return isNext || counted ? { unit, end: end + 1 } : undefined;
}

/** "The latest day is the twenty-eighth after discovery": the day that an ordinal leaves out. */
function dayMeant(text: readonly Word[], from: number, end: number): { unit: Unit; end: number } | undefined {
  if (!isOrdinal(text, end) || !/^(?:after|from|following)$/u.test(text[end]?.text ?? '')) return undefined;
  const told = text.slice(Math.max(0, from - 15), from).some((word) => word.text === 'day' || word.text === 'days');
  return told ? { unit: 'day', end } : undefined;
}

/** "not later than day 14", "by day thirty from the discovery": the day by its number. */
function dayCounted(text: readonly Word[], at: number): Quantity | undefined {
  if (text[at]?.text !== 'day') return undefined;
  // "or the day following"
  if (/^(?:after|following)$/u.test(text[at + 1]?.text ?? '') && endsWith(text, at))
    return { count: 1, unit: 'day', start: at, end: at + 1 };
  const number = numberAt(text, at + 1);
  if (!number || unitAt(text, number.end)) return undefined;
  const inWords = text[at + 1]?.kind !== 'number';
  if (inWords && !/^(?:from|after|following)$/u.test(text[number.end]?.text ?? '')) return undefined;
  return { count: number.value, unit: 'day', start: at, end: number.end };
}

/** Whether a limit ends with the day at a word: "by the day after"; "from the day after" begins with it. */
function endsWith(text: readonly Word[], at: number): boolean {
  return text[at - 1]?.text === 'the' && /^(?:by|or|than|before)$/u.test(text[at - 2]?.text ?? '');
}

/** A number in words or figures at word `at`; "thirty (30)" is read once. */
export function numberAt(text: readonly Word[], at: number): { value: number; end: number } | undefined {
  const head = plainNumber(text, at);
  if (!head) return undefined;
  if (text[head.end]?.text !== '(' || text[head.end + 1]?.kind !== 'number') return head;
  // "thirtieth (30th)"
  const close = head.end + (ordinals.has(text[head.end + 2]?.text ?? '') ? 3 : 2);
  if (text[close]?.text === ')') return { value: Number(text[head.end + 1]?.text) || head.value, end: close + 1 };
  return head;
}

function plainNumber(text: readonly Word[], at: number): { value: number; end: number } | undefined {
  const word = text[at];
  if (!word) return undefined;
  if (word.kind === 'number') {
    const value = Number(word.text.replaceAll(',', ''));
    return Number.isFinite(value) ? { value, end: at + 1 } : undefined;
  }
  // "a couple of weeks"
  if (/^an?$/u.test(word.text) && groups.has(text[at + 1]?.text ?? '')) return plainNumber(text, at + 1);
  if (!ones.has(word.text) && !tens.has(word.text)) return undefined;
  let value = 0;
  let end = at;
  const hundreds = ones.get(word.text);
  if (hundreds !== undefined && text[at + 1]?.text === 'hundred') {
    value = hundreds * 100;
    end = at + 2;
    if (text[end]?.text === 'and') end++;
  }
  const rest = belowHundred(text, end);
  if (rest) [value, end] = [value + rest.value, rest.end];
  const half = halfAt(text, end);
  return end > at ? { value: value + (half > 0 ? 0.5 : 0), end: end + half } : undefined;
}

/** "twenty-one", "nine", "five-and-forty" */
function belowHundred(text: readonly Word[], at: number): { value: number; end: number } | undefined {
  const ten = tens.get(text[at]?.text ?? '');
  const next = text[at + 1]?.text === '-' ? at + 2 : at + 1;
  const one = ones.get(text[ten === undefined ? at : next]?.text ?? '');
  if (ten === undefined) {
    const turned = one !== undefined && one < 10 ? tensAfter(text, at + 1) : undefined;
    return turned
      ? { value: turned.value + (one ?? 0), end: turned.end }
      : one === undefined
        ? undefined
        : { value: one, end: at + 1 };
  }
  const joins = one !== undefined && one < 10 && !/^an?$/u.test(text[next]?.text ?? '');
  return joins ? { value: ten + one, end: next + 1 } : { value: ten, end: next };
}

/** The tens of "five-and-forty" and "five and forty". */
function tensAfter(text: readonly Word[], at: number): { value: number; end: number } | undefined {
  const and = text[at]?.text === '-' ? at + 1 : at;
  const ten = text[and]?.text === 'and' ? and + (text[and + 1]?.text === '-' ? 2 : 1) : -1;
  const value = tens.get(text[ten]?.text ?? '');
  return value === undefined ? undefined : { value, end: ten + 1 };
}

function unitAt(text: readonly Word[], at: number): { unit: Unit; end: number } | undefined {
  let start = at;
  while (isBlank(text[start])) start++;
  let end = start;
  let kind: Unit | undefined;
  // "5 (five) days", "ten full business days", "30 - day", "the 25th day", "one fiscal quarter"
  while (end < start + 5) {
    const word = text[end]?.text ?? '';
    if (
      word === '(' ||
      word === ')' ||
      word === '-' ||
      word === 'more' ||
      word === 'of' ||
      word === 'such' ||
      word === 'fiscal' ||
      ordinals.has(word) ||
      ones.get(word) !== undefined ||
      tens.get(word) !== undefined
    ) {
      end++;
      continue;
    }
    const dayKind = dayKinds.get(word);
    if (!dayKind) break;
    kind = kind && kind !== 'day' ? kind : dayKind;
    end++;
  }
  const unit = units.get(text[end]?.text ?? '');
  if (!unit) return undefined;
  return { unit: unit === 'day' && kind ? kind : unit, end: end + 1 };
}
