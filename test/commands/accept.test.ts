import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { linesAt, makePdf, updated } from '../extract/make-pdf.ts';
import { folderOf } from '../load/folders.ts';
import { runIn } from './run.ts';

const sells = 'The Vendor may sell Student Data to any partner.';
const contract = (...clauses: string[]) =>
  `# Agreement\n\nThis Agreement, dated March 3, 2023, is between the Harwick Board of Education, Harwick, Connecticut (the "Board"), and Brightloom, Inc. (the "Vendor").\n\n"Student Data" means student information, student records and student-generated content.\n\n${clauses.map((clause, index) => `## ${index + 1}. Terms\n\n${clause}\n`).join('\n')}`;
const at = ['--as-of', '2026-01-01', '--no-config'];
const why = ['--reason', 'Old.', '--approver', 'D'];
const waiver = (rest: string) =>
  `waivers:\n  - rule: operator-sale\n    reason: The board agreed.\n    approver: D. Ellison\n${rest}`;

interface Told {
  readonly rule: string;
  readonly conflicts: readonly { readonly waived?: object; readonly baselined?: true }[];
}

async function lint(folder: string, ...argv: string[]) {
  const { stdout, stderr, code } = await runIn(folder, 'DIR/a.md', '-f', 'json', ...at, ...argv);
  if (stdout === '') throw new Error(stderr);
  const [document] = JSON.parse(stdout).documents;
  const sale: Told = document.results.find(({ rule }: Told) => rule === 'ct/operator-sale');
  const notes: string[] = document.notes.map(({ id }: { id: string }) => id);
  return { code, sale, document, notes: notes.filter((id) => /waiver|baseline|accepted/.test(id)) };
}

test('a waived finding is shown as accepted, and alone fails no run', async () => {
  const folder = await folderOf({
    'a.md': contract(sells),
    'a.md.dpa.yml': waiver('    expires: 2026-06-30\n'),
  });
  const waived = { reason: 'The board agreed.', approver: 'D. Ellison', expires: '2026-06-30' };
  const { sale, notes, code } = await lint(folder);
  expect(sale.conflicts).toMatchObject([{ waived }]);
  // It has no mark of its clause, so a worse one would be accepted unseen.
  expect([notes, code]).toEqual([['waiver-unbound', 'accepted'], 1]);
  const audit = await lint(folder, '--audit');
  expect([audit.sale.conflicts[0]?.waived, audit.notes]).toEqual([undefined, []]);
  const terminal = await runIn(folder, 'DIR/a.md', ...at);
  expect(terminal.stdout).toMatch(
    /Forbidden conduct[\s\S]+accepted +By D\. Ellison until 2026-06-30: The board agreed\./,
  );
  const sarif = await runIn(folder, 'DIR/a.md', '-f', 'sarif', ...at);
  const { results } = JSON.parse(sarif.stdout).runs[0];
  const accepted = results.filter(({ suppressions }: { suppressions: unknown[] }) => suppressions.length > 0);
  expect(accepted).toMatchObject([
    { ruleId: 'ct/operator-sale', level: 'note', suppressions: [{ kind: 'external', status: 'accepted' }] },
  ]);
});

test.each([
  ['expired', '    expires: 2025-12-31\n', sells, 'waiver-expired'],
  ['bound to other words', '    expires: 2026-06-30\n    clause: 0123456789abcdef\n', sells, 'waiver-lapsed'],
  ['not needed', '    expires: 2026-06-30\n', 'The Vendor delivers.', 'waiver-unused'],
])('a waiver that is %s is told', async (_, rest, clause, note) => {
  const folder = await folderOf({ 'a.md': contract(clause), 'a.md.dpa.yml': waiver(rest) });
  const { sale, notes } = await lint(folder);
  expect(sale.conflicts.filter(({ waived }) => waived !== undefined)).toEqual([]);
  expect(notes).toEqual([note]);
});

test.each([
  ['    expires: 2026-06-31\n', 'a.md.dpa.yml:5:5'],
  ['', 'missing key "expires"'],
  ['    expires: 2026-06-30\n    until: x\n', 'unknown key "until"'],
  ['    expires: 2026-06-30\n  - { rule: ferpa, reason: " ", approver: D, expires: 2026-06-30 }\n', 'found blanks'],
])('a waiver must be whole: %j', async (rest, told) => {
  const folder = await folderOf({ 'a.md': contract(sells), 'a.md.dpa.yml': waiver(rest) });
  expect(await runIn(folder, 'DIR/a.md', ...at)).toMatchObject({ code: 2, stderr: expect.stringContaining(told) });
});

