import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { formatters } from '../../src/format/index.ts';
import { format, lint } from '../../src/index.ts';

// What a contract says of itself changes with the rules; what a format looks like does not. So the samples of the page
// are held against real reports by their shape: the same keys, tags and properties at the start of each line.
const page = await readFile('docs/formats.md', 'utf8');
const report = await lint(['fixtures/void', 'fixtures/unreadable/scan.pdf'], { ocr: 'off', asOf: '2026-01-01' });

const samples = page.split(/^## /m).flatMap((section) => {
  const [name = ''] = section.split('\n');
  return [...section.matchAll(/```(?:json|xml|)\n([\s\S]*?)```/g)].map(([, text = '']) => [name.trim(), text] as const);
});

const shape = /^\s*(?:"[\w$/-]+": ?[[{]?|<\/?[\w-]+|::\w+ file=)/;

test.each(
  samples.filter(([name]) => name in formatters),
)('the sample of %s looks as the report does', async (name, text) => {
  const lines = new Set((await format(report, name)).split('\n').map((line) => (shape.exec(line)?.[0] ?? '').trim()));
  const shown = text.split('\n').map((line) => (shape.exec(line)?.[0] ?? '').trim());
  expect(shown.filter((line) => line !== '').length).toBeGreaterThan(0);
  for (const line of shown) expect([...lines, '']).toContain(line);
});

test('the page has a section or a row for every format', () => {
  for (const name of Object.keys(formatters)) expect(page).toContain(`\`${name}\``);
});
