import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { docx, p, r } from '../extract/support.ts';
import { folderOf } from '../load/folders.ts';
import { runIn } from './run.ts';

const clauses = {
  sells: 'The Vendor may sell Student Data to any partner.',
  severed: 'If a provision of this Agreement is held invalid, the rest of it stands and remains in effect.',
};
const contract = (...terms: string[]) =>
  `# Agreement\n\nThis Agreement, dated March 3, 2023, is between the Harwick Board of Education, Harwick, Connecticut (the "Board"), and Brightloom, Inc. (the "Vendor").\n\n"Student Data" means student information, student records and student-generated content.\n\n${terms.map((term, index) => `## ${index + 1}. Terms\n\n${index + 1}.1 ${term}\n`).join('\n')}`;

async function diff(old: string, changed: string, ...argv: string[]) {
  const folder = await folderOf({ 'old.md': old, 'new.md': changed });
  return runIn(folder, 'diff', 'DIR/old.md', 'DIR/new.md', '--as-of', '2026-01-01', ...argv);
}

test('the same words on other lines, under other numbers, are no difference', async () => {
  const reflowed = contract('The Board pays.', clauses.sells, clauses.severed).replaceAll(
    / (?=any|held|the rest)/g,
    '\n',
  );
  expect(await diff(contract(clauses.sells, clauses.severed), reflowed)).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('provisions, elements and conflicts that come and go are told', async () => {
  const { stdout, code } = await diff(contract(clauses.sells), contract(clauses.severed));
  expect(stdout).toContain('ct/severability  missing → present\n  ~ ');
  expect(stdout).toMatch(
    /ct\/operator-sale\n {2}- conflict: [\s\S]+“The Vendor may sell Student Data to any partner\.”/,
  );
  expect(code).toBe(1);
  const back = await diff(contract(clauses.severed), contract(clauses.sells), '--json');
  const { provisions } = JSON.parse(back.stdout);
  expect(provisions).toContainEqual(
    expect.objectContaining({ rule: 'ct/severability', required: { from: 'present', to: 'missing' } }),
  );
  const sale = provisions.find(({ rule }: { rule: string }) => rule === 'ct/operator-sale');
  expect(sale.conflicts).toMatchObject({ come: [{ section: '1.1' }], gone: [] });
});

test('a provision in other words is told, though it is there as before', async () => {
  const { stdout, code } = await diff(contract(clauses.severed), contract(clauses.severed.replace('stands and ', '')));
  expect(stdout.split('\n').map((line) => line.slice(0, 30).trimEnd())).toEqual([
    'ct/severability',
    '  ~ the same, in other words',
    '    was § 1.1: “If a provision',
    '        effect.”',
    '    now § 1.1: “If a provision',
    '',
  ]);
  expect(code).toBe(1);
});

const by = 'w:author="Vendor Counsel" w:date="2026-01-01T00:00:00Z"';
const del = (text: string) =>
  `<w:del w:id="1" ${by}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const ins = (text: string) => `<w:ins w:id="2" ${by}>${r(text)}</w:ins>`;
const redline = docx(
  [
    ...contract()
      .split('\n\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => p(line.replaceAll('"', '&quot;'))),
    `<w:p>${r('7.1 The Vendor shall notify the Board of a breach of student information within ')}${del('48 hours of its discovery')}${ins('a reasonable time')}${r('.')}</w:p>`,
    `<w:p>${del(`7.2 ${clauses.severed}`)}</w:p>`,
    `<w:p>${ins(`7.3 ${clauses.sells}`)}</w:p>`,
  ].join(''),
);

test.each([
  ['held against the text before it', ['DIR/old.md', 'DIR/new.docx']],
  ['alone', ['DIR/new.docx']],
])('a redline %s tells who took words away and who put them in', async (_, paths) => {
  const folder = await folderOf({
    'old.md': contract(
      'The Vendor shall notify the Board of a breach of student information within 48 hours of its discovery.',
      clauses.severed,
    ),
  });
  await writeFile(join(folder, 'new.docx'), redline);
  const { stdout, code } = await runIn(folder, 'diff', ...paths, '--json', '--as-of', '2026-01-01');
  const { provisions } = JSON.parse(stdout);
  const of = (rule: string) => provisions.find((one: { rule: string }) => one.rule === rule);
  const who = '(Vendor Counsel, 2026-01-01)';
  expect(of('ct/severability')).toMatchObject({
    required: { from: 'present', to: 'missing' },
    was: [{ caution: `inside a tracked deletion ${who}` }],
    now: [],
    near: null,
  });
  // Whether a pattern or words alone found it does not matter here.
  expect(of('ct/breach-30-days')).toMatchObject({
    was: [{ caution: expect.stringContaining(`inside a tracked deletion ${who}`) }],
    now: [{ caution: `inside a tracked insertion ${who}`, section: '7.1' }],
    near: null,
  });
  expect(of('ct/operator-sale').conflicts.come).toMatchObject([{ section: '7.3' }]);
  expect(code).toBe(1);
  const told = (await runIn(folder, 'diff', ...paths, '--as-of', '2026-01-01')).stdout.replace(/\s+/g, ' ');
  expect(told).toContain(
    `now § 7.1: “The Vendor shall notify the Board of a breach of student information within a reasonable time.” (inside a tracked insertion ${who})`,
  );
});

test('one text alone without tracked changes is nothing to compare', async () => {
  const folder = await folderOf({ 'old.md': contract(clauses.sells) });
  const { stderr, code } = await runIn(folder, 'diff', 'DIR/old.md');
  expect([code, stderr]).toEqual([2, expect.stringContaining('has no tracked changes')]);
});

test.each([
  ['/dev/null', 'DIR/a.md', 'verdict  no contract → void unless amended, notice is due\n'],
  ['DIR/a.md', '/dev/null', 'verdict  void unless amended, notice is due → no contract\n'],
])('git names %s and %s of a contract that came or went', async (old, changed, told) => {
  const folder = await folderOf({ 'a.md': contract(clauses.sells) });
  const { stdout, code } = await runIn(folder, 'diff', old, changed, '--as-of', '2026-01-01');
  expect([stdout, code]).toEqual([told, 1]);
  const json = JSON.parse((await runIn(folder, 'diff', old, changed, '--json')).stdout);
  expect([json.old, json.new].filter((one) => one === null)).toHaveLength(1);
  expect(json.provisions).toEqual([]);
});

test('nothing on both sides is refused', async () => {
  const { stderr, code } = await runIn('/nowhere', 'diff', '/dev/null', '/dev/null');
  expect([stderr, code]).toEqual(['dpa-lint: diff: there is no contract on either side\n', 2]);
});

test('the configuration of the new text holds for the old one, wherever git keeps that', async () => {
  const text = contract(clauses.sells);
  const folder = await folderOf({ 'git/a.md': text, 'new/a.md': text, 'new/.dpa-lint.yml': 'skip: [ferpa]\n' });
  expect(await runIn(folder, 'diff', 'DIR/git/a.md', 'DIR/new/a.md')).toEqual({ code: 0, stdout: '', stderr: '' });
});

test.each(['old', 'new'])('facts beside the %s text hold for both', async (side) => {
  const text = contract(clauses.sells);
  const folder = await folderOf({ 'old.md': text, 'new.md': text, [`${side}.md.dpa.yml`]: 'out-of-scope: Private.\n' });
  expect(await runIn(folder, 'diff', 'DIR/old.md', 'DIR/new.md')).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('what cannot be judged has no differences', async () => {
  const folder = await folderOf({ 'old.md': contract(clauses.sells), 'new.pdf': '' });
  const ran = await runIn(folder, 'diff', 'DIR/old.md', 'DIR/new.pdf');
  expect(ran).toMatchObject({
    code: 3,
    stdout: '',
    stderr: expect.stringContaining('DIR/new.pdf: The file is empty.'),
  });
});

test('git calls it, and reads contracts by it, as the page says', async () => {
  const folder = await folderOf({
    'a.docx': '# Order\n\nThe Vendor sells chairs.\n',
    'tools/dpa-lint': `#!/bin/sh\nexec "${process.execPath}" "${process.cwd()}/bin/dpa-lint.js" "$@"\n`,
  });
  const page = await readFile('docs/ci.md', 'utf8');
  const setup = /```sh\n(echo [\s\S]*?)```/.exec(page)?.[1] ?? '';
  const { PATH: path = '' } = process.env;
  const sh = (script: string) =>
    execFileSync('sh', ['-ec', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(folder, 'tools')}:${path}` },
    });
  await writeFile(join(folder, 'a.docx'), await readFile('fixtures/valid/lakeview-storygrove.docx'));
  sh(`chmod +x tools/dpa-lint; git init -q; ${setup}`);
  sh('git add a.docx; git -c user.name=a -c user.email=a@b commit -qm a');
  await writeFile(join(folder, 'a.docx'), await readFile('fixtures/alike/void.docx'));
  expect(sh('git diff')).toMatch(/^a\.docx\n[\s\S]*^ct\/governing-law {2}present → missing/m);
  expect(sh('git diff --cached $(git hash-object -t tree /dev/null)')).toMatch(/^a\.docx\nverdict {2}no contract → /m);
  const text = sh('git diff --no-ext-diff');
  expect(text).toMatch(/^-.*held invalid by a court/m);
  expect(text).toMatch(/^\+.*State of Delaware/m);
});
