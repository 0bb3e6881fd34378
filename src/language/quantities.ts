import type { Word } from './words.ts';
import { oneOf } from './words.ts';

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
    school: 'school-day',
    calendar: 'day',
    consecutive: 'day',
    full: 'day',
    clear: 'day',
    successive: 'day',
  }),
);

const ordinals = oneOf('st nd rd th');

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
    const unit = unitAt(text, number.end) ?? dayMeant(text, i, number.end);
    if (!unit) continue;
    found.push({ count: number.value, unit: unit.unit, start: i, end: unit.end });
    i = unit.end - 1;
  }
  return found;
}

/** "The latest day is the twenty-eighth after discovery": the day that an ordinal leaves out. */
function dayMeant(text: readonly Word[], from: number, end: number): { unit: Unit; end: number } | undefined {
  const last = text[end - 1]?.text ?? '';
  if (!/(?:th|first|second|third)$/u.test(last) || !/^(?:after|from|following)$/u.test(text[end]?.text ?? ''))
    return undefined;
  const told = text.slice(Math.max(0, from - 15), from).some((word) => word.text === 'day' || word.text === 'days');
  return told ? { unit: 'day', end } : undefined;
}

/** "not later than day 14", "by day thirty from the discovery": the day by its number. */
function dayCounted(text: readonly Word[], at: number): Quantity | undefined {
  if (text[at]?.text !== 'day') return undefined;
  const number = numberAt(text, at + 1);
  if (!number || unitAt(text, number.end)) return undefined;
  const inWords = text[at + 1]?.kind !== 'number';
  if (inWords && !/^(?:from|after|following)$/u.test(text[number.end]?.text ?? '')) return undefined;
  return { count: number.value, unit: 'day', start: at, end: number.end };
}

/** A number in words or figures at word `at`; "thirty (30)" is read once. */
export function numberAt(text: readonly Word[], at: number): { value: number; end: number } | undefined {
  const head = plainNumber(text, at);
  if (!head) return undefined;
  const inBrackets =
    text[head.end]?.text === '(' && text[head.end + 1]?.kind === 'number' && text[head.end + 2]?.text === ')';
  if (inBrackets) return { value: Number(text[head.end + 1]?.text) || head.value, end: head.end + 3 };
  return head;
}

function plainNumber(text: readonly Word[], at: number): { value: number; end: number } | undefined {
  const word = text[at];
  if (!word) return undefined;
  if (word.kind === 'number') {
    const value = Number(word.text.replaceAll(',', ''));
    return Number.isFinite(value) ? { value, end: at + 1 } : undefined;
  }
  if (!ones.has(word.text) && !tens.has(word.text)) return undefined;
  let value = 0;
  let end = at;
  const hundreds = ones.get(word.text);
  if (hundreds !== undefined && text[at + 1]?.text === 'hundred') {
    value = hundreds * 100;
    end = at + 2;
    if (text[end]?.text === 'and') end++;
  }
  const ten = tens.get(text[end]?.text ?? '');
  if (ten !== undefined) {
    value += ten;
    end++;
    if (text[end]?.text === '-') end++;
    const one = ones.get(text[end]?.text ?? '');
    if (one !== undefined && one < 10 && text[end]?.text !== 'a' && text[end]?.text !== 'an') {
      value += one;
      end++;
    }
  } else {
    const one = ones.get(text[end]?.text ?? '');
    if (one !== undefined) {
      value += one;
      end++;
    }
  }
  return end > at ? { value, end } : undefined;
}

function unitAt(text: readonly Word[], at: number): { unit: Unit; end: number } | undefined {
  let end = at;
  let kind: Unit | undefined;
  // "5 (five) days", "ten full business days", "30 - day", "the 25th day", "one fiscal quarter"
  while (end < at + 5) {
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
