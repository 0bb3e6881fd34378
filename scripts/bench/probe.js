// Loaded into a run that is measured: tells at its end what processor time it took, all its threads together, and where
// memory is asked for, what the main thread held at most, garbage left out, and what the whole process took.
import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const { BENCH_PROBE: file, BENCH_MEMORY: wantsMemory } = process.env;

if (isMainThread && file !== undefined) {
  let held = 0;
  if (wantsMemory !== undefined) {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc');
    const look = () => {
      collect();
      const { heapUsed, external } = process.memoryUsage();
      held = Math.max(held, heapUsed + external);
    };
    setInterval(look, 250).unref();
  }
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const whole = process.resourceUsage().maxRSS * 1024;
    writeFileSync(
      file,
      JSON.stringify({ processor: (user + system) / 1e6, main: held / 2 ** 20, whole: whole / 2 ** 20 }),
    );
  });
}
