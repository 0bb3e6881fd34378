import { expect, test } from 'vitest';
import { sentences } from '../../../src/parse/outline/sentences.ts';

test.each([
  ['Vendor hosts it. It shall not sell it.', ['Vendor hosts it.', 'It shall not sell it.']],
  [
    'It follows Conn. Gen. Stat. § 10-1 and 20 U.S.C. § 12. Nothing else.',
    ['It follows Conn. Gen. Stat. § 10-1 and 20 U.S.C. § 12.', 'Nothing else.'],
  ],
  [
    'It follows Cal. Ed. Code § 49 and Tex. Bus. & Com. Code § 5. Nothing else.',
    ['It follows Cal. Ed. Code § 49 and Tex. Bus. & Com. Code § 5.', 'Nothing else.'],
  ],
  ['Acme, Inc. shall pay. The Board shall not.', ['Acme, Inc. shall pay.', 'The Board shall not.']],
  ['It is run by Acme, Inc. The Board pays.', ['It is run by Acme, Inc.', 'The Board pays.']],
  ['See Sec. 4 and No. 7. Go on.', ['See Sec. 4 and No. 7.', 'Go on.']],
  ['Do we sell it? No. We never did.', ['Do we sell it?', 'No.', 'We never did.']],
  [
    'Mr. J. Smith of the U.S. Mint signs. He is e.g. Able.',
    ['Mr. J. Smith of the U.S. Mint signs.', 'He is e.g. Able.'],
  ],
  ['It is in Exhibit A. The rest is not.', ['It is in Exhibit A.', 'The rest is not.']],
  ['(a) Vendor calls. (b) Vendor writes.', ['(a) Vendor calls.', '(b) Vendor writes.']],
  ['1. Vendor calls by 5 p.m. Monday.', ['1. Vendor calls by 5 p.m. Monday.']],
  ['He said "never." Then he did.', ['He said "never."', 'Then he did.']],
  ['VENDOR SHALL NOT SELL IT. VENDOR SHALL NOT RENT IT.', ['VENDOR SHALL NOT SELL IT.', 'VENDOR SHALL NOT RENT IT.']],
])('%s', (text, expected) => {
  expect(sentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))).toEqual(
    expected,
  );
});

test('stays inside the span', () => {
  const text = 'One. Two. Three. Four.';
  expect(sentences(text, { start: 5, end: 16 })).toEqual([
    { start: 5, end: 9 },
    { start: 10, end: 16 },
  ]);
});