test('a waiver for several contracts is of no use only where none of them needs it', async () => {
  const w = waiver('    expires: 2026-06-30\n').replace('- rule:', '- contract: ["x/*.md"]\n    rule:');
  const folder = await folderOf({
    'x/a.md': contract(''),
    'x/b.md': contract(sells),
    'x/c.md': contract(''),
    'w.yml': w,
    '.dpa-lint.yml': 'waivers: w.yml\n',
  });
  const notes = async (...paths: readonly string[]) => {
    const { stdout } = await runIn(folder, ...paths, '-f', 'json', '--as-of', '2026-01-01');
    return JSON.parse(stdout).documents.flatMap((one: { path: string; notes: { id: string }[] }) =>
      one.notes.filter(({ id }) => id.startsWith('waiver')).map(({ id }) => `${one.path} ${id}`),
    );
  };
  expect(await notes('DIR/x/a.md')).toEqual([]);
  expect(await notes('DIR')).toEqual(['DIR/x/b.md waiver-unbound']);
  await writeFile(`${folder}/x/b.md`, contract(''));
  expect(await notes('DIR/x/a.md', 'DIR/x/b.md')).toEqual([]);
  expect(await notes('DIR', '--jobs', '2')).toEqual(['DIR/x/c.md waiver-unused']);
  await writeFile(`${folder}/w.yml`, `${w}    clause: 0123456789abcdef\n`);
  await writeFile(`${folder}/x/a.md`, contract(sells));
  expect(await notes('DIR')).toEqual(['DIR/x/c.md waiver-lapsed']);
});

test('the central file waives by path', async () => {
  const central = waiver('    expires: 2026-06-30\n').replace('- rule:', '- contract: "*.md"\n    rule:');
  const folder = await folderOf({ 'a.md': contract(sells), 'w.yml': central, '.dpa-lint.yml': 'waivers: w.yml\n' });
  const { stdout } = await runIn(folder, 'DIR/a.md', '-f', 'json', '--as-of', '2026-01-01');
  expect(stdout).toContain('"waived"');
});

test('waive writes a waiver that its own clause alone keeps alive', async () => {
  const folder = await folderOf({ 'a.md': contract(sells), 'a.md.dpa.yml': '# kept\nentered: 2023-03-03\n' });
  const words = ['--reason', 'Old.', '--approver', 'D. Ellison', '--expires', '2026-12-31', ...at];
  expect(await runIn(folder, 'waive', 'DIR/a.md', 'operator-sale', ...words)).toMatchObject({ code: 0, stderr: '' });
  expect(await readFile(`${folder}/a.md.dpa.yml`, 'utf8')).toMatch(
    /^# kept\nentered: 2023-03-03\nwaivers:\n {2}- rule/,
  );
  expect((await lint(folder)).sale.conflicts).toMatchObject([{ waived: { reason: 'Old.' } }]);
  await writeFile(`${folder}/a.md`, contract('The Board pays.', sells));
  expect((await lint(folder)).notes).toEqual(['accepted']);
  await writeFile(`${folder}/a.md`, contract(sells.replace('partner', 'buyer')));
  expect((await lint(folder)).notes).toEqual(['waiver-lapsed']);
  const none = await runIn(folder, 'waive', 'DIR/a.md', 'operator-profiling', ...words);
  expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('nothing to waive') });
});

test.each([
  ['--reason', ''],
  ['--reason', ' '],
  ['--approver', ''],
])('waive with %s %j writes nothing', async (flag, blank) => {
  const side = 'entered: 2023-03-03\n';
  const folder = await folderOf({ 'a.md': contract(sells), 'a.md.dpa.yml': side });
  const words = ['--reason', 'Old.', '--approver', 'D. Ellison', '--expires', '2026-12-31', flag, blank, ...at];
  const refused = await runIn(folder, 'waive', 'DIR/a.md', 'operator-sale', ...words);
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('Write some words.') });
  expect(await readFile(`${folder}/a.md.dpa.yml`, 'utf8')).toBe(side);
});

