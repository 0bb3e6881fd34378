import * as v from 'valibot';
import type { Balance, Expression, Force, HolidayRule, Scope, Thresholds, Zone } from '../types.ts';
import { closed, day, kebab, oneOrMore, type Reading, text, texts, whole } from './vocabulary.ts';

const forces = ['must', 'must-not', 'may', 'need-not', 'fact'] as const satisfies readonly Force[];
const scopes = [
  'sentence',
  'next',
  'block',
  'section',
  'article',
  'document',
  'contract',
] as const satisfies readonly Scope[];
const zones = [
  'operative',
  'definition',
  'recital',
  'heading',
  'contents',
  'question',
  'reserved',
  'note',
  'explanation',
  'party',
  'signature',
  'struck',
] as const satisfies readonly Zone[];

// ── expressions ──────────────────────────────────────────────────────────────────────────────────────────────────

const expression: Reading<Expression> = v.lazy((input) => {
  if (input === undefined) return eitherExpression;
  return typeof input === 'object' && input !== null ? operator : phrase;
});
const expressions = v.pipe(v.array(expression), v.nonEmpty('expected at least one expression'));

const phrase: Reading<Expression> = v.pipe(
  v.string('expected a pattern or a map with one operator'),
  v.nonEmpty('expected a pattern, found an empty string'),
  v.transform((words) => ({ phrase: words })),
);

const duty = closed({
  actor: v.exactOptional(oneOrMore(text)),
  force: v.exactOptional(oneOrMore(v.picklist(forces))),
  action: oneOrMore(text),
  object: v.exactOptional(oneOrMore(text)),
  target: v.exactOptional(oneOrMore(text)),
});

const period = v.pipe(
  closed({
    within: v.exactOptional(whole),
    over: v.exactOptional(whole),
    businessDays: whole,
    covers: v.exactOptional(oneOrMore(text)),
    where: v.exactOptional(oneOrMore(text)),
    unless: v.exactOptional(oneOrMore(text)),
  }),
  v.check(({ within, over }) => (within === undefined) !== (over === undefined), 'expected one of within and over'),
);

type OperatorName = Expression extends infer Each ? (Each extends Expression ? keyof Each : never) : never;

// The compiler asks for an entry for each form that types.ts names.
const operators = {
  phrase: v.exactOptional(text),
  all: v.exactOptional(expressions),
  any: v.exactOptional(expressions),
  not: v.exactOptional(expression),
  affirmed: v.exactOptional(expression),
  duty: v.exactOptional(duty),
  choice: v.exactOptional(closed({ actor: oneOrMore(text), action: v.exactOptional(oneOrMore(text)) })),
  period: v.exactOptional(period),
  heading: v.exactOptional(text),
  asked: v.exactOptional(text),
  zone: v.exactOptional(oneOrMore(v.picklist(zones))),
  boardState: v.exactOptional(text),
  near: v.exactOptional(closed({ scope: v.picklist(scopes), of: expression })),
} satisfies Record<OperatorName, unknown>;

const operator: Reading<Expression> = v.pipe(
  closed(operators),
  v.minEntries(1, 'expected an operator, found an empty map'),
  v.maxEntries(1, 'expected one operator; join several with "all" or "any"'),
  // One key is all there is now, which is what the union says.
  v.transform((form) => form as Expression),
);

/** An expression in both its forms; named for the JSON Schema, which has to refer to it. */
export const eitherExpression: Reading<Expression> = v.union([phrase, operator]);

// ── files ────────────────────────────────────────────────────────────────────────────────────────────────────────

const none = v.optional(v.array(expression), []);
const lexicon = v.record(text, texts);

const element = closed({
  title: text,
  affirmed: v.optional(v.boolean(), false),
  exact: v.optional(v.boolean(), false),
  ways: expressions,
  express: none,
  partly: none,
  needs: none,
  expects: none,
  unless: none,
});
const conflict = v.pipe(
  closed({
    why: text,
    as: v.exactOptional(text),
    everyday: v.optional(v.boolean(), false),
    counted: v.optional(v.boolean(), false),
    takes: v.optional(v.array(kebab), []),
    apart: v.optional(v.boolean(), false),
    ways: none,
    needs: none,
    frame: none,
    unless: none,
  }),
  v.check(
    ({ as, ways }) => as !== undefined || ways.length > 0,
    'a conflict needs "ways", or "as" with the ways of another',
  ),
);
const note = closed({
  level: v.optional(v.picklist(['info', 'warning']), 'info'),
  message: text,
  ways: expressions,
  unless: none,
});

/** The shape of `rules/<pack>/<rule>.yml`: one provision of the law. */
export const ruleFile = v.pipe(
  closed({
    id: kebab,
    kind: v.picklist(['required', 'forbidden', 'advice']),
    title: text,
    citation: text,
    certainty: v.picklist(['statute', 'secondary', 'unverified']),
    policy: v.optional(v.string(), ''),
    profiles: v.optional(v.array(text), []),
    basis: v.optional(v.picklist(['void', 'prohibited-conduct', 'none']), 'none'),
    about: v.optional(v.string(), ''),
    lexicon: v.optional(lexicon, {}),
    names: v.optional(v.record(kebab, expression), {}),
    elements: v.optional(v.record(kebab, element), {}),
    conflicts: v.optional(v.record(kebab, conflict), {}),
    notes: v.optional(v.record(kebab, note), {}),
    message: text,
    why: text,
    fix: text,
  }),
  v.forward(
    v.check(({ kind, elements }) => kind !== 'required' || count(elements) > 0, 'a required provision needs elements'),
    ['elements'],
  ),
  v.forward(
    v.check(({ kind, profiles }) => (kind === 'required') === profiles.length > 0, 'profiles go with kind: required'),
    ['profiles'],
  ),
  v.forward(
    v.check(
      ({ kind, conflicts }) => kind !== 'forbidden' || count(conflicts) > 0,
      'a rule of kind: forbidden needs conflicts',
    ),
    ['conflicts'],
  ),
  v.forward(
    v.check(
      ({ elements, conflicts }) =>
        Object.values(conflicts).every(({ takes }) => takes.every((name) => Object.hasOwn(elements, name))),
      '"takes" names an element that the rule does not have',
    ),
    ['conflicts'],
  ),
  v.forward(
    v.check(
      ({ kind, basis, conflicts }) => kind === 'advice' || basis !== 'none' || count(conflicts) === 0,
      'conflicts need a basis: void or prohibited-conduct',
    ),
    ['basis'],
  ),
);

