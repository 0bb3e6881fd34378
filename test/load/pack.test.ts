import { describe, expect, test } from 'vitest';
import { loadExamples, loadPack, locate } from '../../src/load/index.ts';
import { complaint, folderOf, packText, ruleText } from './folders.ts';

const severability = ruleText.replace('id: ownership', 'id: severability');

const pack = {
  'xx/pack.yml': packText,
  'xx/ownership.yml': ruleText,
  'lexicon/roles.yml': 'DATA: [student data]\nBOARD: [board, school]\n',
};

async function packIn(files: Readonly<Record<string, string>>) {
  return loadPack(`${await folderOf(files)}/xx`);
}

async function refused(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await folderOf(files);
  return complaint(loadPack(`${folder}/xx`), folder);
}

/** What is said of the rule when these words of it are replaced. */
async function refusedWith(...changes: readonly (readonly [string, string])[]): Promise<string> {
  const changed = changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the sample has no "${from}"`);
    return text.replace(from, to);
  }, ruleText);
  return refused({ ...pack, 'xx/ownership.yml': changed });
}

describe('a pack', () => {
  test('has the head, the rules and the lexicon', async () => {
    const loaded = await packIn(pack);
    expect(loaded).toMatchObject({
      id: 'xx',
      lawAsOf: '2024-12-31',
      effective: '2018-07-01',
      defaultProfile: 'policy',
      cureDays: 30,
      exemption: { c0: 'necessary' },
      holidays: [],
      dateNotes: [],
    });
    expect([...loaded.lexicon]).toEqual([
      ['DATA', ['student data']],
      ['BOARD', ['board', 'school']],
    ]);
  });

  test('reads every form of an expression', async () => {
    const { rules } = await packIn(pack);
    expect(rules[0]).toMatchObject({
      id: 'xx/ownership',
      elements: [
        {
          name: 'property',
          ways: [
            { phrase: 'BOARD ~ {+own} ~ DATA' },
            { all: [{ phrase: 'DATA' }, { duty: { actor: ['CONTRACTOR'], force: ['must-not'], action: ['own'] } }] },
          ],
          partly: [{ near: { scope: 'section', of: { not: { any: [{ phrase: 'a' }, { phrase: 'b' }] } } } }],
          unless: [],
        },
      ],
      conflicts: [{ name: 'takes-ownership', unless: [{ zone: ['definition'] }] }],
      notes: [{ id: 'thin-channel', level: 'warning', ways: [{ period: { over: 30, businessDays: 17 } }] }],
    });
    expect(rules[0]?.file).toMatch(/xx[\\/]ownership\.yml$/);
  });

  test('keeps the order that it tells, then that of the ids', async () => {
    const rules = { 'xx/severability.yml': severability, 'xx/a-last.yml': ruleText.replace('ownership', 'a-last') };
    const ids = (await packIn({ ...pack, ...rules })).rules.map(({ id }) => id);
    expect(ids).toEqual(['xx/severability', 'xx/a-last', 'xx/ownership']);
  });

  test('gathers the lexicon from shared files, the pack and its rules', async () => {
    const { lexicon } = await packIn({
      ...pack,
      'xx/pack.yml': `${packText}lexicon: { "null": [null, void] }\n`,
      'xx/ownership.yml': `${ruleText}lexicon: { OWN: [own, belong to] }\n`,
    });
    expect([...lexicon.keys()].sort()).toEqual(['BOARD', 'DATA', 'OWN', 'null']);
    expect(lexicon.get('null')).toEqual(['null', 'void']);
  });

  test('reads holidays of every kind', async () => {
    const holidays = `- { name: A, on: 07-04 }
- { name: B, on: { week: -1, weekday: monday, month: 5 }, since: 1971 }
- { name: C, on: { easter: -2 }, disputed: true }
`;
    expect((await packIn({ ...pack, 'xx/holidays.yml': holidays })).holidays).toEqual([
      { name: 'A', since: 0, disputed: false, on: { month: 7, day: 4 } },
      { name: 'B', since: 1971, disputed: false, on: { week: -1, weekday: 1, month: 5 } },
      { name: 'C', since: 0, disputed: true, on: { easter: -2 } },
    ]);
  });
});

describe('its hash', () => {
  const hash = async (changes: Readonly<Record<string, string>>) => (await packIn({ ...pack, ...changes })).hash;

  test('changes with a rule, a lexicon and a name', async () => {
    const hashes = await Promise.all([
      hash({}),
      hash({ 'xx/ownership.yml': `${ruleText}\n` }),
      hash({ 'lexicon/roles.yml': 'DATA: [data]\n' }),
      hash({ 'lexicon/more.yml': 'MORE: [more]\n' }),
    ]);
    expect(new Set(hashes).size).toBe(4);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  test('does not change with the folder, the examples or the line ends', async () => {
    const changes = {
      'xx/ownership.examples.yml': 'satisfies: [a]\n',
      'xx/ownership.yml': ruleText.replaceAll('\n', '\r\n'),
    };
    expect(await hash(changes)).toBe(await hash({}));
  });
});

describe('what is wrong in a rule file is told with its line', () => {
  test.each<[string, (readonly [string, string])[], string]>([
    [
      'unknown keys',
      [['    partly:', '    partyl:']],
      './xx/ownership.yml:16:5: unknown key "partyl"; did you mean "partly"? Allowed: title, affirmed, exact, ways, express, partly, needs, expects, unless',
    ],
    [
      'a missing key',
      [['    why: The contractor takes ownership of student data.\n', '']],
      './xx/ownership.yml:19:3: missing key "why"',
    ],
    [
      'a wrong choice',
      [['kind: required', 'kind: requird']],
      './xx/ownership.yml:2:1: "requird" is none of required, forbidden, advice; did you mean "required"?',
    ],
    [
      'a wrong operator',
      [['- all:', '- al:']],
      './xx/ownership.yml:15:9: unknown key "al"; did you mean "all"? Allowed: phrase, all, any, not, affirmed, duty, choice, period, heading, asked, zone, boardState, near',
    ],
    [
      'two operators',
      [['any: [a, b]', 'any: [a, b], phrase: c']],
      './xx/ownership.yml:17:39: expected one operator; join several with "all" or "any"',
    ],
    [
      'an empty operator',
      [['{ any: [a, b] }', '{}']],
      './xx/ownership.yml:17:39: expected an operator, found an empty map',
    ],
    [
      'a number for a pattern',
      [['[a, b]', '[a, 5]']],
      './xx/ownership.yml:17:55: expected a pattern or a map with one operator',
    ],
    [
      'a wrong force',
      [['[must-not]', '[mustnot]']],
      './xx/ownership.yml:15:58: "mustnot" is none of must, must-not, may, need-not, fact; did you mean "must-not"?',
    ],
    [
      'a list for words',
      [['title: whose property the data is', 'title: [a]']],
      './xx/ownership.yml:12:5: expected a string, found a list',
    ],
    ['words for a list', [["['CONTRACTOR {own} DATA']", 'a']], './xx/ownership.yml:21:5: expected a list, found "a"'],
    ['no period', [['over: 30, ', '']], './xx/ownership.yml:24:60: expected one of within and over'],
    [
      'an id of another file',
      [['id: ownership', 'id: owner']],
      './xx/ownership.yml:1:1: id "owner" in a file named "ownership.yml": they must agree',
    ],
    [
      'a profile that the pack has not',
      [['[policy, statute]', '[policy, statut]']],
      './xx/ownership.yml:7:20: "statut" is no profile of the pack; did you mean "statute"? Profiles: policy, statute',
    ],
    [
      'a required rule in no profile',
      [['profiles: [policy, statute]\n', '']],
      './xx/ownership.yml:1:1: profiles go with kind: required',
    ],
    [
      'a rule without words to write instead',
      [['fix: The data belongs to <board>.\n', '']],
      './xx/ownership.yml:1:1: missing key "fix"',
    ],
    [
      'conflicts that fall for no reason',
      [['basis: void', 'basis: none']],
      './xx/ownership.yml:8:1: conflicts need a basis: void or prohibited-conduct',
    ],
    [
      'a key given twice',
      [['policy: item 1', 'policy: item 1\npolicy: item 2']],
      './xx/ownership.yml:7:1: Map keys must be unique',
    ],
  ])('%s', async (_, changes, message) => {
    expect(await refusedWith(...changes)).toBe(`UsageError: ${message}`);
  });

  test('all at once, over all files, in the order of the lines', async () => {
    const message = await refused({
      ...pack,
      'xx/ownership.yml': ruleText.replace('elements:', 'elemnts:').replace('must-not', 'shall-not'),
      'xx/severability.yml': severability.replace('certainty: statute', 'certainty: sure'),
      'lexicon/roles.yml': 'DATA: student data\n',
    });
    expect(message.split('\n').map((line) => line.replace(/:\d+: .*/, ''))).toEqual([
      'UsageError: ./lexicon/roles.yml:1',
      './xx/ownership.yml:10',
      './xx/severability.yml:5',
    ]);
  });
});

describe('what a rule names', () => {
  const namer = ruleText.replace(
    'elements:',
    'names: { taken: { any: [CONTRACTOR, THIRD] }, who: CONTRACTOR }\nelements:',
  );
  const other = (way: string) =>
    ruleText.replace("['CONTRACTOR {own} DATA']", way).replace('id: ownership', 'id: severability');

  test('serves other rules: an expression as a whole, a pattern as a part', async () => {
    const text = other("['@ownership/taken', '@ownership/who {own} DATA']");
    const { rules } = await packIn({ ...pack, 'xx/ownership.yml': namer, 'xx/severability.yml': text });
    expect(rules.find(({ id }) => id === 'xx/severability')?.conflicts[0]?.ways).toEqual([
      { any: [{ phrase: 'CONTRACTOR' }, { phrase: 'THIRD' }] },
      { phrase: '(CONTRACTOR) {own} DATA' },
    ]);
  });

  test.each([
    ["['@ownership/take']", '"@ownership/take" in the pattern "@ownership/take" is no name of another rule'],
    ["['@ownership/taken {own}']", '"@ownership/taken" is an expression, and cannot be part of the pattern'],
  ])('is refused as %s', async (way, message) => {
    expect(await refused({ ...pack, 'xx/ownership.yml': namer, 'xx/severability.yml': other(way) })).toContain(message);
  });
});

test('a rule whose file cannot be read is told of, and not who uses its names', async () => {
  const namer = ruleText.replace('elements:', 'names: { who: CONTRACTOR, what: *none }\nelements:');
  const user = ruleText
    .replace("['CONTRACTOR {own} DATA']", "['@ownership/who']")
    .replace('id: ownership', 'id: severability');
  const message = await refused({ ...pack, 'xx/ownership.yml': namer, 'xx/severability.yml': user });
  expect(message).toContain('./xx/ownership.yml:');
  expect(message).not.toContain('is no name of another rule');
});

describe('a conflict that takes the ways of another', () => {
  const as = (text: string) => ruleText.replace("    ways: ['CONTRACTOR {own} DATA']\n", `${text}\n`);
  const other = as('    as: ownership/takes-ownership').replace('id: ownership', 'id: severability');

  test('has them and what excuses them, with the names of their rule put in place', async () => {
    const own = ruleText
      .replace("['CONTRACTOR {own} DATA']", "['@who {own} DATA']")
      .replace('elements:', 'names: { who: CONTRACTOR }\nelements:');
    const { rules } = await packIn({ ...pack, 'xx/ownership.yml': own, 'xx/severability.yml': other });
    const [theirs] = rules.find(({ id }) => id === 'xx/severability')?.conflicts ?? [];
    expect(theirs).toEqual({
      name: 'takes-ownership',
      why: 'The contractor takes ownership of student data.',
      everyday: false,
      apart: false,
      counted: false,
      takes: [],
      ways: [{ phrase: '(CONTRACTOR) {own} DATA' }],
      needs: [],
      frame: [],
      unless: [{ zone: ['definition'] }, { zone: ['definition'] }],
    });
  });

  test.each([
    ['ownership/take-ownership', 'did you mean "ownership/takes-ownership"?'],
    ['severability/takes-ownership', 'did you mean "ownership/takes-ownership"?'],
  ])('is refused with %s', async (name, hint) => {
    const wrong = other.replace('ownership/takes-ownership', name);
    expect(await refused({ ...pack, 'xx/severability.yml': wrong })).toContain(hint);
  });

  test('is refused where it takes an element that the rule does not have', async () => {
    const own = as("    takes: [nothing]\n    ways: ['CONTRACTOR {own} DATA']");
    expect(await refused({ ...pack, 'xx/ownership.yml': own })).toContain('"takes" names an element');
  });

  test('is refused with neither ways nor another', async () => {
    expect(await refused({ ...pack, 'xx/ownership.yml': as('') })).toContain('a conflict needs "ways"');
  });
});

describe('a pack is refused', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['without a pack.yml', { 'xx/ownership.yml': ruleText }, './xx: no pack.yml there, so it is no rule pack'],
    ['without a folder', {}, './xx: no pack.yml there, so it is no rule pack'],
    ['without rules', { 'xx/pack.yml': packText }, './xx: no rules there, so nothing could be judged'],
    [
      'with one concept in two files',
      { ...pack, 'lexicon/verbs.yml': 'OWN: [own]\nDATA: [data]\n' },
      './lexicon/verbs.yml:2:1: concept "DATA" is given in ./lexicon/roles.yml already',
    ],
    [
      'with a concept that a rule gives again',
      { ...pack, 'xx/ownership.yml': `${ruleText}lexicon: { DATA: [data] }\n` },
      './xx/ownership.yml:28:12: concept "DATA" is given in ./lexicon/roles.yml already',
    ],
    [
      'with a day that is not in the calendar',
      { ...pack, 'xx/pack.yml': packText.replace('2018-07-01', '2018-06-31') },
      './xx/pack.yml:4:1: no such day',
    ],
    [
      'with a default that is no profile',
      { ...pack, 'xx/pack.yml': packText.replace('default_profile: policy', 'default_profile: board') },
      './xx/pack.yml:7:1: is none of the profiles',
    ],
  ])('%s', async (_, files, message) => {
    expect(await refused({ 'xx-empty/.keep': '', ...files })).toBe(`UsageError: ${message}`);
  });
});

describe('examples', () => {
  test('are read for each rule, with or without a reason', async () => {
    const folder = await folderOf({
      ...pack,
      'xx/ownership.examples.yml':
        'satisfies: [The board owns it.]\nmisses:\n  - { text: It is owned., why: by nobody }\n',
    });
    expect(await loadExamples(`${folder}/xx`)).toMatchObject([
      {
        rule: 'xx/ownership',
        satisfies: [{ text: 'The board owns it.', why: '' }],
        partly: [],
        misses: [{ text: 'It is owned.', why: 'by nobody' }],
        conflicts: [],
        harmless: [],
      },
    ]);
  });

  test('that are written wrong are refused', async () => {
    const folder = await folderOf({ ...pack, 'xx/ownership.examples.yml': 'satisfied: [a]\n' });
    expect(await complaint(loadExamples(`${folder}/xx`), folder)).toBe(
      'UsageError: ./xx/ownership.examples.yml:1:1: unknown key "satisfied"; did you mean "satisfies"? Allowed: satisfies, partly, misses, conflicts, harmless',
    );
  });
});

test('the place of an expression can be told afterwards', async () => {
  const folder = await folderOf(pack);
  const place = await locate(`${folder}/xx/ownership.yml`, ['elements', 'property', 'ways', 1, 'all', 0]);
  expect(place.replace(folder, '.')).toBe('./xx/ownership.yml:15:15');
});
