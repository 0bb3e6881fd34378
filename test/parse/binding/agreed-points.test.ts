import { expect, test } from 'vitest';
import { contract, statements } from '../contracts.ts';

const points = [
  '1. Vendor shall delete all.',
  '2. Vendor may sell files.',
  '3. Vendor may keep files.',
  '4. The law of Maine governs.',
];
const rule = 'A point is a term only if the other side answers "agreed".';

async function read(lead: string, answers: string): Promise<string[]> {
  const found = await contract(
    `# ORDER\n\n${lead}\n\n## Letter of Ann\n\n${points.join('\n')}\n\n## Letter of Bob\n\n${answers}`,
  );
  return statements(found).filter((words) => points.some((point) => point.endsWith(words)));
}

const [erase, sell, keep, maine] = points.map((point) => point.slice(3));

test.each([
  ['what is refused', 'Points follow.', 'Point 1: agreed. Points 2 and 4: not agreed.', [erase, keep]],
  ['what nobody answered, where it must be', rule, 'Points 1 and 3: agreed. Point 2: not agreed.', [erase, keep]],
  ['the last answer counts', 'Points follow.', 'Points 1 to 4: not agreed.\n\nPoints 1 and 2: agreed.', [erase, sell]],
  ['nothing without answers', rule, 'Thank you.', [erase, sell, keep, maine]],
  ['nothing else of that number', 'Points follow.', 'Points 8 and 9: not agreed.', [erase, sell, keep, maine]],
])('of points in letters it leaves out %s', async (_, lead, answers, expected) => {
  expect(await read(lead, answers)).toEqual(expected);
});