function count(map: object): number {
  return Object.keys(map).length;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

const fixedDay: Reading<HolidayRule> = v.pipe(
  text,
  v.regex(/^\d\d-\d\d$/, 'expected a month and day as 07-04'),
  v.transform((date) => ({ month: Number(date.slice(0, 2)), day: Number(date.slice(3)) })),
);
const nthWeekday: Reading<HolidayRule> = v.pipe(
  closed({ week: whole, weekday: v.picklist(weekdays), month: whole }),
  v.transform(({ week, weekday, month }) => ({ week, weekday: weekdays.indexOf(weekday), month })),
);
const fromEaster: Reading<HolidayRule> = closed({ easter: whole });
const holidayRule: Reading<HolidayRule> = v.lazy((input) => {
  if (typeof input === 'string') return fixedDay;
  return typeof input === 'object' && input !== null && 'easter' in input ? fromEaster : nthWeekday;
});

/** The shape of `rules/<pack>/holidays.yml`. */
export const holidaysFile = v.array(
  closed({
    name: text,
    since: v.optional(whole, 0),
    disputed: v.optional(v.boolean(), false),
    on: holidayRule,
  }),
);

const share = v.pipe(
  v.number('expected a number'),
  v.minValue(0, 'expected a number from 0 to 1'),
  v.maxValue(1, 'expected a number from 0 to 1'),
);
const thresholds: Reading<Thresholds> = closed({
  enough: share,
  overrules: share,
  exact: share,
  conflicts: share,
  framed: share,
  clears: share,
  everyday: share,
  gives: share,
  denies: share,
  bears: share,
  stands: share,
  claims: share,
});

/** A balance on which patterns alone count. */
export const patternsOnly: Balance = {
  pattern: 9,
  borne: 0,
  denying: 0,
  words: 0,
  unexpected: 0,
  second: 0,
  conflict: 0,
  barred: 0,
  elements: {},
};

/** Levels at which words decide nothing. */
export const patternsAlone: Thresholds = {
  enough: 0.9,
  overrules: 1,
  exact: 0,
  conflicts: 1,
  framed: 1,
  clears: 0,
  everyday: 0,
  gives: 1,
  denies: 0,
  bears: 0,
  stands: 1,
  claims: 0,
};

/** The shape of `rules/<pack>/pack.yml`. */
export const packFile = v.pipe(
  closed({
    id: kebab,
    title: text,
    law_as_of: day,
    effective: day,
    state: text,
    profiles: texts,
    default_profile: text,
    cure_days: whole,
    exemption: v.optional(v.record(text, text), {}),
    date_notes: v.optional(v.array(closed({ id: kebab, from: day, to: day, message: text })), []),
    order: v.optional(v.array(kebab), []),
    thresholds: v.optional(thresholds, patternsAlone),
    lexicon: v.optional(lexicon, {}),
  }),
  v.forward(
    v.check(({ profiles, default_profile }) => profiles.includes(default_profile), 'is none of the profiles'),
    ['default_profile'],
  ),
);

/** Places of parts and hundredths: kept as whole numbers of one and of two bytes. */
const hundredths = v.check((own: number[]) =>
  own.every((one, at) => Number.isInteger(one) && (at % 2 === 0 ? one >= 0 && one < 256 : Math.abs(one) < 2 ** 15)),
);

const weighed = {
  parts: v.array(v.string()),
  bias: v.array(v.number()),
  features: v.record(v.string(), v.pipe(v.array(v.number()), hundredths)),
};

/** The shape of `weights.json`. */
export const weightsFile = closed({
  balance: closed({
    pattern: v.number(),
    borne: v.number(),
    denying: v.number(),
    words: v.number(),
    unexpected: v.number(),
    second: v.number(),
    conflict: v.number(),
    barred: v.number(),
    elements: v.record(v.string(), v.number()),
  }),
  names: closed(weighed),
  ...weighed,
});

/** The shape of `rules/lexicon/*.yml`: concept → the phrases that express it. */
export const lexiconFile = lexicon;

const example: Reading<{ text: string; why: string }> = v.lazy((input) => {
  if (input === undefined) return v.union([bareExample, fullExample]);
  return typeof input === 'string' ? bareExample : fullExample;
});
const bareExample: Reading<{ text: string; why: string }> = v.pipe(
  text,
  v.transform((words) => ({ text: words, why: '' })),
);
const fullExample = closed({ text, why: v.optional(v.string(), '') });
const examples = v.optional(v.array(example), []);

/** The shape of `<rule>.examples.yml`. */
export const examplesFile = closed({
  satisfies: examples,
  partly: examples,
  misses: examples,
  conflicts: examples,
  harmless: examples,
});
