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
  let now = 0;
  const line = progress(output, 3, () => now);
  now = 3000;
  line.done();
  await line.follow(contract).open();
  line.tell('page 4\u0007');
  line.end();
  expect(written().split('\r\u001B[2K')).toEqual([
    '',
    '',
    '1 of 3, 6 s left  a.pdf',
    '1 of 3, 6 s left  a.pdf: page 4\uFFFD',
    '',
  ]);
});

test.each([0, 30])('it never wraps, with %i columns', async (columns) => {
  const { output, written } = terminal(true, columns);
  progress(output, 1).tell('word '.repeat(99));
  expect(written().length).toBeLessThan((columns || 80) + 6);
});

test('a log gets a line now and then', () => {
  const { output, written } = terminal(false, 80);
  let now = 0;
  const line = progress(output, 300, () => now);
  for (let done = 0; done < 30; done += 1) {
    now += 700;
    line.done();
  }
  expect(written()).toBe('dpa-lint: 15 of 300, 3 min 20 s left\ndpa-lint: 30 of 300, 3 min 9 s left\n');
});

test('a short run writes nothing where nobody looks', async () => {
  const { output, written } = terminal(false, 80);
  const line = progress(output, 1);
  await line.follow(contract).open();
  line.tell('page 1');
  line.end();
  expect(written()).toBe('');
  expect(progress(null, 1).end()).toBeUndefined();
});