test('what the baseline knows does not fail, in whatever place; what is new does', async () => {
  const folder = await folderOf({ 'a.md': contract(sells) });
  const record = ['baseline', 'DIR/a.md', '--baseline', 'DIR/b.json', ...at];
  expect(await runIn(folder, ...record)).toMatchObject({ code: 0, stdout: expect.stringContaining('findings') });
  const known = await lint(folder, '--baseline', 'DIR/b.json');
  expect(known).toMatchObject({ code: 0, notes: ['accepted'], sale: { conflicts: [{ baselined: true }] } });
  expect(known.document.verdict.outcome).toBe('void');
  await writeFile(`${folder}/a.md`, contract('The Board pays.', sells));
  expect((await lint(folder, '--baseline', 'DIR/b.json')).code).toBe(0);
  await writeFile(`${folder}/a.md`, contract(sells, 'The Vendor may sell Student Data to its affiliates.'));
  expect((await lint(folder, '--baseline', 'DIR/b.json')).code).toBe(1);
  expect((await lint(folder, '--baseline', 'DIR/b.json', '--audit')).code).toBe(1);
});

test('a clause that changes leaves its entry stale, and --prune takes it out and adds nothing', async () => {
  const folder = await folderOf({ 'a.md': contract(sells) });
  const record = ['baseline', 'DIR/a.md', '--baseline', 'DIR/b.json', ...at];
  await runIn(folder, ...record);
  await writeFile(`${folder}/a.md`, contract(sells.replace('partner', 'buyer')));
  const changed = await lint(folder, '--baseline', 'DIR/b.json');
  expect(changed).toMatchObject({ code: 1, notes: ['baseline-stale', 'accepted'] });
  const count = async () => JSON.parse(await readFile(`${folder}/b.json`, 'utf8')).findings.length;
  const before = await count();
  await runIn(folder, ...record, '--prune');
  expect(await count()).toBeLessThan(before);
  expect((await lint(folder, '--baseline', 'DIR/b.json')).notes).toEqual(['accepted']);
});

test('of a finding that is there twice and once no more, --prune keeps the one', async () => {
  const folder = await folderOf({ 'a.md': contract(sells, sells) });
  const record = ['baseline', 'DIR/a.md', '--baseline', 'DIR/b.json', ...at];
  await runIn(folder, ...record);
  const count = async () => {
    const { findings } = JSON.parse(await readFile(`${folder}/b.json`, 'utf8'));
    return findings.find(({ rule }: { rule: string }) => rule === 'ct/operator-sale')?.count;
  };
  expect(await count()).toBe(2);
  await writeFile(`${folder}/a.md`, contract(sells));
  const { code, document } = await lint(folder, '--baseline', 'DIR/b.json');
  const note = document.notes.find(({ id }: { id: string }) => id === 'baseline-stale');
  expect([code, note.message]).toEqual([
    0,
    expect.stringMatching(/^2 findings .* \(ct.operator-disclosure, ct.operator-sale\)/),
  ]);
  expect((await runIn(folder, ...record, '--prune')).stdout).toMatch(/: (\d+) findings \(\d+ before\)/);
  expect(await count()).toBeUndefined();
  expect(await lint(folder, '--baseline', 'DIR/b.json')).toMatchObject({ code: 0, notes: ['accepted'] });
});

test('what may stand on a page that nobody could read is not taken for mended', async () => {
  const whole = makePdf({ pages: [linesAt(72, 700, ['The Vendor delivers chairs.']), linesAt(72, 600, [sells])] });
  const folder = await folderOf({});
  const [record, lints] = [
    ['baseline', 'DIR/a.pdf', '--baseline', 'DIR/b.json'],
    ['DIR/a.pdf', '--baseline', 'DIR/b.json'],
  ];
  await writeFile(`${folder}/a.pdf`, whole);
  expect(await runIn(folder, ...record, ...at)).toMatchObject({ code: 0, stderr: '' });
  await runIn(folder, 'waive', 'DIR/a.pdf', 'operator-sale', '--expires', '2026-06-30', ...why, ...at);
  const known = await readFile(`${folder}/b.json`, 'utf8');
  expect(known).toContain('ct/operator-sale');
  await writeFile(
    `${folder}/a.pdf`,
    updated(whole, 7, () => 'null'),
  );
  const { stdout, code } = await runIn(folder, ...lints, '-f', 'json', ...at);
  expect([stdout, code]).toEqual([expect.not.stringMatching(/baseline-stale|waiver-/), 3]);
  for (const prune of [['--prune'], []]) {
    const told = await runIn(folder, ...record, ...prune, ...at);
    expect([told.stderr, told.code]).toEqual([
      'dpa-lint: a.pdf could not be read in full (page 2); nothing new is recorded of it, and what was known of it stays\n',
      3,
    ]);
    expect(await readFile(`${folder}/b.json`, 'utf8')).toBe(known);
  }
});

