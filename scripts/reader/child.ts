// A process that reads what it is sent, so that a hang or a loss of memory takes nothing else down.
import { extract } from '../../src/extract/index.ts';
import { find } from '../../src/lint.ts';
import { loadPack } from '../../src/load/index.ts';
import { compile } from '../../src/match/index.ts';
import type { PlainText } from '../../src/types.ts';
import { type Task, type Told, toldOf } from './tell.ts';

const compiled = compile(await loadPack(new URL('../../rules/ct', import.meta.url).pathname));
const stray: string[] = [];
// Where nobody attends to a failed promise, Node makes this of it, too.
process.on('uncaughtException', (error) => stray.push(toldOf(error).why));
process.on('message', async (task: Task) => {
  const start = performance.now();
  const before = process.cpuUsage();
  const told = await attempt(task);
  // One turn of the loop, for what an abandoned promise may still throw.
  await new Promise((resolve) => setImmediate(resolve));
  const lost = stray.splice(0).at(0);
  const memory = process.memoryUsage().rss;
  const time = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1000;
  const end = lost === undefined ? told : ({ kind: 'fault', why: `after the answer: ${lost}` } as const);
  process.send?.({ ...end, time, cpu, memory } satisfies Told);
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function attempt({ path, bytes, passwords, ocr, whole }: Task) {
  try {
    const text = await extract({ path, bytes }, { passwords, revisions: 'accepted', ocr });
    if (whole) find(text, compiled);
    return { kind: 'read' as const, text: whole ? short(text) : text };
  } catch (error) {
    return toldOf(error);
  }
}

/** The text need not travel where only the fate of the file counts. */
function short(text: PlainText): PlainText {
  return { ...text, value: '', blocks: [], marks: [] };
}
