import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/judge/index.ts';
import type { ContractDate, Facts, Finding } from '../../src/types.ts';
import { sampleContext, sampleFinding, samplePack, sampleRule } from './samples.ts';

const ferpa = sampleRule('ferpa');
const law = sampleRule('law');
const ads = sampleRule('ads', { profiles: ['policy'] });
const sale = sampleRule('sale', { kind: 'forbidden', profiles: [], basis: 'prohibited-conduct' });
const hint = sampleRule('hint', { kind: 'advice', profiles: [], basis: 'none' });

const whole = [
  sampleFinding(ferpa, 'present'),
  sampleFinding(law, 'present'),
  sampleFinding(ads, 'present'),
  sampleFinding(sale, 'not-required'),
];
const conflicting = replaced(whole, sampleFinding(sale, 'not-required', ['14.2']));
const lacking = replaced(whole, sampleFinding(ferpa, 'missing'));
const twoLacking = replaced(lacking, sampleFinding(law, 'incomplete'));
const both = replaced(lacking, sampleFinding(sale, 'not-required', ['14.2']));

const entered = { entered: '2023-07-01' };
const noticed = { ...entered, noticeGiven: '2026-10-01', cureBy: '2026-12-01' };
const lapsed = { ...entered, noticeGiven: '2026-10-01', cureBy: '2026-11-01' };
const flags = { c0: true, c1: true, c2a: true, c2b: true, c3: true, c4a: true, c4b: true };

function replaced(findings: readonly Finding[], finding: Finding): Finding[] {
  return findings.map((each) => (each.rule.id === finding.rule.id ? finding : each));
}

function decided(findings: readonly Finding[], facts: Facts, changes = {}) {
  const { verdict, notes } = decide(findings, sampleContext({ facts, ...changes }));
  return { ...verdict, notes, ids: notes.map(({ id }) => id) };
}

describe('the truth table', () => {
  test.each<[string, readonly Finding[], Facts, string, string]>([
    ['1 out of scope', both, { outOfScope: 'A private school.' }, 'not-covered', 'out-of-scope'],
    ['2 exempt', both, { ...entered, exempt: flags }, 'not-covered', 'exempt'],
    ['3 exemption unproven', lacking, { ...entered, exempt: { ...flags, c3: false } }, 'void', 'notice-due'],
    ['4 before the act', both, { entered: '2018-06-30' }, 'not-covered', 'before-the-act'],
    ['4 the first day', lacking, { entered: '2018-07-01' }, 'void', 'notice-due'],
    ['4 renewed since', lacking, { entered: '2017-01-01', renewed: '2019-01-01' }, 'void', 'notice-due'],
    ['4 amended since', lacking, { entered: '2017-01-01', amended: '2018-07-01' }, 'void', 'notice-due'],
    ['4 renewed before', lacking, { entered: '2017-01-01', renewed: '2018-01-01' }, 'not-covered', 'before-the-act'],
    ['5 date unknown, nothing wrong', whole, {}, 'valid', 'valid'],
    ['6 date unknown, lacking', lacking, {}, 'void', 'notice-due'],
    ['6 date unknown, conflicting', conflicting, {}, 'valid', 'valid-with-void-terms'],
    ['7 nothing wrong', whole, entered, 'valid', 'valid'],
    ['8 void terms alone', conflicting, entered, 'valid', 'valid-with-void-terms'],
    ['9 no notice', lacking, entered, 'void', 'notice-due'],
    ['10 notice, time left', lacking, noticed, 'void', 'cure-running'],
    ['11 notice, time over', lacking, lapsed, 'void', 'void'],
    ['12 both, no notice', both, entered, 'void', 'notice-due'],
    ['13 both, time left', both, noticed, 'void', 'cure-running'],
    ['14 both, time over', both, lapsed, 'void', 'void'],
    ['15 one named, time over', twoLacking, { ...lapsed, noticeNamed: ['ferpa'] }, 'void', 'void'],
    ['15 none that lacks was named', lacking, { ...lapsed, noticeNamed: ['law'] }, 'void', 'notice-due'],
    ['15 one named, time left', twoLacking, { ...noticed, noticeNamed: ['xx/ferpa'] }, 'void', 'cure-running'],
  ])('row %s', (_, findings, facts, outcome, state) => {
    expect(decided(findings, facts)).toMatchObject({ outcome, state });
  });

  test('no finding excuses a contract that the law does not reach from being told what it lacks', () => {
    const verdict = decided(both, { entered: '2018-06-30' });
    expect(verdict).toMatchObject({ lacking: ['xx/ferpa'], voidTerms: [] });
  });

  test('row 3 names the flags that are open', () => {
    const { notes } = decided(whole, { ...entered, exempt: { c0: true, c1: true } });
    expect(notes.map(({ id, message }) => [id, message])).toEqual([
      [
        'exemption-unproven',
        'The exemption is claimed but not proven: c2a (tried), c2b (sought), c3 (keeps), c4a (told) and c4b (agreed).',
      ],
    ]);
  });

  test('rows 5 and 6 tell of an assumed date only where it matters', () => {
    expect(decided(whole, {}).ids).toEqual([]);
    expect(decided(lacking, {}).ids).toEqual(['date-assumed']);
  });

  test('rows 12 to 14 list the void terms beside what lacks', () => {
    const { lacking: lacks, voidTerms, reasons } = decided(both, lapsed);
    expect(lacks).toEqual(['xx/ferpa']);
    expect(voidTerms).toEqual([{ rule: 'xx/sale', section: '14.2' }]);
    expect(reasons).toEqual([
      'Void: notice was given on 2026-10-01, and by 2026-11-01 the contract was not amended to supply ferpa.',
      'Whether the notice and the time were reasonable is for counsel to judge.',
      'The term at § 14.2 is contrary to § 1(sale) and not enforceable.',
    ]);
  });

  test('row 15 leaves what the notice did not name at notice due', () => {
    const { reasons } = decided(twoLacking, { ...lapsed, noticeNamed: ['ferpa'] });
    expect(reasons[0]).toContain('to supply ferpa');
    expect(reasons[2]).toBe(
      'Void unless amended after notice: it lacks law. Notice to amend is due; as the notice did not name it, this makes nothing void.',
    );
    expect(reasons[3]).toBe('A clause is there but lacks an element: law.');
  });
});

