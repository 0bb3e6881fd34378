import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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
  expect(sh('git diff')).toContain('ct/governing-law  present → missing');
  const text = sh('git diff --no-ext-diff');
  expect(text).toMatch(/^-.*held invalid by a court/m);
  expect(text).toMatch(/^\+.*State of Delaware/m);
});
