import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inOrder } from '../../src/audit/in-order.ts';

test.each([1, 2, 3, 16])('with %i at a time the results come in order, and never more run', async (atOnce) => {
  let running = 0;
  let most = 0;
  const work = async (item: number) => {
    running += 1;
    most = Math.max(most, running);
    await wait((item * 7) % 5);
    running -= 1;
    return item;
  };
  const items = Array.from({ length: 40 }, (_, index) => index);
  const results: number[] = [];
  for await (const result of inOrder(items, atOnce, work)) results.push(result);
  expect(results).toEqual(items);
  expect(most).toBeLessThanOrEqual(atOnce);
});

test('a failure comes in its turn', async () => {
  const seen: number[] = [];
  const work = async (item: number) => {
    if (item === 2) throw new Error('two');
    return item;
  };
  await expect(async () => {
    for await (const result of inOrder([0, 1, 2, 3], 4, work)) seen.push(result);
  }).rejects.toThrow('two');
  expect(seen).toEqual([0, 1]);
});

test('nothing to do is done at once', async () => {
  for await (const _ of inOrder([], 2, async () => 1)) throw new Error('something');
});