describe('the day to amend by', () => {
  test.each([
    ['the last day still cures', '2026-10-31', 'cure-running'],
    ['the day after does not', '2026-11-01', 'void'],
  ])('the pack sets it where the notice names none: %s', (_, asOf, state) => {
    const verdict = decided(lacking, { ...entered, noticeGiven: '2026-10-01' }, { asOf });
    expect(verdict.state).toBe(state);
    expect(verdict.ids).toEqual(['cure-days-assumed']);
  });

  test('a day that the notice names rules', () => {
    expect(decided(lacking, lapsed, { asOf: '2026-11-01' }).state).toBe('cure-running');
    expect(decided(lacking, lapsed, { asOf: '2026-11-02' })).toMatchObject({ state: 'void', ids: [] });
  });

  test('a notice to come has not been given', () => {
    expect(decided(lacking, noticed, { asOf: '2026-09-30' }).state).toBe('notice-due');
  });

  test('a notice works from its own day on', () => {
    expect(decided(lacking, noticed, { asOf: '2026-10-01' }).state).toBe('cure-running');
  });

  test('without a notice it starts nothing', () => {
    const verdict = decided(lacking, { ...entered, cureBy: '2026-01-01' });
    expect(verdict).toMatchObject({ state: 'notice-due', ids: ['cure-without-notice'] });
  });

  test('a notice that names what is no provision is doubted', () => {
    expect(decided(lacking, { ...lapsed, noticeNamed: ['ferppa', 'ferpa'] }).ids).toEqual(['unknown-provision']);
  });
});

describe('an amendment', () => {
  test.each<[string, readonly Finding[], string, string, string[]]>([
    ['in time', whole, '2026-11-01', 'valid', ['renewal-as-entry', 'cured']],
    ['in time, a void term left', conflicting, '2026-11-01', 'valid-with-void-terms', ['renewal-as-entry', 'cured']],
    ['late', whole, '2026-11-02', 'valid', ['renewal-as-entry', 'late-cure']],
    ['that leaves something lacking', lacking, '2026-10-20', 'void', ['renewal-as-entry']],
    ['on the day of the notice', whole, '2026-10-01', 'valid', ['renewal-as-entry', 'cured']],
    ['before the notice', whole, '2026-09-30', 'valid', ['renewal-as-entry']],
  ])('%s', (_, findings, amended, state, ids) => {
    expect(decided(findings, { ...lapsed, amended })).toMatchObject({ state, ids });
  });

  test('that leaves lacking only what no notice has named starts no cure', () => {
    const facts = { ...lapsed, amended: '2026-10-20', noticeNamed: ['law'] };
    expect(decided(lacking, facts).state).toBe('notice-due');
  });
});

describe('profiles', () => {
  test('the statute does not count what the policy alone asks for', () => {
    const findings = replaced(whole, sampleFinding(ads, 'missing'));
    expect(decided(findings, entered)).toMatchObject({ state: 'notice-due', lacking: ['xx/ads'] });
    expect(decided(findings, entered, { profile: 'statute' })).toMatchObject({ state: 'valid', lacking: [] });
  });

  test('a conflict counts in every profile', () => {
    const findings = replaced(whole, sampleFinding(ads, 'missing', ['3']));
    expect(decided(findings, entered, { profile: 'statute' }).state).toBe('valid-with-void-terms');
  });

  test('advice never counts', () => {
    const findings = [...whole, sampleFinding(hint, 'not-required', ['9'])];
    expect(decided(findings, entered)).toMatchObject({ state: 'valid', voidTerms: [] });
  });
});

