import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { extract } from '../src/extract/index.ts';
import { lint } from '../src/index.ts';

const path = 'fixtures/valid/lakeview-storygrove.docx';
const valid = await extract({ path, bytes: await readFile(path) });

/** The valid contract with one more clause before its signatures. */
async function amendedBy(clause: string) {
  const words = valid.value.replace('Signed for the Board', `12. Amendment\n\n${clause}\n\nSigned for the Board`);
  const report = await lint({ path: 'contract.txt', bytes: new TextEncoder().encode(words) }, { asOf: '2026-01-01' });
  const [contract] = report.contracts;
  if (contract === undefined) throw new Error('nothing was judged');
  return contract;
}

test.each([
  ['The parties sign twice.', 'valid', []],
  ['In Section 8, the words “ten days after discovery” are replaced with “nine days after discovery”.', 'valid', []],
  [
    'In Section 8, the words “ten days after discovery” are replaced with “ninety days after discovery”.',
    'void',
    ['ct/breach-30-days', 'ct/breach-60-days'],
  ],
  ['The reference to “Connecticut” in Section 11.1 is replaced with “Delaware”.', 'void', ['ct/governing-law']],
  ['The second sentence of Section 10 is deleted.', 'valid', []],
  ['The first sentence of Section 10 is deleted.', 'void', ['ct/ferpa']],
])('%s', async (clause, outcome, lacking) => {
  const { verdict } = await amendedBy(clause);
  expect([verdict.outcome, verdict.lacking]).toEqual([outcome, lacking]);
});

test('what is read as amended says so', async () => {
  const { findings } = await amendedBy('In Section 8, the words “ten days” are replaced with “nine days”.');
  const cautions = findings.flatMap(({ evidence }) => evidence.map(({ caution }) => caution)).filter(Boolean);
  expect(new Set(cautions)).toEqual(new Set(['read with “nine days” in place of “ten days”, as § 12 amends it']));
});

test('an amendment of words that are not there is a warning', async () => {
  const { notes } = await amendedBy('In Section 8, the words “two moons” are replaced with “nine days”.');
  expect(notes.filter(({ id }) => id === 'unread-amendment')).toMatchObject([
    { level: 'warning', evidence: [{ section: '12' }] },
  ]);
});
