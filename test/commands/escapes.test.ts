import { expect, test } from 'vitest';
import { folderOf } from '../load/folders.ts';
import { bareContract, runIn } from './run.ts';

const evil = 'evil\u001B[2J.md';
const control = /[^\P{Cc}\n]/u;

// Whoever sends a pull request names the files in it, and writes a configuration.
test.each<[string, Record<string, string>, string[]]>([
  ['a side file', { [evil]: bareContract, [`${evil}.dpa.yml`]: 'waivers: 3\n' }, ['DIR']],
  ['a configuration', { 'a.md': bareContract, '.dpa-lint.yml': '"profil\\e[2J": 3\n' }, ['DIR']],
  ['what a baseline cannot know', { 'evil\u001B[2J.pdf': '' }, ['baseline', 'DIR', '--baseline', 'DIR/known.json']],
  ['what cannot be read', { 'evil\u001B[2J.pdf': '' }, ['text', 'DIR/evil\u001B[2J.pdf']],
  ['what cannot be compared', { [evil]: bareContract, 'b.pdf': '' }, ['diff', `DIR/${evil}`, 'DIR/b.pdf']],
  [
    'what is waived',
    { [evil]: bareContract },
    ['waive', `DIR/${evil}`, 'ferpa', '--reason', 'x', '--approver', 'a', '--expires', '2099-01-01'],
  ],
  ['an option that there is not', {}, ['--fail-on', 'x\u001B[2J', 'DIR']],
  ['a day that there is not', {}, ['--as-of', 'x\u001B[2J', 'DIR']],
])('no control of a file name reaches the terminal: %s', async (_, files, argv) => {
  const folder = await folderOf(files);
  const { stdout, stderr } = await runIn(folder, ...argv);
  expect(stdout + stderr).not.toBe('');
  expect(stdout + stderr).not.toMatch(control);
});

const commands = '::error file=x::pwn ##[error]x';
const hostile = `# Order\n\nThe Vendor delivers chairs in May 2024. The governing law is that of Delaware.\n\n ${commands}\n`;

// A step of GitHub Actions obeys what it reads in its log.
test.each<[string[]]>([
  [['text', 'DIR/a.md']],
  [['text', 'DIR/a.md', '--color']],
  [['DIR/a.md', '-v', '-f', 'terminal']],
  [['diff', 'DIR/b.md', 'DIR/a.md']],
  [['DIR/a.md', '--baseline', '##[error]x.json']],
])('what a contract or a path says is no command of a log: %j', async (argv) => {
  const folder = await folderOf({ 'a.md': hostile, 'b.md': bareContract });
  const { stdout, stderr } = await runIn(folder, ...argv);
  expect(stdout + stderr).not.toMatch(/^\s*::|##\[/m);
});
