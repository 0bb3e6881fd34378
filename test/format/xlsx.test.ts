import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { xlsx } from '../../src/format/xlsx.ts';
import type { Checked } from '../../src/types.ts';
import { hostile, lacking, report, unreadable, valid, waived } from './reports.ts';
import { all, parseXml } from './xml.ts';

const options = { color: false, width: 80, verbosity: 'normal' } as const;

test('the first sheet is contract by provision, the second what is wrong', async () => {
  const [contracts = [], findings = []] = await read(valid, lacking, unreadable);
  expect(contracts.map((row) => row.slice(0, 3))).toEqual([
    ['Contract', 'Verdict', 'Entered'],
    ['contracts/acme.pdf', 'valid', '2023-07-01'],
    ['contracts/brook.docx', 'void unless amended, notice is due', '2023-07-01'],
    ['contracts/scan.pdf', 'undetermined', ''],
  ]);
  expect(contracts[2]?.slice(3, 6)).toEqual([
    'incomplete (§ 2.1)',
    'missing; void term (§ 15)',
    'forbidden conduct (§ 14.2)',
  ]);
  expect(contracts[3]?.slice(3, 6)).toEqual(['undetermined', 'undetermined', 'undetermined']);
  expect(findings.map((row) => row[3])).toEqual([
    'Finding',
    'Incomplete',
    'Note',
    'Missing',
    'Void term',
    'Forbidden conduct',
    'Undetermined',
  ]);
});

test.each([
  ['valid', valid],
  ['lacking', lacking],
  ['unreadable', unreadable],
  ['waived', waived],
])('the cells of a %s contract are those of its golden report', async (name, contract) => {
  const sheets = await read(contract);
  const text = sheets.map((rows) => rows.map((row) => row.join(' | ')).join('\n')).join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot(`golden/${name}.xlsx.out`);
});

test('the same report gives the same bytes, whenever it is made', async () => {
  const first = await xlsx(report(valid, lacking), options);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(await xlsx(structuredClone(report(valid, lacking)), options)).toEqual(first);
});

test('no cell is a formula, and none looks like one', async () => {
  const path = '=HYPERLINK("http://x.example","y").pdf';
  const parts = await partsOf({ ...valid, path });
  expect(Object.keys(parts).filter((name) => all(parseXml(parts[name] ?? ''), 'f').length > 0)).toEqual([]);
  const [contracts] = await read({ ...valid, path });
  expect(contracts?.[1]?.[0]).toBe(`'${path}`);
});

test('every part is well-formed XML without controls, whatever a contract says', async () => {
  const parts = await partsOf(hostile, { ...hostile, path: 'a<b>&"\'\uFFFF]]>\uD800.pdf' });
  for (const text of Object.values(parts)) {
    expect(() => parseXml(text)).not.toThrow();
    expect(text.replace(/[\r\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  }
});

async function partsOf(...contracts: Checked[]): Promise<Record<string, string>> {
  const parts = unzipSync(await xlsx(report(...contracts), options));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** Sheets, their rows, their cells as a spreadsheet shows them. */
async function read(...contracts: Checked[]): Promise<string[][][]> {
  const parts = await partsOf(...contracts);
  const element = (name: string) => parseXml(parts[name] ?? '');
  const shared = all(element('xl/sharedStrings.xml'), 'si').map(({ text }) => text);
  return ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'].map((name) =>
    all(element(name), 'row').map((row) =>
      all(row, 'c').map(({ attributes: { t }, text }) => (t === 's' ? (shared[Number(text)] ?? '') : text)),
    ),
  );
}
