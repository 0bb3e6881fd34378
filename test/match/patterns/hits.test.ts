import { expect, test } from 'vitest';
import { Hits } from '../../../src/match/patterns/hits.ts';

function hits(): Hits {
  const found = new Hits(40);
  found.put([3, 33], 4, 5);
  found.put([3], 7, 9);
  found.put([3], 0, 1, true);
  return found;
}

test('an atom occurs at each of its places, in their order', () => {
  expect(hits().get(3)).toEqual([
    { start: 0, end: 1, weak: true },
    { start: 4, end: 5, weak: false },
    { start: 7, end: 9, weak: false },
  ]);
});

test('atoms of one place are told apart, and what does not occur is nowhere', () => {
  const found = hits();
  expect([1, 3, 33, 35, 90].filter((id) => found.has(id))).toEqual([3, 33]);
  expect(found.get(33)).toHaveLength(1);
  expect(found.get(1)).toEqual([]);
  const told: number[] = [];
  found.each((id) => told.push(id));
  expect(told).toEqual([3, 33]);
});

test('an atom whose places are taken away occurs all the same', () => {
  const found = hits();
  found.replace(33, []);
  expect(found.get(33)).toEqual([]);
  expect(found.has(33)).toBe(true);
});
