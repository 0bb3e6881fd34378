import { expect, test } from 'vitest';
import { decide } from '../../src/judge/index.ts';
import { sampleContext, sampleFinding, sampleRule } from './samples.ts';

const there = sampleFinding(sampleRule('a'), 'present');
const advice = sampleRule('c', { kind: 'advice', profiles: [] });

test('a contract whose rules were not all looked at is not called valid', () => {
  const { verdict } = decide([there], sampleContext({ skipped: [sampleRule('b'), sampleRule('d')] }));
  expect(verdict).toMatchObject({ outcome: 'undetermined', state: 'partly-checked' });
  expect(verdict.reasons).toEqual([
    '2 rules were skipped, so nobody can say whether the contract satisfies them: b and d.',
  ]);
});

test('what lacks makes it void all the same, and what was skipped is told', () => {
  const lacks = sampleFinding(sampleRule('a'), 'missing');
  const { verdict } = decide([lacks], sampleContext({ skipped: [sampleRule('b')] }));
  expect(verdict).toMatchObject({ outcome: 'void', lacking: ['xx/a'] });
  expect(verdict.reasons.at(-1)).toBe('A rule was skipped, so nobody can say whether the contract satisfies it: b.');
});

test('advice that is skipped changes no verdict', () => {
  expect(decide([there], sampleContext({ skipped: [advice] })).verdict.state).toBe('valid');
});
