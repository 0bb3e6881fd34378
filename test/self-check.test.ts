import { expect, test } from 'vitest';
import { extract } from '../src/extract/index.ts';
import { find } from '../src/lint.ts';
import { compileReady, loadReady } from '../src/ready.ts';
import { edited, selfCheck } from '../src/self-check.ts';

const compiled = compileReady(await loadReady('rules/ct'));
const bytes = new TextEncoder().encode(
  'Agreement between the Harwick Board of Education (the "Board") and Brightloom, Inc. (the "Contractor").\n\n1. The Contractor pays its taxes.\n\n2. The laws of the State of Connecticut shall govern the rights and duties of the parties.\n',
);
const text = await extract({ path: 'a.md', bytes });
const { contract, findings } = find(text, compiled);

test('a provision that follows its words is not doubted', () => {
  const doubts = selfCheck(contract, findings, (changed) => find(changed, compiled).findings);
  expect(doubts.filter(({ level }) => level === 'warning')).toEqual([]);
});

test('a provision that stays when its words are gone is doubted', () => {
  const [note] = selfCheck(contract, findings, () => findings);
  expect(note?.rule).toBe('ct/governing-law');
  expect(note?.level).toBe('warning');
  expect(note?.message).toContain('removed, or negated');
});

test('blocks move along with an edit', () => {
  const [first, , last] = text.blocks;
  const after = edited(text, [{ start: first?.start ?? 0, end: first?.end ?? 0, words: 'Short.' }]);
  const moved = after.blocks[2];
  expect(after.value.slice(moved?.start, moved?.end)).toBe(text.value.slice(last?.start, last?.end));
  expect(after.value.slice(0, after.blocks[0]?.end)).toBe('Short.');
});
