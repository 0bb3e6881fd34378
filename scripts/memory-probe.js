// Loaded into a run whose memory is asked for: tells at its end what the main thread held at most, garbage left out,
// and what the whole process took.
import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const { DPA_LINT_PROBE: file } = process.env;

if (isMainThread && file !== undefined) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  let held = 0;
  const look = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    held = Math.max(held, heapUsed + external);
  };
  setInterval(look, 250).unref();
  process.on('exit', () => {
    const whole = process.resourceUsage().maxRSS * 1024;
    writeFileSync(file, JSON.stringify({ main: held / 2 ** 20, whole: whole / 2 ** 20 }));
  });
}
