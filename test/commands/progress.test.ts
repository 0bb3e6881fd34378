import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { progress } from '../../src/commands/progress.ts';

const contract = { path: 'a.pdf', facts: {}, open: () => Promise.resolve({ path: 'a.pdf', bytes: new Uint8Array() }) };

function terminal(isTTY: boolean, columns: number) {
  const output = Object.assign(new PassThrough(), { isTTY, columns });
  return { output, written: () => String(output.read() ?? '') };
}

test('one line tells which contract is read, and is gone at the end', async () => {
  const { output, written } = terminal(true, 80);
  const line = progress(output, 3);
  await line.follow(contract, 1).open();
  line.tell('page 4\u0007');
  line.end();
  expect(written().split('\r\u001B[2K')).toEqual(['', '2 of 3  a.pdf', '2 of 3  a.pdf: page 4\uFFFD', '']);
});

test.each([0, 30])('it never wraps, with %i columns', async (columns) => {
  const { output, written } = terminal(true, columns);
  progress(output, 1).tell('word '.repeat(99));
  expect(written().length).toBeLessThan((columns || 80) + 6);
});

test('nothing is written where nobody looks', async () => {
  const { output, written } = terminal(false, 80);
  const line = progress(output, 1);
  await line.follow(contract, 0).open();
  line.tell('page 1');
  line.end();
  expect(written()).toBe('');
  expect(progress(null, 1).end()).toBeUndefined();
});
