import { expect, test } from 'vitest';
import { lintAll, type RunSettings } from '../../src/audit/audit.ts';
import { UnreadableError } from '../../src/errors.ts';
import { plainly } from '../../src/extract/index.ts';
import { compileReady, loadReady } from '../../src/ready.ts';

const compiled = compileReady(await loadReady('rules/ct'));
const settings: RunSettings = { profile: 'policy', asOf: '2026-01-01', facts: {}, reading: plainly, timeout: 5000 };
const order = { path: 'b.txt', bytes: new TextEncoder().encode('The Vendor delivers chairs to the School.') };
const good = { path: 'b.txt', facts: {}, open: () => Promise.resolve(order) };

test('one that cannot be opened does not stop the others', async () => {
  const bad = { path: 'c.txt', facts: {}, open: () => Promise.reject(new UnreadableError('It burned.')) };
  const [first, second] = await lintAll([bad, good], compiled, settings);
  expect([first?.path, first?.verdict.outcome]).toEqual(['b.txt', 'void']);
  expect(second).toMatchObject({ path: 'c.txt', format: null, verdict: { reasons: ['It burned.'] }, notes: [] });
});

test('a fault of the linter is told as one', async () => {
  const bad = { path: 'a.txt', facts: {}, open: () => Promise.reject(new TypeError('no such thing')) };
  const faults: unknown[] = [];
  const onFault = (path: string) => faults.push(path);
  const [first, second] = await lintAll([bad, good], compiled, { ...settings, onFault });
  expect(first?.verdict).toMatchObject({ outcome: 'undetermined', state: 'unreadable' });
  expect(first?.notes.map(({ id, message }) => [id, message])).toEqual([
    ['internal-error', expect.stringContaining('please report')],
  ]);
  expect(faults).toEqual(['a.txt']);
  expect(second?.verdict.outcome).toBe('void');
});

test('one that hangs is given up in time', async () => {
  const hangs = { path: 'a.txt', facts: {}, open: () => new Promise<never>(() => {}) };
  const [first, second] = await lintAll([hangs, good], compiled, { ...settings, timeout: 200 });
  expect(first?.verdict.reasons).toEqual(['It took longer than 0.2 seconds, so it was not judged.']);
  expect(second?.path).toBe('b.txt');
});

test('the facts told for all outrank those of a side file', async () => {
  const known = { ...good, facts: { entered: '2015-01-01' } };
  const [before] = await lintAll([known], compiled, settings);
  const [after] = await lintAll([known], compiled, { ...settings, facts: { entered: '2020-01-01' } });
  expect([before?.verdict.state, after?.verdict.state]).toEqual(['before-the-act', 'notice-due']);
});