test('what a rule that is skipped would find is not taken for mended', async () => {
  const folder = await folderOf({ 'a.md': contract(sells) });
  await runIn(folder, 'baseline', 'DIR/a.md', '--baseline', 'DIR/b.json', ...at);
  expect((await lint(folder, '--baseline', 'DIR/b.json', '--rule', 'operator-sale')).notes).toEqual(['accepted']);
});

test('a baseline that is not there, or broken, is no baseline', async () => {
  const folder = await folderOf({ 'a.md': contract(sells), 'b.json': '{ "version": 1, "finding": [] }' });
  const none = await runIn(folder, 'DIR/a.md', '--baseline', 'DIR/c.json', ...at);
  expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('no such baseline') });
  const broken = await runIn(folder, 'DIR/a.md', '--baseline', 'DIR/b.json', ...at);
  expect(broken).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean "findings"') });
});

const centralFor = (...paths: string[]) =>
  `waivers:\n${paths.map((path) => `  - { contract: "${path}", rule: operator-sale, reason: Old., approver: D, expires: 2026-06-30 }\n`).join('')}`;

test.each([
  'c/[2024]/a.md',
  'DIR/c/[2024]/a.md',
  'DIR/c/*/a.md',
  'c/[2024]',
  './c/[2024]/a.md',
  'c/**',
])('a path that is literally there, or absolute, is itself: %s', async (path) => {
  const folder = await folderOf({ 'c/[2024]/a.md': contract(sells), '.dpa-lint.yml': 'waivers: w.yml\n' });
  await writeFile(`${folder}/w.yml`, centralFor(path.replace('DIR', folder)));
  const { stdout, stderr } = await runIn(folder, 'DIR/c', '-f', 'json', '--as-of', '2026-01-01');
  expect([stderr, stdout]).toEqual(['', expect.stringContaining('"waived"')]);
});

