import { readdirSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { main } from '../src/cli.ts';

// Whole contracts with the report that people see, one folder a verdict.
// To accept a change in the reports: npx vitest run test/fixtures.test.ts -u
const exit = { valid: 0, void: 1, unreadable: 3 } as const;
const contracts = (['valid', 'void', 'unreadable'] as const).flatMap((folder) =>
  readdirSync(`fixtures/${folder}`)
    .filter((name) => /\.(?:pdf|docx|md|txt)$/.test(name))
    .map((name) => ({ folder, path: `fixtures/${folder}/${name}` })),
);

test.each(contracts)('$path', async ({ folder, path }) => {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  stderr.resume();
  const streams = { stdin: Readable.from([]), stdout, stderr, env: {} };
  const told = text(stdout);
  const code = await main([path, '--as-of', '2026-07-01', '--ocr', 'off'], streams);
  stdout.end();
  await expect(await told).toMatchFileSnapshot(`../${path}.out`);
  expect(code).toBe(exit[folder]);
});
