import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { delivery } from '../../src/commands/delivery.ts';
import { destinations } from '../../src/commands/formats.ts';
import type { Environment, Output } from '../../src/commands/streams.ts';
import { lacking, report, unreadable, valid } from '../format/reports.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dpa-lint-'));
});

afterAll(() => rm(folder, { recursive: true }));

test('several formats come out of one run, each whole', async () => {
  const [sarif, xlsx] = [join(folder, 'out.sarif'), join(folder, 'out.xlsx')];
  const { reports, stdout } = await started(['terminal', `sarif=${sarif}`, `xlsx=${xlsx}`]);
  for (const contract of [valid, lacking, unreadable]) await reports.add(contract);
  await reports.end();
  expect(stdout()).toContain('3 contracts: 1 valid');
  expect(JSON.parse(await readFile(sarif, 'utf8')).runs[0].artifacts).toHaveLength(3);
  const parts = unzipSync(new Uint8Array(await readFile(xlsx)));
  expect(strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('contracts/scan.pdf');
});

test('a line of NDJSON is out before the next contract is judged, to a pipe as to a file', async () => {
  const file = join(folder, 'out.ndjson');
  const { reports, stdout } = await started(['ndjson']);
  const other = await started([`ndjson=${file}`]);
  for (const [index, contract] of [valid, lacking, unreadable].entries()) {
    await reports.add(contract);
    await other.reports.add(contract);
    for (const text of [stdout(), await readFile(file, 'utf8')]) {
      const lines = text.trimEnd().split('\n');
      expect(lines).toHaveLength(index + 1);
      expect(JSON.parse(lines[index] ?? '').path).toBe(contract.path);
    }
  }
  await reports.end();
  await other.reports.end();
});

test('a slow reader of a pipe gets all of it', async () => {
  let text = '';
  const slow = new Writable({
    highWaterMark: 16,
    write(chunk, _, done) {
      text += chunk;
      setTimeout(done, 5);
    },
  });
  const { reports } = await started(['ndjson'], {}, slow);
  for (let index = 0; index < 20; index++) await reports.add({ ...lacking, path: `${index}` });
  await reports.end();
  await new Promise<void>((resolve) => slow.end(resolve));
  expect(
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).path),
  ).toHaveLength(20);
});

test('a job of GitHub Actions gets its summary, beside what was there', async () => {
  const summary = join(folder, 'summary.md');
  for (const contract of [lacking, valid]) {
    const { reports, stdout } = await started(['github'], { GITHUB_STEP_SUMMARY: summary });
    await reports.add(contract);
    await reports.end();
    expect(stdout()).not.toContain('## ');
  }
  expect((await readFile(summary, 'utf8')).match(/^## .*/gm)).toEqual([
    '## ✗ contracts/brook.docx: void unless amended, notice is due',
    '## ✓ contracts/acme.pdf: valid',
  ]);
});

test('a summary that cannot be written stops nothing', async () => {
  const { reports, stderr } = await started(['github'], { GITHUB_STEP_SUMMARY: join(folder, 'no/such/file') });
  await reports.add(valid);
  await reports.end();
  expect(stderr()).toContain('the summary of the step cannot be written');
});

test('a report that cannot be written is told before anything is judged', async () => {
  const { stderr } = await started(['terminal', `json=${folder}/no/such.json`, `ndjson=${folder}`]);
  expect(stderr()).toContain('no/such.json: the report cannot be written');
  expect(stderr()).toContain(`${folder}: the report cannot be written`);
});

test.each(['json', 'ndjson'])('a run that ends before its %s report leaves what was there', async (format) => {
  const [fresh, earlier] = [join(folder, `fresh.${format}`), join(folder, `earlier.${format}`)];
  await writeFile(earlier, 'earlier');
  const both = () => Promise.all([fresh, earlier].map((file) => readFile(file, 'utf8').catch(() => null)));
  const { reports } = await started([`${format}=${fresh}`]);
  const { reports: again } = await started([`${format}=${earlier}`]);
  expect(await both()).toEqual([null, 'earlier']);
  await Promise.all([reports.end(), again.end()]);
  const told = format === 'ndjson' ? '' : expect.stringContaining('"documents": []');
  expect(await both()).toEqual([told, told]);
});

test('a reader of a named pipe gets the report', async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const read = readFile(pipe, 'utf8');
  const { reports } = await started([`markdown=${pipe}`]);
  await reports.add(valid);
  await reports.end();
  expect(await read).toContain(valid.path);
});

test('a workbook is not shown on a terminal', () => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true });
  expect(() => destinations(['xlsx'], terminal)).toThrow('write xlsx=FILE');
  expect(destinations(['xlsx'], new PassThrough())).toEqual([{ name: 'xlsx', file: null }]);
});

async function started(formats: readonly string[], env: Environment = {}, output?: Output) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const told = { stdout: '', stderr: '' };
  stdout.on('data', (chunk) => {
    told.stdout += chunk;
  });
  stderr.on('data', (chunk) => {
    told.stderr += chunk;
  });
  const { contracts: _, ...head } = report();
  const reports = await delivery(destinations(formats, stdout), {
    report: head,
    color: false,
    width: 80,
    verbosity: 'normal',
    streams: { stdin: new PassThrough(), stdout: output ?? stdout, stderr, env },
  });
  return { reports, stdout: () => told.stdout, stderr: () => told.stderr };
}
