// npm run bench [-- --count N] [--rounds N] [--files N] [FOLDER]: how long things take beside each other, and what memory
// many contracts take beside few, in one run on one machine. Figures, nothing asserted: another machine has others, and
// the ratios are what lasts. On a machine that does other things too, believe the processor's time before the clock's.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contractsFrom } from './bench/contracts.ts';
import { memory } from './bench/memory.ts';
import { times } from './bench/times.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '5' },
    files: { type: 'string', default: '5000' },
  },
});
const place = await mkdtemp(join(tmpdir(), 'dpa-lint-bench-'));
const say = (lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`);

try {
  if (values.rounds !== '0') {
    const files = await contractsFrom(positionals[0], Number(values.count), place);
    say(await times(files, Number(values.rounds), place));
  }
  if (values.files !== '0') for await (const lines of memory(Number(values.files), place)) say(lines);
} finally {
  await rm(place, { recursive: true });
}
