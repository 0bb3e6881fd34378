import { expect, test } from 'vitest';
import { formatters } from '../../src/format/index.ts';
import type { FormatOptions, Report } from '../../src/types.ts';
import { hostile, lacking, report, unreadable, valid, waived } from './reports.ts';

const options: FormatOptions = { color: false, width: 80, verbosity: 'normal' };
const reports: [string, Report][] = [
  ['valid', report(valid)],
  ['lacking', report(lacking)],
  ['unreadable', report(unreadable)],
  ['waived', report(waived)],
  ['mixed', report(valid, lacking, unreadable)],
];
const written = Object.keys(formatters).filter((name) => !['terminal', 'xlsx'].includes(name));

test.each(written)('%s gives its golden reports', async (name) => {
  for (const [kind, given] of reports) {
    await expect(await textOf(name, given)).toMatchFileSnapshot(`golden/${kind}.${name}.out`);
  }
});

test.each(written)('%s gives the same bytes for the same report, and ends its last line', async (name) => {
  const given = report(valid, lacking, unreadable);
  const text = await textOf(name, given);
  expect(text).toBe(await textOf(name, structuredClone(given)));
  expect(text).toMatch(/[^\n]\n$/);
});

test.each(written)('no byte of %s is a control that a contract has put there', async (name) => {
  const notes = [
    { id: 'x', rule: null, level: 'warning', message: '\u001B[2Jowned\u009B31m\u202E', evidence: [] },
  ] as const;
  const text = await textOf(name, report(hostile, lacking, { ...hostile, notes }));
  expect(text).toContain('owned');
  expect(text.replace(/[\n\r]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u);
});

test.each(written)('%s says of a contract that could not be judged that it was not', async (name) => {
  const text = await textOf(name, report(unreadable));
  expect(text).toContain('The file is damaged.');
  expect(text).toMatch(/undetermined/i);
});

async function textOf(name: string, given: Report): Promise<string> {
  const output = await (await formatters[name]?.())?.(given, options);
  if (typeof output !== 'string') throw new Error(`${name} is no text`);
  return output;
}
