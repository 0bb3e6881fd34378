import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stem } from '../../src/language/stem.ts';
import { words } from '../../src/language/words.ts';

test.each([
  ["Vendor won't sell it", 'vendor will not sell it'],
  ['Vendor’s staff', "vendor 's staff"],
  ["it's ours, isn't it", 'it is ours , is not it'],
  ["students' work", 'students work'],
  ['student-generated content', 'student generated content'],
  ['C.G.S. § 10-234bb(a)(1)', 'c g s § 10-234 bb ( a ) ( 1 )'],
  ['Write to a.b@vendor.com.', 'write to a b @ vendor com .'],
  ['We cannot and shall not', 'we can not and shall not'],
  // What a quick look at plain letters must leave to the pattern.
  ['the caf\u00e9’s e\u0301l\u00e8ves', "the caf\u00e9 's e\u0301l\u00e8ves"],
  ['30\u00a0days\u2028after “notice”—each', '30 days after “ notice ” — each'],
  ['\u00c9cole-d’\u00c9t\u00e9 1.5/2 -x', "\u00e9cole d'\u00e9t\u00e9 1.5/2 - x"],
])('reads %s', (text, expected) => {
  expect(
    words(text)
      .map((word) => word.text)
      .join(' '),
  ).toBe(expected);
});

test.each([
  [['delete', 'deletes', 'deleted', 'deleting', 'deletion']],
  [['keep', 'kept', 'keeping']],
  [['own', 'owner', 'ownership', 'owned']],
  [['organise', 'organize']],
  [['licence', 'license', 'licensed']],
])('brings %j to one stem', (forms) => {
  expect(new Set(forms.map(stem)).size).toBe(1);
});

test.each([
  ['information', 'inform'],
  ['incident', 'inside'],
  ['consult', 'consultant'],
  ['cooperate', 'cooperative'],
  ['respond', 'respondent'],
  ['university', 'universal'],
  ['provide', 'provider'],
  ['subscribe', 'subscriber'],
  ['correct', 'corrective'],
  ['response', 'responsible'],
  ['several', 'severable'],
  ['separate', 'separable'],
  ['government', 'govern'],
  ['securities', 'security'],
  ['intern', 'internal'],
  ['intern', 'international'],
  ['generate', 'general'],
  ['respect', 'respective'],
  ['fit', 'fitness'],
  ['provide', 'providence'],
])('keeps %s and %s apart', (one, other) => {
  expect(stem(one)).not.toBe(stem(other));
});

test('offsets point into the text, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(50), (text, from) => {
      for (const word of words(text, from)) {
        const raw = text.slice(word.start - from, word.end - from);
        expect(raw.length).toBeGreaterThan(0);
        expect(raw.trim()).toBe(raw);
      }
    }),
  );
});
