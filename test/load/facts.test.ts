import { describe, expect, test } from 'vitest';
import { parseFacts } from '../../src/load/facts.ts';
import { samplePack, sampleRule } from '../judge/samples.ts';

const pack = { ...samplePack, rules: [sampleRule('ferpa'), sampleRule('governing-law')] };

function facts(content: string) {
  return parseFacts('a.pdf.dpa.yml', content, pack);
}

describe('the side file', () => {
  test('gives every fact', () => {
    expect(
      facts(`entered: 2023-07-01
renewed: 2024-07-01
amended: 2026-11-01
notice-given: 2026-10-01
cure-by: 2026-11-15
notice-named: [ferpa, xx/governing-law]
exempt: { c0: true, c1: false }
out-of-scope: The school is private.
`),
    ).toEqual({
      entered: '2023-07-01',
      renewed: '2024-07-01',
      amended: '2026-11-01',
      noticeGiven: '2026-10-01',
      cureBy: '2026-11-15',
      noticeNamed: ['xx/ferpa', 'xx/governing-law'],
      exempt: { c0: true, c1: false },
      outOfScope: 'The school is private.',
    });
  });

  test('has short forms for one provision and for flags that are true', () => {
    expect(facts('notice-named: ferpa\nexempt: [c0, c1]\n')).toEqual({
      noticeNamed: ['xx/ferpa'],
      exempt: { c0: true, c1: true },
    });
  });

  test.each([
    [
      'an unknown key',
      'notice_given: 2026-10-01',
      '1:1: unknown key "notice_given"; did you mean "notice-given"? Allowed: entered, renewed, amended, notice-given, cure-by, notice-named, exempt, out-of-scope',
    ],
    ['a date in words', 'entered: July 1, 2023', '1:1: expected a day as 2018-07-01'],
    ['a day that is none', 'entered: 2023-02-29', '1:1: no such day'],
    [
      'an unknown provision',
      'notice-named: [ferpa, govern-law]',
      '1:23: no provision "govern-law"; did you mean "xx/governing-law"? Known: xx/ferpa, xx/governing-law',
    ],
    [
      'an unknown flag',
      'exempt: { c9: true }',
      '1:11: no flag "c9"; did you mean "c0"? Known: c0, c1, c2a, c2b, c3, c4a, c4b',
    ],
    ['a flag that is neither true nor false', 'exempt: { c0: yes }', '1:11: expected true or false, found "yes"'],
    [
      'a time that ended before it began',
      'notice-given: 2026-10-01\ncure-by: 2026-09-01',
      '2:1: the day to amend by is before the notice',
    ],
    ['a word alone', 'exempt', '1:1: expected a map, found "exempt"'],
  ])('refuses %s', (_, content, message) => {
    expect(() => facts(content)).toThrow(`a.pdf.dpa.yml:${message}`);
  });
});
