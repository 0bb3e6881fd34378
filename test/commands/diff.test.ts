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
  expect([stdout, code]).toEqual(['ct/severability\n  ~ the same, in other words\n', 1]);
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
