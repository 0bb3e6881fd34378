import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { inProcess, lintEach, type RunSettings } from '../../src/audit/audit.ts';
import { workerPool } from '../../src/audit/pool.ts';
import { plainly } from '../../src/extract/index.ts';
import { compileReady, loadReady } from '../../src/ready.ts';
import type { Checked } from '../../src/types.ts';

const pack = await loadReady('rules/ct');
const settings: RunSettings = { profile: 'policy', asOf: '2026-01-01', facts: {}, reading: plainly, timeout: 60_000 };
const worker = fileURLToPath(new URL('bad-worker.js', import.meta.url));
const bad = workerPool({ pack, folder: 'rules/ct', jobs: 2, memory: 64, worker });
afterAll(() => bad.close());

function pending(path: string, text = '') {
  const bytes = new TextEncoder().encode(text);
  return { path, facts: {}, open: () => Promise.resolve({ path, bytes }) };
}

async function judge(examiner: typeof bad.examiner, contracts: ReturnType<typeof pending>[], changes = {}) {
  const audit = { pack, examiner, jobs: 2 };
  const told: Checked[] = [];
  for await (const contract of lintEach(contracts, audit, { ...settings, ...changes })) told.push(contract);
  return told;
}

test.each([
  ['hang', 'It took longer than 0.5 seconds, so it was not judged.'],
  ['crash', 'The linter itself failed on this contract, so it was not judged.'],
  ['memory', 'It took more than 64 megabytes of memory, so it was not judged.'],
  ['fault', 'The linter itself failed on this contract, so it was not judged.'],
])('one that goes wrong (%s) costs itself alone', async (way, reason) => {
  const timeout = way === 'hang' ? 500 : 60_000;
  const told = await judge(
    bad.examiner,
    ['a', 'b', way, 'x', 'y', 'z'].map((path) => pending(path)),
    { timeout },
  );
  expect(told.map(({ path, verdict }) => [path, verdict.reasons[0]])).toEqual(
    ['a', 'b', way, 'x', 'y', 'z'].map((path) => [path, path === way ? reason : 'It was looked at.']),
  );
});

test('threads find what one thread finds, in the same order', async () => {
  const contracts = ['c', 'a', 'b'].map((name) =>
    pending(`${name}.md`, `# Order ${name}\n\nThe Vendor sells chairs.\n`),
  );
  contracts.push(pending('d.pdf'));
  const pool = workerPool({ pack, folder: 'rules/ct', jobs: 2 });
  const compiled = compileReady(pack);
  try {
    const there = await judge(pool.examiner, contracts);
    const here = await judge(
      inProcess(() => compiled),
      contracts,
    );
    expect(JSON.stringify(there)).toBe(JSON.stringify(here));
    expect(there.map(({ path }) => path)).toEqual(['a.md', 'b.md', 'c.md', 'd.pdf']);
  } finally {
    await pool.close();
  }
});
