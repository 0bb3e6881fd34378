import type { Command, Option } from 'commander';
import { UsageError } from '../errors.ts';

/** Refuses options before a command: they are those of linting, and the command would run as if they were not there. */
export function refuseMisplaced(program: Command): void {
  program.hook('preSubcommand', (_, command) => {
    const given = program.options.find((option) => wasGiven(program, option));
    if (given !== undefined) throw new UsageError(told(given.long ?? given.flags, command));
  });
}

/** `--no-config` and `--config` set the same value. */
function wasGiven(program: Command, option: Option): boolean {
  const name = option.attributeName();
  return program.getOptionValueSource(name) === 'cli' && option.negate === (program.getOptionValue(name) === false);
}

function told(flag: string, command: Command): string {
  const knows = [command, ...command.commands].some(({ options }) => options.some(hasName(flag)));
  const name = command.name();
  if (!knows) return `${flag} is no option of "dpa-lint ${name}"; see dpa-lint ${name} --help`;
  return `${flag} stands before the command, where it says nothing to it; write it after: dpa-lint ${name} … ${flag} …`;
}

function hasName(flag: string): (option: Option) => boolean {
  return ({ long }) => long === flag;
}
