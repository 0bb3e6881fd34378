import { expect, test } from 'vitest';
import { terminal } from '../../src/format/terminal.ts';
import { columnsOf } from '../../src/format/wrap.ts';
import type { FormatOptions, Report } from '../../src/types.ts';
import { hostile, lacking, report, unreadable, valid, waived } from './reports.ts';

const plain: FormatOptions = { color: false, width: 80, verbosity: 'normal' };

test.each<[string, Report, Partial<FormatOptions>]>([
  ['valid', report(valid), {}],
  ['valid-verbose', report(valid), { verbosity: 'verbose' }],
  ['lacking', report(lacking), {}],
  ['lacking-color', report(lacking), { color: true }],
  ['unreadable', report(unreadable), {}],
  ['waived', report(waived), {}],
  ['mixed', report(valid, lacking, unreadable), {}],
  ['mixed-quiet', report(valid, lacking, unreadable, waived), { verbosity: 'quiet' }],
])('%s reads as its golden report', async (name, given, options) => {
  await expect(terminal(given, { ...plain, ...options })).toMatchFileSnapshot(`golden/${name}.txt`);
});

test.each([60, 72, 80, 100])('no line is wider than %i columns', (width) => {
  const lines = terminal(report(valid, lacking, unreadable), { ...plain, width }).split('\n');
  expect(lines.filter((line) => columnsOf(line) > width)).toEqual([]);
});

test('the verdict comes before the provisions and the problems', () => {
  const text = terminal(report(lacking), plain);
  const places = ['VOID UNLESS AMENDED', 'Provisions', 'Problems', 'not legal advice'].map((words) =>
    text.indexOf(words),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test.each([
  'quiet',
  'normal',
  'verbose',
] as const)('nothing in a contract reaches the terminal as a control, %s', (verbosity) => {
  const text = terminal(report(hostile, hostile), { ...plain, verbosity });
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B]/u);
});

test('the only escapes are the painter’s', () => {
  const text = terminal(report(hostile, lacking), { ...plain, color: true });
  expect(text.replace(/\p{Cc}\[\d{1,2}m/gu, '').replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});
