import { expect, test } from 'vitest';
import { clauseContract } from '../../../src/commands/clause-contract.ts';
import { find } from '../../../src/lint.ts';
import { patternsAlone } from '../../../src/load/schema.ts';
import { compile, match, openReader } from '../../../src/match/index.ts';
import { Page } from '../../../src/match/page.ts';
import { keysOf, Speech } from '../../../src/match/weights/features.ts';
import { Vocabulary } from '../../../src/match/weights/vocabulary.ts';
import type { Balance, Element, Finding, Rule, Weights } from '../../../src/types.ts';
import { contractOf, textOf, pack as whole } from '../support.ts';

/** The pack, but a sale of what is no data counts too: what is said of zebras here must speak of nothing else. */
const pack = {
  ...whole,
  rules: whole.rules.map((rule) =>
    rule.id === 'ct/operator-sale'
      ? { ...rule, conflicts: rule.conflicts.map((one) => ({ ...one, needs: one.needs.slice(0, 2) })) }
      : rule,
  ),
};

/** Those of the pack where two rules or two axes meet; else words decide nothing. */
const levels = { ...patternsAlone, gives: 0.8, denies: 0.1, stands: 0.9, claims: 0.4 };
/** Words and patterns count alike; what is not expected hardly counts. */
const even: Balance = {
  pattern: 4,
  borne: 1,
  denying: 0,
  words: 1,
  unexpected: -3,
  second: 0,
  conflict: 0,
  barred: 0,
  elements: {},
};
const alone = compile({ ...pack, weights: null });

/** The rules of the pack, the elements of one of them changed. */
function changed(id: string, change: (element: Element) => Element): Rule[] {
  return pack.rules.map((rule) => (rule.id === id ? { ...rule, elements: rule.elements.map(change) } : rule));
}

/** What the clause says, without the words of the heading that stands above every clause here. */
async function saidIn(clause: string): Promise<string[]> {
  const contract = await contractOf(clauseContract(clause));
  const page = new Page(openReader(contract, alone.atoms), alone);
  const at = contract.statements.findIndex(({ start, end }) => contract.text.value.slice(start, end) === clause);
  const speech = new Speech(alone.atoms, new Vocabulary());
  return keysOf(
    speech.features(page.reading(at), { ...page.around(at), heading: null, before: null, after: null }),
    speech.vocabulary,
  );
}

test.each([
  [
    'Provider shall erase Student Data.',
    ['CONTRACTOR', 'shall', 'CONTRACTOR shall', 'eras', 'shall eras', 'DATA', 'eras DATA'],
  ],
  [
    'Provider shall not waver.',
    ['CONTRACTOR', 'shall', 'CONTRACTOR shall', 'not', '!not', 'shall not', 'waver', '!waver', 'not waver'],
  ],
  ['The Board may waver.', ['the', 'BOARD', 'the BOARD', 'mai', '?mai', 'BOARD mai', 'waver', '?waver', 'mai waver']],
  ['It ends in 12 days.', ['it', 'end', 'it end', 'in', 'end in', 'DAYS<=30', 'in DAYS<=30']],
  ['It ends in two months.', ['it', 'end', 'it end', 'in', 'end in', 'DAYS>60', 'in DAYS>60']],
  ['It ends in 12 rooms.', ['it', 'end', 'it end', 'in', 'end in', '0', 'in 0', 'room', '0 room']],
])('%s says what it is weighed by', async (clause, expected) => {
  expect(await saidIn(clause)).toEqual(expected);
});

/** Only "zebra" speaks for a thing, only "yak" against it. */
function weightsFor(part: string, thresholds: Partial<Weights['thresholds']>, balance = even): Weights {
  return {
    thresholds: { ...levels, conflicts: 0.9, clears: 0.1, everyday: 0.1, ...thresholds },
    balance,
    parts: [part],
    bias: [0],
    features: { zebra: [0, 500], yak: [0, -500] },
    names: { parts: [], bias: [], features: {} },
  };
}

function weighing(part: string, thresholds: Partial<Weights['thresholds']> = {}, balance = even) {
  return compile({ ...pack, weights: weightsFor(part, thresholds, balance) });
}

