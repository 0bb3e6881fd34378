import { expect, test } from 'vitest';
import { contract, quote, statements } from '../contracts.ts';

const asked =
  '**R1.** Acme shall erase.\n\n**R2.** Acme shall post a bond.\n\n**R3.** Acme shall tell within ten days.\n\n**R4.** Acme shall insure.';
const open = 'A requirement with no letter is not a term. "M" means accepted with a modification.';

function award(told: string, head: string, rows: readonly string[]) {
  const rule = head.replace(/[^|]+/g, '---');
  return contract(`# AWARD\n\n${told}\n\n${asked}\n\n## Answers\n\n${[head, rule, ...rows].join('\n')}`);
}

const letters = [
  '| R1 | A | |',
  '| R2 | D | Too dear. |',
  '| R3 | M | For "ten days" read "ninety days". |',
  '| R4 | | Still open. |',
  '| R5 | A | |',
  '| R6 | A | |',
  '| R7 | A | |',
  '| R8 | M | |',
];
const whole = letters.map((row) => row.replace(/^\| R(\d) \|/, '| R$1 | Acme shall do thing $1. |'));

test.each([
  ['those declined or open', open, '| No. | Letter | Remark |', letters, ['erase', 'tell within ten days']],
  [
    'none where the row says itself what is asked for',
    open,
    '| No. | Requirement | Letter | Remark |',
    whole,
    ['erase', 'post a bond', 'tell within ten days', 'insure'],
  ],
])('answers by number leave out %s', async (_, told, head, rows, expected) => {
  const found = statements(await award(told, head, rows));
  expect(found.flatMap((words) => /^Acme shall (?!do)(.*)\.$/.exec(words)?.[1] ?? [])).toEqual(expected);
});

test('an answer by number changes the words of what it answers', async () => {
  const found = await award(open, '| No. | Letter | Remark |', letters);
  expect(found.changes.map(({ at, by }) => [quote(found, at), quote(found, by)])).toEqual([
    ['ten days', 'ninety days'],
  ]);
});
