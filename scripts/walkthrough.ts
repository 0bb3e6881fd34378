// The walk-through of docs/ci.md: run for real, so that what the page shows is what people see.
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { main } from '../src/cli.ts';
import { extract } from '../src/extract/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'docs/ci.md');

const steps: readonly (string | readonly string[])[] = [
  'A folder holds one contract that is as the law wants it and one that is not:',
  ['contracts', '--quiet', '--as-of', '2026-01-05'],
  'The second is signed and cannot be mended today. Record what is known:',
  ['baseline', 'contracts', '--baseline', 'known.json', '--as-of', '2026-01-05'],
  'From now on only what is new fails. The verdict stays what it is:',
  ['contracts', '--quiet', '--baseline', 'known.json', '--as-of', '2026-01-05'],
  'A new contract comes, with a term that the statute forbids:',
  ['contracts/order.txt', '--quiet', '--baseline', 'known.json', '--as-of', '2026-02-01'],
  'The board accepts it until the end of June; the waiver goes beside the contract, bound to the words of the clause:',
  [
    ...['waive', 'contracts/order.txt', 'operator-sale', '--as-of', '2026-02-01'],
    ...['--reason', 'Amended in July.', '--approver', 'D. Ellison', '--expires', '2026-06-30'],
  ],
  ['contracts/order.txt', '--quiet', '--baseline', 'known.json', '--as-of', '2026-02-01'],
  'The waiver ends by itself. On the first of July the term counts again, and a note says why:',
  ['contracts/order.txt', '--format', 'github', '--as-of', '2026-07-01', '--baseline', 'known.json'],
];

/** The contract that is as it should be, with a term more. */
async function order(): Promise<string> {
  const path = join(root, 'fixtures/valid/lakeview-storygrove.docx');
  const reading = { passwords: [], revisions: 'accepted', ocr: 'off' } as const;
  const { value } = await extract({ path, bytes: await readFile(path) }, reading);
  return `${value.replaceAll('\n', '\n\n')}\n\nThe Contractor may sell student data.\n`;
}

/** The walk-through as Markdown. */
export async function walkthrough(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dpa-lint-'));
  try {
    const contracts = join(folder, 'contracts');
    await mkdir(contracts);
    await copyFile(join(root, 'fixtures/valid/lakeview-storygrove.docx'), join(contracts, 'storygrove.docx'));
    await copyFile(join(root, 'fixtures/void/lakeview-storygrove.pdf'), join(contracts, 'signed-2025.pdf'));
    const parts: string[] = [];
    for (const step of steps) {
      if (typeof step === 'string') parts.push(step);
      else parts.push(await transcript(step, folder));
      if (typeof step === 'string' && step.startsWith('A new'))
        await writeFile(join(contracts, 'order.txt'), await order());
    }
    return parts.join('\n\n');
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function transcript(argv: readonly string[], folder: string): Promise<string> {
  const told: string[] = [];
  const output = () => new PassThrough().on('data', (chunk) => told.push(String(chunk)));
  const isPath = (word: string) => word.startsWith('contracts') || word === 'known.json';
  const words = argv.map((word) => (isPath(word) ? join(folder, word) : word));
  const streams = { stdin: Readable.from(['']), stdout: output(), stderr: output(), env: { COLUMNS: '100' } };
  const code = await main([...words, '--no-cache', '--no-config'], streams);
  const typed = argv.map((word) => (/[ .]$|\s/.test(word) ? `"${word}"` : word)).join(' ');
  const text = told.join('').replaceAll(`${folder}/`, '').trimEnd();
  const lines = text.split('\n').filter((line) => !/^::/.test(line) || /waiver/.test(line));
  return `\`\`\`console\n$ dpa-lint ${typed}\n${lines.join('\n')}\n$ echo $?\n${code}\n\`\`\``;
}

/** The page with the walk-through between its marks. */
export async function withWalkthrough(text: string): Promise<string> {
  const [start, end] = ['<!-- walk-through -->\n', '<!-- end of walk-through -->'];
  const [before = '', rest = ''] = text.split(start);
  const [, after = ''] = rest.split(end);
  return `${before}${start}\n${await walkthrough()}\n\n${end}${after}`;
}

if (process.argv[1] === import.meta.filename)
  await writeFile(page, await withWalkthrough(await readFile(page, 'utf8')));