test('a central waiver that fits no contract is told once in a run over a folder', async () => {
  const central = centralFor('c/a.md', 'c/typo.md', 'old/*.md', '../elsewhere/*.md').replace(
    /2026-06-30 \}\n(?= {2}- \{ contract: "\.\.)/,
    '2025-06-30 }\n',
  );
  const files = { 'c/a.md': contract(sells), 'c/b.md': contract(sells), 'w.yml': central };
  const folder = await folderOf({ ...files, '.dpa-lint.yml': 'waivers: w.yml\n' });
  const told = async (...argv: string[]) => (await runIn(folder, ...argv, '-q', '--as-of', '2026-01-01')).stderr;
  const stray = (line: number) =>
    `dpa-lint: DIR/w.yml:${line}: the waiver of ct/operator-sale by D fits no contract: correct its path, or take it out\n`;
  expect(await told('DIR/c')).toBe(stray(3) + stray(4));
  expect(await told('DIR/c/*.md')).toBe(stray(3) + stray(4));
  expect(await told('DIR/c/a.md')).toBe('');
  expect(await told('DIR/c', '--audit')).toBe('');
});

test('entries of a baseline for a contract that is gone are told, and taken out', async () => {
  const folder = await folderOf({ 'c/a.md': contract(sells), 'c/b.md': contract(sells) });
  const base = ['--baseline', 'DIR/b.json', ...at];
  await runIn(folder, 'baseline', 'DIR/c', ...base);
  expect((await runIn(folder, 'DIR/c', '-q', ...base)).stderr).toBe('');
  await rename(`${folder}/c/b.md`, `${folder}/c/d.md`);
  const gone = /DIR\/b\.json: \d+ findings are of a contract that is gone: c\/b\.md; /;
  const run = await runIn(folder, 'DIR/c', '-q', ...base);
  expect([run.code, run.stderr]).toEqual([1, expect.stringMatching(gone)]);
  expect(run.stderr).toContain('"dpa-lint baseline --prune" takes them out');
  expect((await runIn(folder, 'DIR/c/a.md', '-q', ...base)).stderr).toBe('');
  expect((await runIn(folder, 'baseline', 'DIR/c/a.md', '--prune', ...base)).stdout).toMatch(gone);
  expect(await readFile(`${folder}/b.json`, 'utf8')).not.toContain('c/b.md');
});

test('a waiver that is renewed has nothing more to say of the old entry', async () => {
  const folder = await folderOf({ 'a.md': contract(sells) });
  const waive = (rule: string, expires: string, asOf: string, approver = 'D') =>
    runIn(
      folder,
      'waive',
      'DIR/a.md',
      rule,
      ...['--reason', 'Old.', '--approver', approver],
      '--expires',
      expires,
      ...['--as-of', asOf, '--no-config'],
    );
  const entries = async () => (await readFile(`${folder}/a.md.dpa.yml`, 'utf8')).match(/- rule/g)?.length;
  await waive('operator-sale', '2026-01-31', '2026-01-01');
  // The first still holds, and stays for whoever asks who accepted it.
  await waive('operator-sale', '2026-03-31', '2026-01-15');
  expect(await entries()).toBe(2);
  expect((await lint(folder, '--as-of', '2026-02-15')).notes).toEqual(['accepted']);
  const renewed = await waive('ct/operator-sale', '2026-12-31', '2026-05-01');
  expect(renewed.stdout).toContain('2 earlier entries are taken out.');
  expect(await entries()).toBe(1);
  await writeFile(`${folder}/a.md`, contract(sells.replace('partner', 'buyer')));
  expect((await waive('operator-sale', '2026-12-31', '2026-05-01')).stdout).toContain('An earlier entry is taken out.');
  expect((await lint(folder)).notes).toEqual(['accepted']);
});

test('a central waiver that is renewed has nothing more to say of the old entry', async () => {
  const entry = (expires: string) =>
    `  - { contract: "*.md", rule: operator-sale, reason: Old., approver: D, expires: ${expires}, clause: CLAUSE }\n`;
  const folder = await folderOf({ 'a.md': contract(sells), '.dpa-lint.yml': 'waivers: w.yml\n' });
  const by = ['--reason', 'Old.', '--approver', 'D', '--expires', '2026-01-31', ...at];
  await runIn(folder, 'waive', 'DIR/a.md', 'operator-sale', ...by);
  const side = await readFile(`${folder}/a.md.dpa.yml`, 'utf8');
  await rm(`${folder}/a.md.dpa.yml`);
  const [, clause = ''] = /clause: (\w+)/.exec(side) ?? [];
  await writeFile(
    `${folder}/w.yml`,
    `waivers:\n${entry('2026-06-30')}${entry('2025-06-30')}`.replaceAll('CLAUSE', clause),
  );
  const { stdout } = await runIn(folder, 'DIR/a.md', '-f', 'json', '--as-of', '2026-01-01');
  expect(stdout).toContain('"waived"');
  expect(stdout).not.toContain('waiver-expired');
});

test('a waiver and a baseline that an earlier version wrote still hold', async () => {
  const clause = `As Sections 3 and 4 say, ${sells.replace('The', 'the')}`;
  const entry = { path: 'a.md', rule: 'ct/operator-sale', kind: 'conflict', key: '8945c6f4e05c6ea4' };
  const folder = await folderOf({
    'a.md': contract(clause),
    'b.json': JSON.stringify({ version: 1, findings: [entry] }),
  });
  const known = await lint(folder, '--baseline', 'DIR/b.json');
  expect([known.sale.conflicts, known.notes]).toMatchObject([[{ baselined: true }], ['accepted']]);
  // What is written anew survives that the clauses get other numbers.
  await runIn(folder, 'baseline', 'DIR/a.md', '--baseline', 'DIR/b.json', ...at);
  await writeFile(`${folder}/a.md`, contract(clause.replace('3 and 4', '4 and 5')));
  expect((await lint(folder, '--baseline', 'DIR/b.json')).notes).toEqual(['accepted']);
  await writeFile(`${folder}/a.md`, contract(clause));
  await writeFile(`${folder}/a.md.dpa.yml`, waiver('    expires: 2026-06-30\n    clause: c5a07579ad2d53e6\n'));
  expect((await lint(folder)).notes).toEqual(['accepted']);
});
