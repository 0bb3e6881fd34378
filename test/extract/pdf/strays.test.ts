import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs a reading that leaves a failed promise behind, in a process of its own: it ends with 0 where it may go on. */
function ends(stack: string): { status: number | null; said: string } {
  const code = `
    import { attendingStrays } from './src/extract/pdf/strays.ts';
    const read = await attendingStrays(async () => {
      const error = new Error('Invalid number');
      error.stack = ${JSON.stringify(stack)};
      Promise.reject(error);
      return 'read on';
    });
    process.stdout.write(read);`;
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, said: stdout };
}

test('a promise that pdf.js leaves behind ends nothing', () => {
  expect(ends('FormatError at node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs:1')).toEqual({
    status: 0,
    said: 'read on',
  });
});

test("another's ends the program as ever", () => {
  const { status, said } = ends('TypeError at src/elsewhere.ts:1');
  expect(status).not.toBe(0);
  expect(said).toBe('');
});
