import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parseFacts } from '../../src/load/facts.ts';
import { loadReady } from '../../src/ready.ts';

const page = await readFile('docs/side-file.md', 'utf8');
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, example = '']) => example);

test('every example on the page can be read', async () => {
  const pack = await loadReady('rules/ct');
  expect(examples).toHaveLength(6);
  for (const example of examples) expect(() => parseFacts('docs/side-file.md', example, pack)).not.toThrow();
});