async function found(rule: string, clause: string, compiled = alone): Promise<Finding | undefined> {
  const { findings } = find(await textOf(clauseContract(clause)), compiled);
  return findings.find((one) => one.rule.id === `ct/${rule}`);
}

/** The conflicts of a rule, and whether they are marked. */
function marked(id: string, mark: { everyday?: boolean; counted?: boolean }) {
  const rules = pack.rules.map((rule) =>
    rule.id === `ct/${id}` ? { ...rule, conflicts: rule.conflicts.map((one) => ({ ...one, ...mark })) } : rule,
  );
  return (part: string, thresholds: Partial<Weights['thresholds']>) =>
    compile({ ...pack, rules, weights: weightsFor(part, thresholds) });
}

test.each([
  [true, 0],
  [false, 1],
])('a conflict that much harmless is worded like (%s) must be borne out by words', async (everyday, count) => {
  const compiled = marked('operator-sale', { everyday })('operator-sale!', { clears: 0, everyday: 0.1 });
  const finding = await found(
    'operator-sale',
    'Provider may sell the student data of each yak to its partners.',
    compiled,
  );
  expect(finding?.conflicts).toHaveLength(count);
});

const secures = 'Provider may secure student data of the zebra.';
const erases = 'All student data of each yak is deleted when this Agreement ends.';
const severs = 'If a provision is invalid, the rest of this Agreement remains in force.';

test.each([
  ['words that are sure', 'no-retention/not-kept', 'A zebra stands.', {}, 'present'],
  ['words that are not', 'no-retention/not-kept', 'A horse stands.', {}, 'missing'],
  ['words without what the rule needs', 'governing-law/governs', 'A zebra governs.', {}, 'missing'],
  [
    'words that are not what the rule expects',
    'review-correct/procedure',
    'A zebra stands.',
    { unexpected: -9 },
    'missing',
  ],
  ['the same where that counts little', 'review-correct/procedure', 'A zebra stands.', { unexpected: -0.5 }, 'present'],
  ['words against a guard of the rule', 'security/security', secures, {}, 'missing'],
  ['a pattern that words deny', 'no-retention/not-kept', erases, {}, 'missing'],
  ['the same where they do not count beside it', 'no-retention/not-kept', erases, { borne: 0 }, 'present'],
  ['a pattern that they do not deny', 'severability/rest-stands', severs, {}, 'present'],
  ['an element that is seldom there', 'severability/rest-stands', severs, { seldom: -6 }, 'missing'],
])('%s: %s', async (_, part, clause, { seldom = 0, ...counts }: Partial<Balance> & { seldom?: number }, expected) => {
  const [rule = '', element = ''] = part.split('/');
  const compiled = weighing(part, {}, { ...even, ...counts, elements: { [part]: seldom } });
  expect((await found(rule, clause, compiled))?.elements[element]).toBe(expected);
});

test.each([
  [0, 'missing', []],
  [0.5, 'present', ['A zebra stands.', 'A zebra stays.']],
])('what one statement does not give two give together, if a second counts %s', async (second, expected, quotes) => {
  const balance = { ...even, second, elements: { 'no-retention/not-kept': -6 } };
  const clause = 'A zebra stands.\n\nA zebra stays.';
  const finding = await found('no-retention', clause, weighing('no-retention/not-kept', {}, balance));
  expect(finding?.required).toBe(expected);
  expect(finding?.evidence.map(({ quote }) => quote)).toEqual(quotes);
});

test.each([
  ['A zebra stands.', 'present'],
  ['A zebra stands.\n\nA gnu roams.', 'missing'],
])('what weighs as a conflict with a rule speaks against its elements: %s', async (clause, expected) => {
  const weights: Weights = {
    ...weightsFor('', { conflicts: 1 }, { ...even, conflict: -0.8 }),
    parts: ['no-retention/not-kept', 'no-retention!'],
    bias: [0, -900],
    features: { zebra: [0, 500], gnu: [1, 1800] },
  };
  expect((await found('no-retention', clause, compile({ ...pack, weights })))?.elements['not-kept']).toBe(expected);
});

