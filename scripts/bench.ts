// npm run bench [-- --count N] [--rounds N] [--files N] [FOLDER]: how long things take beside each other, and what memory
// many contracts take beside few, in one run on one machine; of the benchmark's contracts where it lies beside the
// project, else of the fixtures. Figures, nothing asserted: another machine has others, and
// the ratios are what lasts. On a machine that does other things too, believe the processor's time before the clock's.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
const benchmark = fileURLToPath(new URL('../../shared/bench', import.meta.url));
const given = positionals[0] ?? (existsSync(benchmark) ? benchmark : undefined);
const place = await mkdtemp(join(tmpdir(), 'dpa-lint-bench-'));
const say = (lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`);

try {
  if (values.rounds !== '0') {
    const files = await contractsFrom(given, Number(values.count), place);
    say(await times(files, Number(values.rounds), place));
  }
  if (values.files !== '0') for await (const lines of memory(Number(values.files), place)) say(lines);
} finally {
  await rm(place, { recursive: true });
}
