import { Command, CommanderError } from 'commander';
import { lintOptions } from './commands/options.ts';
import { flush, print, type Streams } from './commands/streams.ts';
import { UsageError } from './errors.ts';
import { exit } from './exit-code.ts';
import { version } from './package.ts';

export type { Streams } from './commands/streams.ts';

/** The command as a function: arguments in, exit code out, and nothing of the process but its streams. */
export async function main(argv: readonly string[], streams: Streams): Promise<number> {
  try {
    return await run(argv, streams);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exit.usage;
    if (!(error instanceof UsageError)) throw error;
    await print(streams.stderr, `${error.message.replace(/^/gm, 'dpa-lint: ')}\n`);
    return exit.usage;
  } finally {
    await flush(streams.stdout);
    await flush(streams.stderr);
  }
}

async function run(argv: readonly string[], streams: Streams): Promise<number> {
  let code: number = exit.usage;
  const program = commands(streams, (given) => {
    code = given;
  });
  await program.parseAsync([...argv], { from: 'user' });
  return code;
}

/** Each command is imported when it is asked for: `--help` must not wait for readers of PDFs. */
function commands(streams: Streams, end: (code: number) => void): Command {
  const program = new Command('dpa-lint');
  program
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'dpa-lint: ')),
      getOutHelpWidth: () => streams.stdout.columns ?? 80,
      getErrHelpWidth: () => streams.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showHelpAfterError('(dpa-lint --help shows what can be asked)')
    .enablePositionalOptions()
    .description('Checks school data-privacy contracts against the law: void or valid, with the evidence.')
    .version(version, '-V, --version');
  const lint = lintOptions(program).action(async (paths: string[], options) => {
    const { runLint } = await import('./commands/lint.ts');
    end(await runLint(paths, options, streams));
  });
  return lint;
}