test.each([
  ['A gnu of Connecticut law.', 'missing'],
  ['A gnu of Connecticut law.\n\nA zebra stands.', 'present'],
])('what the rule bars says that the matter is dealt with: %s', async (clause, expected) => {
  // A zebra alone is no law of Connecticut, as the rule needs.
  const balance = { ...even, barred: 0.5, elements: { 'governing-law/governs': -2 } };
  const weights: Weights = {
    ...weightsFor('governing-law/governs', {}, balance),
    features: { zebra: [0, 1800], gnu: [0, 300] },
  };
  expect((await found('governing-law', clause, compile({ ...pack, weights })))?.elements['governs']).toBe(expected);
});

test.each([
  ['All of it stays in Lockup.', 'present'],
  ['Nothing of it stays out of doors.', 'missing'],
])('a definition says what a statement that names its term does: %s', async (clause, expected) => {
  const text = `"Lockup" means a state in which ${'one '.repeat(95)}zebra watches over it.\n\n${clause}`;
  expect((await found('no-retention', text, weighing('no-retention/not-kept')))?.required).toBe(expected);
});

test.each([
  ['a zebra watches over it', 'present'],
  ['a horse watches over it', 'missing'],
])('a statement weighs what it says with its terms written out: %s', async (meaning, expected) => {
  const clause = `"Lockup" means a state in which ${meaning}.\n\nAll of it stays in Lockup.`;
  const finding = await found('no-retention', clause, weighing('no-retention/not-kept'));
  expect(finding?.required).toBe(expected);
  expect(finding?.evidence.map(({ quote }) => quote)).toEqual(
    expected === 'present' ? [`"Lockup" means a state in which ${meaning}.`, 'All of it stays in Lockup.'] : [],
  );
});

test('what words alone supply is told so, with the words', async () => {
  const finding = await found('no-retention', 'A zebra stands.', weighing('no-retention/not-kept'));
  expect(finding?.evidence.map(({ caution }) => caution)).toEqual([
    'told by its words alone (zebra), not by a pattern: read it',
  ]);
});

test('the nearest passage to what is missing is the one that weighs most', async () => {
  const clause = 'The rest of a provision is invalid.\n\nA pale zebra stands.';
  const compiled = weighing('severability/rest-stands', {}, { ...even, elements: { 'severability/rest-stands': -9 } });
  const [nearest] = (await found('severability', clause, compiled))?.nearest ?? [];
  expect(nearest?.quote).toBe('A pale zebra stands.');
});

test('words alone are a conflict without the name of one', async () => {
  const finding = await found('operator-sale', 'A zebra roams.', weighing('operator-sale!'));
  expect(finding?.conflicts.map(({ name, quote }) => [name, quote])).toEqual([['by-its-words', 'A zebra roams.']]);
});

test.each([
  'Provider roams with a zebra:\n\n(a) by day, as the Board asks.',
  'Provider roams with a zebra (a) by day, as the Board asks; and (b) by night, as the Board asks.',
])('what leads to a list is no conflict by its words: %s', async (clause) => {
  const conflicts = (await found('operator-sale', clause, weighing('operator-sale!')))?.conflicts ?? [];
  expect(conflicts.filter(({ quote }) => quote.startsWith('Provider roams'))).toEqual([]);
  expect(conflicts.length).toBeGreaterThan(0);
});

test('what a ban is said to cover is banned', async () => {
  const covers = 'That covers selling Student Data to a publisher.';
  const said = async (before: string) => (await found('operator-sale', `${before} ${covers}`))?.conflicts.length;
  expect(await said('Nothing of Student Data shall be traded.')).toBe(0);
  expect(await said('Provider may trade Student Data.')).toBeGreaterThan(0);
});

test('a conflict that words deny is a note and no conflict', async () => {
  const clause = 'Provider may sell Student Data to any yak.';
  expect((await found('operator-sale', clause))?.conflicts).toHaveLength(1);
  const finding = await found('operator-sale', clause, weighing('operator-sale!'));
  expect(finding?.conflicts).toEqual([]);
  expect(finding?.notes.map(({ id, level }) => [id, level])).toEqual([['doubted-conflict', 'info']]);
});

