import { expect, test } from 'vitest';
import { github } from '../../src/format/github.ts';
import type { Checked } from '../../src/types.ts';
import { lacking, report, unreadable, valid } from './reports.ts';

test('annotations come first, then every verdict, then the counts', () => {
  const lines = read(valid, lacking, unreadable);
  const commands = lines.filter((line) => line.startsWith('::'));
  expect(lines.slice(0, commands.length)).toEqual(commands);
  expect(lines.slice(commands.length)).toEqual([
    '✓ contracts/acme.pdf: valid',
    '✗ contracts/brook.docx: void unless amended, notice is due (lacks ownership, governing-law; 2 void terms: governing-law, sale)',
    '? contracts/scan.pdf: undetermined (The file is damaged.)',
    '3 contracts: 1 valid, 1 notice is due, 1 undetermined; 5 errors, 1 warnings',
    '',
  ]);
});

test('no step has more annotations than GitHub shows, and those that it has not are told', () => {
  const many = Array.from({ length: 30 }, (_, index) => ({ ...lacking, path: `${index}.docx` }));
  const lines = read(...many, unreadable);
  const of = (level: string) => lines.filter((line) => line.startsWith(`::${level} `));
  expect([of('error').length, of('warning').length, of('notice').length]).toEqual([10, 10, 0]);
  expect(of('error')[0]).toContain('title=Undetermined::The file is damaged.');
  expect(lines.at(-2)).toBe('131 more are not annotated, since GitHub would drop them; other formats have them all.');
});

test.each([
  ['a,b:c%d.pdf', 'file=a%2Cb%3Ac%25d.pdf,'],
  ['a\n::error::x.pdf', 'file=a %3A%3Aerror%3A%3Ax.pdf,'],
  ['.\\in\\a.pdf', 'file=in/a.pdf,'],
])('the path %j is no command', (path, shown) => {
  expect(read({ ...unreadable, path })[0]).toContain(shown);
});

test.each([
  '::stop-commands::x',
  '##[error]x',
  '\n::error::x',
  '%0A::error::x',
])('%j of a contract is words', (words) => {
  const evil = { ...unreadable, path: words, verdict: { ...unreadable.verdict, reasons: [words] } };
  const lines = read(evil);
  expect(lines.filter((line) => line.trim().startsWith('::'))).toHaveLength(1);
  expect(lines.join('\n')).not.toContain('##[');
  expect(lines[0]).not.toMatch(/%0A::error/);
});

function read(...contracts: Checked[]): string[] {
  return github(report(...contracts), { color: false, width: 80, verbosity: 'normal' }).split('\n');
}
