// npm run fuzz [-- --runs N --seed S --from N --seconds N --minutes N --keep FOLDER]
// Spoils the files of fixtures/ and sends each through reading, parsing, matching and judging in a process of its own.
// Anything but a text or a sentence for people is a bug; it is told with its run, which --from RUN --runs 1 does again.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fixtures } from './fuzz/inputs.ts';
import { diceOf, mutate } from './fuzz/mutate.ts';
import { Contained } from './reader/contained.ts';
import type { Told } from './reader/tell.ts';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '600' },
    keep: { type: 'string' },
  },
});
const heap = 1024;
const mostMemory = 2 * heap * 1024 * 1024;
const slow = 5_000;
const inputs = fixtures();
const reader = new Contained({ milliseconds: Number(options.seconds) * 1000, megabytes: heap });
const end = performance.now() + Number(options.minutes) * 60_000;
const from = Number(options.from);
const counts = { read: 0, unreadable: 0, fault: 0, slow: 0 };
const memory: number[] = [];
let run = from;
for (; run < from + Number(options.runs) && performance.now() < end; run++) await once(run);
reader.close();
const done = run - from;
const early = typical(memory.slice(0, Math.ceil(memory.length / 4)));
const late = typical(memory.slice(-Math.ceil(memory.length / 4)));
process.stdout.write(
  `${done} runs from ${from}, seed ${options.seed}: ${counts.read} read, ${counts.unreadable} refused with a sentence, ${counts.fault} faults, ${counts.slow} over ${slow / 1000} s of processor. Memory of the process in the first quarter ${early} MB, in the last ${late} MB.\n`,
);
process.exitCode = counts.fault > 0 ? 1 : 0;

async function once(number: number): Promise<void> {
  const dice = diceOf(Number(options.seed) * 1_000_003 + number);
  const input = inputs[dice(inputs.length)];
  const other = inputs[dice(inputs.length)];
  if (input === undefined || other === undefined) throw new Error('there are no fixtures');
  const { bytes, how } = mutate(input.bytes, other.bytes, dice);
  const told = await reader.read({ path: input.path, bytes, passwords: [], ocr: 'off', whole: true });
  counts[told.kind]++;
  if (told.memory > 0) memory.push(told.memory / 1024 / 1024);
  const wrong = wrongIn(told);
  if (wrong === null) return;
  process.stdout.write(`run ${number} (${input.path}; ${how}): ${wrong}\n`);
  if (options.keep !== undefined)
    writeFileSync(join(options.keep, `${number}-${input.path.replaceAll('/', '-')}`), bytes);
}

function wrongIn(told: Told): string | null {
  if (told.kind === 'fault') return told.why.slice(0, 1500);
  if (told.memory > mostMemory) return `memory: ${Math.round(told.memory / 1024 / 1024)} MB.`;
  if (told.cpu < slow) return null;
  counts.slow++;
  return `slow: ${(told.cpu / 1000).toFixed(1)} s of processor.`;
}

function typical(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0);
}