/** "zebra" speaks for the provision and not for a conflict, "yak" for both. */
test.each([
  ['zebra', 0],
  ['yak', 1],
  ['gnu', 1],
])('a conflict of a statement that gives the provision by its words is doubted: %s', async (animal, expected) => {
  const weights: Weights = {
    thresholds: { ...levels, clears: 0.01 },
    balance: even,
    parts: ['deletion-request/request', 'deletion-request!'],
    bias: [-100, -300],
    features: { zebra: [0, 500], yak: [0, 500, 1, 500] },
    names: { parts: [], bias: [], features: {} },
  };
  const clause = `Contractor may refuse a request of the Board to delete Student Data about a ${animal}.`;
  const finding = await found('deletion-request', clause, compile({ ...pack, weights }));
  expect(finding?.conflicts).toHaveLength(expected);
});

test.each([
  ['so few words cannot deny a pattern', '| Deletion of student data on request | Not offered |', 1],
  ['where there are words, they can', 'Contractor may refuse a request of the Board to delete Student Data.', 0],
])('%s', async (_, clause, expected) => {
  const part = 'deletion-request!';
  const sure = { ...levels, clears: 0.1 };
  const none = { parts: [], bias: [], features: {} };
  const weights = { thresholds: sure, balance: even, parts: [part], bias: [-900], features: {}, names: none };
  expect((await found('deletion-request', clause))?.conflicts).toHaveLength(1);
  expect((await found('deletion-request', clause, compile({ ...pack, weights })))?.conflicts).toHaveLength(expected);
});

test.each([
  [true, 'present'],
  [false, 'missing'],
])('words that weigh nothing speak little against a pattern of an element that is exact: %s', async (exact, expected) => {
  const rules = changed('ct/ferpa', (element) => ({ ...element, exact: exact && element.name === 'contractor' }));
  const balance = { ...even, pattern: 3 };
  const weights = weightsFor('ferpa/contractor', { enough: 0.5, exact: 0.1 }, balance);
  const clause = 'Provider shall comply with FERPA in whatever it does with a yak.';
  const compiled = compile({ ...pack, rules, weights: { ...weights, bias: [-600] } });
  expect((await found('ferpa', clause, compiled))?.elements['contractor']).toBe(expected);
});

test.each([
  [true, 'present'],
  [false, 'missing'],
])('words do not speak against what a way says is told expressly: %s', async (isExpress, expected) => {
  const rules = changed('ct/severability', (element) => ({
    ...element,
    express: [{ phrase: isExpress ? 'yak' : 'zebra' }],
  }));
  const weights = weightsFor('severability/rest-stands', { enough: 0.5 }, { ...even, pattern: 3 });
  const clause = 'If a provision is held invalid, the rest stands, yak or no yak.';
  const compiled = compile({ ...pack, rules, weights: { ...weights, bias: [-600] } });
  expect((await found('severability', clause, compiled))?.required).toBe(expected);
});

test('the pack weighs every part that can void', () => {
  const parts = pack.rules
    .filter(({ kind }) => kind !== 'advice')
    .flatMap(({ id, elements, conflicts }) => [
      ...elements.map(({ name }) => `${id.slice(3)}/${name}`),
      ...(conflicts.length > 0 ? [`${id.slice(3)}!`] : []),
    ]);
  expect(pack.weights?.parts).toEqual(parts);
});

test('each element is doubted by its own weight', async () => {
  const weights: Weights = {
    thresholds: { ...levels, clears: 0.1 },
    balance: even,
    parts: ['ferpa/contractor', 'ferpa/board'],
    bias: [0, 0],
    features: { yak: [0, -900, 1, -900], zebra: [1, 1800] },
    names: { parts: [], bias: [], features: {} },
  };
  const clause = 'Provider and the Board shall each comply with FERPA on the yak and the zebra.';
  const finding = await found('ferpa', clause, compile({ ...pack, weights }));
  expect(finding?.elements).toEqual({ contractor: 'missing', board: 'present' });
});

