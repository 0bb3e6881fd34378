import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** How a page is looked at: its columns are found out, or it is taken for one column. */
export type Layout = 'page' | 'column';

/** Something that recognises text in a picture. */
export interface Engine {
  readonly name: string;
  /** Pictures that it takes at a time. */
  readonly atOnce: number;
  /** Recognises a PNG at 300 dots an inch; gives Tesseract's table of words. */
  readonly recognise: (png: Uint8Array, layout: Layout, signal: AbortSignal | undefined) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** The command that puts an engine in place on any system. */
export const install = 'npm install tesseract.js @tesseract.js-data/eng';

/** The engine on this machine: Tesseract itself, else its JavaScript form, else none. */
export async function findEngine(): Promise<Engine | null> {
  return (await native()) ?? (await script());
}

async function native(): Promise<Engine | null> {
  const languages = await run(['--list-langs'], null, undefined).catch(() => '');
  const known = new Set(languages.split(/\s+/));
  if (!known.has('eng')) return null;
  // Page layout with a look at which way is up, where the data for that is there.
  const modes = { page: known.has('osd') ? '1' : '3', column: '4' };
  const how = (layout: Layout) => ['stdin', 'stdout', '-l', 'eng', '--dpi', '300', '--psm', modes[layout], 'tsv'];
  return {
    name: 'Tesseract',
    atOnce: Math.min(4, availableParallelism()),
    recognise: (png, layout, signal) => run(how(layout), png, signal),
    close: async () => undefined,
  };
}

/** Runs Tesseract on one thread: several threads a page make it many times slower. */
function run(args: readonly string[], input: Uint8Array | null, signal: AbortSignal | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
    const child = spawn('tesseract', args, {
      env,
      stdio: ['pipe', 'pipe', 'ignore'],
      ...(signal === undefined ? {} : { signal }),
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(parts).toString('utf8'));
      else reject(new Error(`tesseract ended with ${code}`));
    });
    child.stdin.end(input ?? undefined);
  });
}

interface ScriptWorker {
  readonly recognize: (image: Buffer, options: object, output: object) => Promise<{ data: { tsv: string | null } }>;
  readonly setParameters: (parameters: Readonly<Record<string, string>>) => Promise<unknown>;
  readonly terminate: () => Promise<unknown>;
}

interface ScriptModule {
  readonly createWorker: (language: string, mode: number, options: object) => Promise<ScriptWorker>;
}

/** tesseract.js and its data are optional, so neither may be imported by name where they are not installed. */
async function script(): Promise<Engine | null> {
  const packages = ['tesseract.js', '@tesseract.js-data/eng'];
  const found = await Promise.all(packages.map((name) => import(name).catch(() => null)));
  const library = unwrap<ScriptModule>(found[0]);
  const data = unwrap<{ langPath: string }>(found[1]);
  if (library === null || data === null) return null;
  const options = {
    langPath: data.langPath,
    gzip: true,
    cacheMethod: 'none',
    logger: () => undefined,
    errorHandler: () => undefined,
  };
  const worker = await library.createWorker('eng', 1, options);
  await worker.setParameters({ user_defined_dpi: '300', debug_file: '/dev/null' });
  return {
    name: 'tesseract.js',
    atOnce: 1,
    recognise: async (png, layout, signal) => {
      signal?.throwIfAborted();
      await worker.setParameters({ tessedit_pageseg_mode: layout === 'page' ? '3' : '4' });
      const { data: words } = await worker.recognize(
        Buffer.from(png),
        { rotateAuto: true },
        { text: false, tsv: true },
      );
      return words.tsv ?? '';
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

function unwrap<T>(module: unknown): T | null {
  if (module === null || typeof module !== 'object') return null;
  return ('default' in module ? module.default : module) as T;
}
