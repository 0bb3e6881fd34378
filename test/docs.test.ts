import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulePages } from '../scripts/rule-pages.ts';

test('the pages of the rules are in step with the rules: npm run docs', async () => {
  for (const [name, text] of await rulePages()) expect(readFileSync(`docs/rules/${name}`, 'utf8'), name).toBe(text);
});
