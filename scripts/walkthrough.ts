// The walk-through of docs/ci.md: run for real in a folder of its own, so that what the page shows is what people see.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { main } from '../src/cli.ts';
import { amended, makeFolder, orderWith, rescanned } from './walkthrough/folder.ts';

const page = fileURLToPath(new URL('../docs/ci.md', import.meta.url));

/** Prose, commands as they are typed (a block each), or what somebody does to the folder meanwhile. */
type Step = string | readonly string[] | (() => Promise<void>);

const configuration = 'ocr: off # a scan is to be replaced, not guessed at\n';
const accepting = `baseline: ./known.json
waivers: ./waivers.yml
`;
const waivers = `waivers:
  - contract: contracts/*-2023.md
    rule: severability
    reason: The State's addendum, signed with the next order, has it.
    approver: D. Ellison, business office
    expires: 2026-06-30
    clause: missing
`;
const sells = 'The Contractor may sell student data.';
const order = 'contracts/yarrow-2026.md';

const steps: readonly Step[] = [
  'A school district keeps thirty contracts in one folder. What is in them?',
  ['dpa-lint contracts --quiet --as-of 2026-01-05', 'echo $?'],
  'Code 3, since nobody can say anything of a scan that has no text, whatever the others say. A better copy is found, and five are left that are not as the law wants them:',
  () => copyFile(rescanned, 'contracts/scan-2022.pdf'),
  ['dpa-lint contracts --quiet --as-of 2026-01-05 | grep -v ✓'],
  'One contract is signed and cannot be mended today. What is known of it goes into a baseline:',
  ['dpa-lint baseline contracts/lakeview-order.pdf --baseline known.json --as-of 2026-01-05'],
  'Four were signed on an old form. The board accepts what they lack until the end of June, in one place for all four, and writes both files into the configuration:',
  async () => {
    await writeFile('waivers.yml', waivers);
    await writeFile('.dpa-lint.yml', configuration + accepting);
  },
  ['cat waivers.yml .dpa-lint.yml'],
  'From now on only what is new fails. The verdicts stay what they are, and the report says what was accepted:',
  [
    'dpa-lint contracts --quiet --as-of 2026-01-05 | grep -v ✓',
    'dpa-lint contracts --quiet --as-of 2026-01-05 > verdicts.txt',
    'echo $?',
  ],
  'A contract comes in, with a term that the statute forbids. In a pull request only what has changed is asked about:',
  async () => {
    execFileSync('git', ['init', '-q']);
    execFileSync('git', ['add', '.']);
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-qm', 'Contracts']);
    await writeFile(order, await orderWith(sells));
  },
  ['dpa-lint contracts --quiet --since HEAD --as-of 2026-02-01', 'echo $?'],
  'The board accepts it for a while; the waiver goes beside the contract, bound to the words of the clause:',
  [
    `dpa-lint waive ${order} operator-sale --as-of 2026-02-01 --expires 2026-04-30 --approver "D. Ellison" --reason "Amended in April."`,
    `cat ${order}.dpa.yml`,
    'dpa-lint contracts --quiet --since HEAD --as-of 2026-02-01',
    'echo $?',
  ],
  'The vendor sends the contract back with that clause in other words. Nobody has accepted those, so the waiver has lapsed:',
  async () => writeFile(order, await orderWith(sells.replace('sell', 'sell or rent'))),
  ['dpa-lint contracts --quiet --since HEAD --as-of 2026-02-01 --format github | grep waiver'],
  async () => writeFile(order, await orderWith(sells)),
  'A waiver ends by itself, too. On the first of July both have, and what they accepted counts again:',
  [
    'dpa-lint contracts --quiet --as-of 2026-07-01 --format github | grep waiver-expired',
    'dpa-lint contracts --quiet --as-of 2026-07-01 | grep -v ✓',
    'dpa-lint contracts --quiet --as-of 2026-07-01 > verdicts.txt',
    'echo $?',
  ],
  'The order is signed anew, as the law wants it. The baseline still knows the old one, says so, and is told to forget it:',
  () => copyFile(amended, 'contracts/lakeview-order.pdf'),
  [
    'dpa-lint contracts --quiet --as-of 2026-07-01 --format github | grep baseline',
    'dpa-lint baseline contracts --prune --as-of 2026-07-01',
  ],
  'An auditor wants none of this, and sees every contract as it is:',
  ['dpa-lint contracts --quiet --audit --as-of 2026-01-05 | grep -v ✓'],
];

/** The walk-through as Markdown. */
async function walkthrough(): Promise<string> {
  const [home, folder] = [process.cwd(), await mkdtemp(join(tmpdir(), 'dpa-lint-'))];
  try {
    process.chdir(folder);
    await makeFolder('contracts');
    await writeFile('.dpa-lint.yml', configuration);
    const parts: string[] = [];
    for (const step of steps) {
      if (typeof step === 'function') await step();
      else parts.push(typeof step === 'string' ? step : await transcript(step, folder));
    }
    return parts.join('\n\n');
  } finally {
    process.chdir(home);
    await rm(folder, { recursive: true });
  }
}

async function transcript(commands: readonly string[], folder: string): Promise<string> {
  const lines: string[] = [];
  let code = 0;
  for (const command of commands) {
    lines.push(`$ ${command}`);
    if (command === 'echo $?') {
      lines.push(String(code));
      continue;
    }
    const ran = command.startsWith('dpa-lint ') ? await lint(command, folder) : shell(command, '');
    code = ran.code;
    if (ran.told !== '') lines.push(ran.told.trimEnd());
  }
  return `\`\`\`console\n${lines.join('\n')}\n\`\`\``;
}

interface Ran {
  readonly told: string;
  readonly code: number;
}

/** The command itself is called here, since to start it takes longer than its work; what follows it is the shell's. */
async function lint(command: string, folder: string): Promise<Ran> {
  const [, words = '', rest = ''] = /^dpa-lint (.*?)( [|>] .*)?$/.exec(command) ?? [];
  const [printed, complained] = [[] as string[], [] as string[]];
  const output = (to: string[]) => new PassThrough().on('data', (chunk) => to.push(String(chunk)));
  const env = { COLUMNS: '100', XDG_CACHE_HOME: join(folder, '.cache') };
  const streams = { stdin: Readable.from(['']), stdout: output(printed), stderr: output(complained), env };
  const argv = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const code = await main(argv, streams);
  const told = rest === '' ? printed.join('') : shell(`cat${rest}`, printed.join('')).told;
  return { told: told + complained.join(''), code };
}

function shell(command: string, input: string): Ran {
  const { stdout, stderr, status } = spawnSync('sh', ['-c', command], { input, encoding: 'utf8' });
  return { told: stdout + stderr, code: status ?? 1 };
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