describe('what nobody read', () => {
  test.each([
    ['whole', whole],
    ['lacking', lacking],
    ['conflicting', conflicting],
  ])('a page without text leaves a contract undetermined: %s', (_, findings) => {
    const verdict = decided(findings, entered, { pagesWithoutText: [3, 4] });
    expect(verdict).toMatchObject({ outcome: 'undetermined', state: 'unreadable' });
    expect(verdict.reasons[0]).toBe('Pages 3 and 4 hold no text that could be read, so no verdict can be given.');
  });

  test('it does not matter where the law does not reach', () => {
    expect(decided(whole, { entered: '2017-01-01' }, { pagesWithoutText: [3] }).state).toBe('before-the-act');
  });

  test.each([
    ['no rules', []],
    ['no rule that asks for anything', [sampleFinding(sale, 'not-required')]],
  ])('%s is an error, not a pass', (_, findings) => {
    expect(() => decided(findings, entered)).toThrow('no rule asks for anything');
  });
});

describe('the date', () => {
  const told = (kind: ContractDate['kind'], date: string): ContractDate => ({ kind, date, start: 0, end: 4 });

  test('comes from the contract where no fact tells it', () => {
    expect(decided(lacking, {}, { entered: told('signed', '2018-06-30') }).state).toBe('before-the-act');
    expect(decided(lacking, entered, { entered: told('signed', '2018-06-30') }).state).toBe('notice-due');
  });

  test('of effect stands in for that of signature, with a warning', () => {
    expect(decided(whole, {}, { entered: told('effective', '2020-01-01') }).ids).toEqual(['date-of-effect']);
    expect(decided(whole, {}, { entered: told('accepted', '2020-01-01') }).ids).toEqual([]);
    expect(decided(whole, {}, { entered: told('renewed', '2020-01-01') }).ids).toEqual(['renewal-as-entry']);
  });

  test('of a renewal to come does not count yet', () => {
    const facts = { entered: '2017-01-01', renewed: '2027-01-01' };
    expect(decided(lacking, facts).state).toBe('before-the-act');
    expect(decided(lacking, facts, { asOf: '2027-01-01' }).state).toBe('notice-due');
  });

  test('of a renewal is told as an assumption where it brings the contract under the law', () => {
    const idsOn = (renewed: string) => decided(whole, { entered: '2017-01-01', renewed }).ids;
    expect(['2018-06-30', '2018-07-01'].map(idsOn)).toEqual([[], ['renewal-as-entry']]);
  });

  test('calls up the notes of the pack, ends included', () => {
    const dateNotes = [{ id: 'waiver', from: '2020-03-23', to: '2020-06-30', message: 'It was waived.' }];
    const idsOn = (date: string) => decided(whole, { entered: date }, { pack: { ...samplePack, dateNotes } }).ids;
    expect(['2020-03-22', '2020-03-23', '2020-06-30', '2020-07-01'].map(idsOn)).toEqual([
      [],
      ['waiver'],
      ['waiver'],
      [],
    ]);
  });
});

describe('for any facts', () => {
  const date = fc.date({ min: new Date('2016-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
  const iso = date.map((day) => day.toISOString().slice(0, 10));
  const anyFacts: fc.Arbitrary<Facts> = fc.record(
    {
      entered: iso,
      renewed: iso,
      amended: iso,
      noticeGiven: iso,
      cureBy: iso,
      noticeNamed: fc.subarray(['ferpa', 'law']),
    },
    { requiredKeys: [] },
  );
  const anyFindings = fc.constantFrom(whole, conflicting, lacking, twoLacking, both);

  test('a contract that lacks something is never valid, and a whole one never void', () => {
    fc.assert(
      fc.property(anyFindings, anyFacts, iso, (findings, facts, asOf) => {
        const { outcome, lacking: lacks } = decided(findings, facts, { asOf });
        expect(lacks.length > 0 ? outcome !== 'valid' : outcome !== 'void').toBe(true);
      }),
    );
  });

  test('nothing is void without a notice', () => {
    fc.assert(
      fc.property(anyFindings, anyFacts, iso, (findings, { noticeGiven, ...facts }, asOf) => {
        expect(decided(findings, facts, { asOf }).state).not.toBe('void');
      }),
    );
  });

  test('a void contract stays void as days pass', () => {
    fc.assert(
      fc.property(anyFindings, anyFacts, iso, iso, (findings, { renewed, amended, ...facts }, one, other) => {
        const [sooner, later] = [one, other].sort() as [string, string];
        const before = decided(findings, facts, { asOf: sooner }).state;
        if (before === 'void') expect(decided(findings, facts, { asOf: later }).state).toBe('void');
      }),
    );
  });

  test('the same facts give the same verdict', () => {
    fc.assert(
      fc.property(anyFindings, anyFacts, (findings, facts) => {
        expect(decided(findings, facts)).toEqual(decided(findings, facts));
      }),
    );
  });
});
