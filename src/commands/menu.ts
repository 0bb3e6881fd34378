import type { Command } from 'commander';
import { configOption, failOnOption, readingOptions, rulesOption, workOptions } from './options.ts';
import type { Streams } from './streams.ts';
import { day, list, words } from './values.ts';

/** What the commands beside linting need: where to write, and whom to tell the exit code. */
export interface Menu {
  readonly streams: Streams;
  readonly end: (code: number) => void;
}

export function configCommands(program: Command, { streams, end }: Menu): void {
  program
    .command('init')
    .description('writes a configuration to start from')
    .argument('[folder]', 'where the contracts are', '.')
    .action(async (folder: string) => {
      const { runInit } = await import('./init.ts');
      end(await runInit(folder, streams));
    });
  const config = program.command('config').description('the configuration: print');
  configOption(config.command('print'))
    .description('what holds for a contract, and which line of which file says it')
    .argument('<file>', 'a contract, or where one would be')
    .action(async (file: string, options) => {
      const { runConfigPrint } = await import('./config-print.ts');
      end(await runConfigPrint(file, options, streams));
    });
}

export function acceptCommands(program: Command, { streams, end }: Menu): void {
  judging(program.command('baseline'))
    .description('records what is wrong today, so that only what is new fails')
    .argument('[paths...]', 'contracts, or folders of them (default: this folder)')
    .option('--baseline <file>', 'where to (default: that of the configuration, or .dpa-lint-baseline.json)')
    .option('--exclude <glob>', 'leave out what matches; repeatable', list)
    .addOption(failOnOption('for which level; the warnings of rules are recorded for note alone'))
    .option('--prune', 'take out what is no longer found, and add nothing')
    .action(async (paths: string[], options) => {
      const { runBaseline } = await import('./baseline.ts');
      end(await runBaseline(paths, options, streams));
    });
  judging(program.command('waive'))
    .description('accepts what a rule finds in a contract, until a day, in <contract>.dpa.yml')
    .argument('<contract>', 'a contract')
    .argument('<rule>', 'the id of a rule, such as severability')
    .requiredOption('--reason <words>', 'why it is accepted', words)
    .requiredOption('--approver <name>', 'who accepts it', words)
    .requiredOption('--expires <date>', 'the last day on which it is accepted', day)
    .action(async (contract: string, rule: string, options) => {
      const { runWaive } = await import('./waive.ts');
      end(await runWaive(contract, rule, options, streams));
    });
}

export function diffCommand(program: Command, { streams, end }: Menu): void {
  judging(program.command('diff'))
    .description('what a new text of a contract changes, or its tracked changes do, provision by provision')
    .argument('<old>', 'the contract as it was')
    .argument('[new]', 'the contract as it is to be (default: the same with its tracked changes)')
    .option('--json', 'for other tools')
    .action(async (old: string, changed: string | undefined, options) => {
      const { runDiff } = await import('./diff.ts');
      end(await runDiff([old, changed], options, streams));
    });
}

export function completionCommand(program: Command, { streams, end }: Menu): void {
  program
    .command('completion')
    .description('a script that completes commands and options')
    .argument('<shell>', 'bash, zsh or fish')
    .action(async (shell: string) => {
      const { runCompletion } = await import('./completion.ts');
      end(await runCompletion(shell, program, streams));
    });
}

/** What every command that judges contracts may be told; what it is told beside is its own. */
function judging(command: Command): Command {
  return workOptions(readingOptions(configOption(rulesOption(command))))
    .optionsGroup('Judging:')
    .option('--profile <name>', 'policy or statute')
    .option('--as-of <date>', 'the day on which the verdict is given (default: today)', day)
    .optionsGroup('Options:');
}
