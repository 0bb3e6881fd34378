import { PassThrough, Readable } from 'node:stream';
import { main } from '../../src/cli.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command with `DIR` standing for a folder, which is taken out of what it prints again. */
export function runIn(folder: string, ...argv: readonly string[]): Promise<Ran> {
  return runWith('', folder, ...argv);
}

/** The same with words on standard input, in which `DIR` stands for the folder, too. */
export async function runWith(stdin: string, folder: string, ...argv: readonly string[]): Promise<Ran> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const told = { stdout: '', stderr: '' };
  stdout.on('data', (chunk) => {
    told.stdout += chunk;
  });
  stderr.on('data', (chunk) => {
    told.stderr += chunk;
  });
  const words = argv.map((word) => word.replaceAll('DIR', folder));
  const code = await main(words, {
    stdin: Readable.from([stdin.replaceAll('DIR', folder)]),
    stdout,
    stderr,
    env: { COLUMNS: '110' },
  });
  // On a busy machine a run takes the ten seconds after which a log is told how far it is.
  const complaints = told.stderr.replaceAll(folder, 'DIR').replace(/^dpa-lint: \d+ of \d+(?:, .+ left)?\n/gm, '');
  return { code, stdout: told.stdout.replaceAll(folder, 'DIR'), stderr: complaints };
}

/** A contract that lacks most of what the law asks for, and one that says when it was entered into. */
export const bareContract = '# Order\n\nThe Vendor delivers chairs. The School pays for them in May 2024.\n';
