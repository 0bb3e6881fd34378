import { existsSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { addExamples } from './commands/examples.ts';
import { acceptCommands, completionCommand, configCommands, diffCommand } from './commands/menu.ts';
import { refuseMisplaced } from './commands/misplaced.ts';
import { refuseMistyped } from './commands/mistyped.ts';
import { configOption, lintOptions, readingOptions, rulesOption } from './commands/options.ts';
import { complain, flush, type Streams, shownLines } from './commands/streams.ts';
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
    const known = error instanceof UsageError;
    const told = known ? error.message : `internal error, please report it: ${stackOf(error)}`;
    await complain(streams, told);
    return known ? exit.usage : exit.undetermined;
  } finally {
    await flush(streams.stdout);
    await flush(streams.stderr);
  }
}

/** Where a fault of ours lies, with no path of the user's machine. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const frame = /^ +at ([^ ]+) /m.exec(error.stack ?? '')?.[1];
  return `${error.name}: ${error.message}${frame === undefined ? '' : ` (in ${frame})`}`;
}

async function run(argv: readonly string[], streams: Streams): Promise<number> {
  let code: number = exit.usage;
  const program = commands(streams, (given) => {
    code = given;
  });
  refuseMistyped(program, argv, existsSync);
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
      outputError: (text, write) => write(shownLines(text.replace(/^error: /, 'dpa-lint: '))),
      getOutHelpWidth: () => streams.stdout.columns || 80,
      getErrHelpWidth: () => streams.stderr.columns || 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showHelpAfterError('(dpa-lint --help shows what can be asked)')
    .enablePositionalOptions()
    .helpCommand('help [command]', 'the help of a command')
    .description('Checks school data-privacy contracts against the law: void or valid, with the evidence.')
    .version(version, '-V, --version');
  lintOptions(program).action(async (paths: string[], options) => {
    const { runLint } = await import('./commands/lint.ts');
    end(await runLint(paths, options, streams));
  });
  readingOptions(configOption(rulesOption(program.command('text'))))
    .description('the text as read, with page and clause marks: what the linter saw')
    .argument('<file>', 'a contract')
    .action(async (file: string, options) => {
      const { runText } = await import('./commands/text.ts');
      end(await runText(file, options, streams));
    });
  rulesOption(program.command('explain'))
    .description('a rule for people: law, elements, examples, model clause')
    .argument('<rule>', 'its id, such as governing-law')
    .action(async (rule: string, options) => {
      const { runExplain } = await import('./commands/explain.ts');
      end(await runExplain(rule, options, streams));
    });
  rulesCommand(program, streams, end);
  configCommands(program, { streams, end });
  acceptCommands(program, { streams, end });
  diffCommand(program, { streams, end });
  completionCommand(program, { streams, end });
  refuseMisplaced(program);
  addExamples(program);
  return program;
}

function rulesCommand(program: Command, streams: Streams, end: (code: number) => void): void {
  const rules = program.command('rules').description('the rule packs: list, test, schema');
  rulesOption(rules.command('list', { isDefault: true }))
    .description('the packs and their rules')
    .action(async (options) => {
      const { runRulesList } = await import('./commands/rules.ts');
      end(await runRulesList(options.rules, streams));
    });
  rulesOption(rules.command('test'))
    .description('runs every rule against the examples beside it')
    .action(async (options) => {
      const { runRulesTest } = await import('./commands/rules-test.ts');
      end(await runRulesTest(options.rules, streams));
    });
  rules
    .command('schema')
    .description('the JSON Schema of a rule file, for editors')
    .action(async () => {
      const { runRulesSchema } = await import('./commands/rules.ts');
      end(await runRulesSchema(streams));
    });
}
