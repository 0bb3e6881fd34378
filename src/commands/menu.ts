import type { Command } from 'commander';
import { configOption } from './options.ts';
import type { Streams } from './streams.ts';

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