test.each([
  ['Provider walks zebras.', ['operator-sale']],
  ['Provider walks zebras and gnus.', ['operator-disclosure', 'operator-sale']],
])('a term is by its words a conflict with the rule that it weighs most for: %s', async (clause, rules) => {
  const weights: Weights = {
    thresholds: { ...levels, conflicts: 0.6 },
    balance: even,
    parts: ['operator-sale!', 'operator-disclosure!'],
    bias: [0, 0],
    features: { zebra: [0, 200, 1, 100], gnu: [0, 500, 1, 500] },
    names: { parts: [], bias: [], features: {} },
  };
  const contract = await contractOf(clauseContract(clause));
  const { matches } = match(contract, compile({ ...pack, weights }));
  const told = matches.filter(({ part, rule }) => part === 'conflict' && /sale|disclosure/.test(rule));
  expect([...new Set(told.map(({ rule }) => rule.slice(3)))].sort()).toEqual(rules);
});

test.each([
  ['Provider shall not trade a zebra.', []],
  ['Provider shall not trade a zebra unless it pays.', ['by-its-words']],
])('a plain prohibition is no conflict by its words: %s', async (clause, names) => {
  const finding = await found('operator-sale', clause, weighing('operator-sale!'));
  expect(finding?.conflicts.map(({ name }) => name)).toEqual(names);
});

test('a contract that speaks of no pupils has no conflict by its words', async () => {
  const contract = await contractOf('# DEAL\n\nAcme, Inc. and Bolt LLC agree.\n\n1. A zebra roams.');
  const { matches } = match(contract, weighing('operator-sale!'));
  expect(matches.filter(({ part }) => part === 'conflict')).toEqual([]);
});

test('what leads to a list is no conflict by its words', async () => {
  const clause = 'The zebra roams as follows:';
  expect((await found('operator-sale', clause, weighing('operator-sale!')))?.conflicts).toEqual([]);
});

test.each([
  ['Provider walks a student past the zebra.', 1],
  ['The Board walks a student past the zebra.', 0],
])('where its frame fits, words are a conflict from a lower level on: %s', async (clause, count) => {
  const rules = pack.rules.map((rule) =>
    rule.id !== 'ct/operator-sale'
      ? rule
      : { ...rule, conflicts: rule.conflicts.map((one) => ({ ...one, frame: [{ phrase: 'CONTRACTOR ~8 FAMILY' }] })) },
  );
  const weights = weightsFor('operator-sale!', { conflicts: 1, framed: 0.9 });
  expect((await found('operator-sale', clause, compile({ ...pack, rules, weights })))?.conflicts).toHaveLength(count);
});

const deal = (term: string) =>
  `# DEAL\n\nBetween the Board of Education of Elm ("Board") and Acme, Inc. ("Provider").\n\n1. "Student Data" means all data about students of the Board.\n\n2. "Zebra Walk" means a zebra in the sun.\n\n3. ${term}`;

test.each([
  ['Provider may go for a Zebra Walk with Student Data of students.', 1],
  ['Provider shall not go for a Zebra Walk with Student Data of students.', 0],
  ['Provider keeps Student Data of students secure.', 0],
])('a definition is a conflict by its words where the contract lets be done what it tells: %s', async (term, count) => {
  const { findings } = find(await textOf(deal(term)), weighing('operator-sale!'));
  const conflicts = findings.find((one) => one.rule.id === 'ct/operator-sale')?.conflicts ?? [];
  expect(conflicts.filter(({ quote }) => quote.includes('means'))).toHaveLength(count);
});

test('a contract whose definitions alone speak of pupils has conflicts by its words', async () => {
  const { findings } = find(await textOf(deal('A zebra roams.')), weighing('operator-sale!'));
  expect(findings.find((one) => one.rule.id === 'ct/operator-sale')?.conflicts).toHaveLength(1);
});

test.each([
  [150, 'present'],
  [0, 'missing'],
])('words that weigh next to nothing (four below even, and %s / 100) give nothing, however likely an element is', async (weight, status) => {
  const likely = { ...even, elements: { 'severability/rest-stands': 8 } };
  const weights = weightsFor('severability/rest-stands', {}, likely);
  const compiled = compile({ ...pack, weights: { ...weights, bias: [-400], features: { zebra: [0, weight] } } });
  expect((await found('severability', 'The zebra stands.', compiled))?.required).toBe(status);
});
