import { expect, test } from 'vitest';
import { folderOf } from '../load/folders.ts';
import { bareContract, runIn } from './run.ts';

test('a time that somebody set holds for few contracts too, though no stage of theirs ever yields', async () => {
  const clause = 'The Vendor may sell Student Data to any partner, and shall notify the School within ten days.\n\n';
  const folder = await folderOf({ 'a.md': clause.repeat(100_000), 'b.md': bareContract });
  const begun = performance.now();
  const { stdout, code } = await runIn(folder, 'DIR', '-q', '--no-cache', '--no-config', '--timeout', '5');
  expect(stdout).toContain('? DIR/a.md: undetermined (It took longer than 5 seconds');
  expect(stdout).toContain('✗ DIR/b.md: void unless amended');
  expect(code).toBe(3);
  // Without a limit it takes some 25 seconds.
  expect(performance.now() - begun).toBeLessThan(20_000);
}, 120_000);
