import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task, Told } from './tell.ts';

/** Reads in a process of its own, which is ended where it takes too long and begun anew where it fell over. */
export class Contained {
  #child: ChildProcess | null = null;
  #said = '';
  readonly #limits: { readonly milliseconds: number; readonly megabytes: number };

  constructor(limits: { readonly milliseconds: number; readonly megabytes: number }) {
    this.#limits = limits;
  }

  async read(task: Task): Promise<Told> {
    const child = await this.#start();
    const start = performance.now();
    this.#said = '';
    const answer = await this.#answer(child, () => child.send(task));
    if (typeof answer !== 'string') return answer;
    this.close();
    return { kind: 'fault', why: `${answer} ${this.#said}`.trim(), time: performance.now() - start, cpu: 0, memory: 0 };
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  #answer(child: ChildProcess, send: () => void): Promise<Told | string> {
    const { milliseconds } = this.#limits;
    return new Promise((resolve) => {
      const end = (answer: Told | string): void => {
        clearTimeout(timer);
        child.removeAllListeners('message').removeAllListeners('exit');
        resolve(answer);
      };
      const timer = setTimeout(() => end(`hang: more than ${milliseconds / 1000} s.`), milliseconds);
      child.once('message', (told: Told) => end(told));
      child.once('exit', (code, signal) => end(`crash: the process ended (${signal ?? code}).`));
      send();
    });
  }

  async #start(): Promise<ChildProcess> {
    if (this.#child?.connected) return this.#child;
    const child = fork(fileURLToPath(new URL('child.ts', import.meta.url)), {
      execArgv: [...process.execArgv, `--max-old-space-size=${this.#limits.megabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    // Anything on the console is told: a reader is to be quiet.
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part) => {
        this.#said = (this.#said + part).slice(0, 2000);
      });
    const ready = await new Promise((resolve) => {
      child.once('message', () => resolve(true));
      child.once('exit', () => resolve(false));
    });
    if (!ready) throw new Error(`the reading process does not start: ${this.#said}`);
    child.removeAllListeners('exit');
    this.#child = child;
    return child;
  }
}
