import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { progress } from '../../src/commands/progress.ts';

const contract = { path: 'a.pdf', facts: {}, open: () => Promise.resolve({ path: 'a.pdf', bytes: new Uint8Array() }) };

function terminal(isTTY: boolean, columns: number) {
  const output = Object.assign(new PassThrough(), { isTTY, columns });
  // Newer Node gives one chunk at a time, older all that waits.
  const written = () => {
    let all = '';
    for (let chunk = output.read(); chunk !== null; chunk = output.read()) all += String(chunk);
    return all;
  };
  return { output, written };
}

test('a bar tells how far it is and which contract is read, and is gone while a report is printed', async () => {
  const { output, written } = terminal(true, 80);
  let now = 0;
  const line = progress(output, 5, () => now);
  const { open } = line.follow(contract);
  await open();
  // The first waits for threads to start: nothing can be told from its time.
  for (const time of [9000, 10_000, 11_000]) {
    now = time;
    line.done();
  }
  line.again();
  line.tell('a.pdf: page 4\u0007');
  line.end();
  expect(written().split('\r\u001B[2K')).toEqual([
    '',
    '────────────────────  0 of 5  a.pdf',
    '',
    '',
    '',
    '━━━━━━━━━━━━────────  3 of 5, 2 s left  a.pdf',
    '━━━━━━━━━━━━────────  3 of 5, 2 s left  a.pdf: page 4\uFFFD',
    '',
  ]);
});

test('of a long path the end is shown', async () => {
  const { output, written } = terminal(true, 40);
  const line = progress(output, 2);
  await line.follow({ ...contract, path: `contracts/${'x'.repeat(60)}/acme.pdf` }).open();
  expect(written()).toMatch(/0 of 2 {2}…x+\/acme\.pdf$/);
});

test('one contract alone has no bar', () => {
  const { output, written } = terminal(true, 80);
  progress(output, 1).tell('a.pdf: page 4');
  expect(written()).toBe('\r\u001B[2Ka.pdf: page 4');
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
