import type { Command } from 'commander';
import { UsageError } from '../errors.ts';
import { nearestWord } from '../load/suggest.ts';

/** Refuses a word that is nearly a command: it would else be taken for the path of a contract, or be one too many. */
export function refuseMistyped(
  program: Command,
  [first, second]: readonly string[],
  isFile: (path: string) => boolean,
): void {
  if (first === undefined || !/^[a-z]+$/i.test(first)) return;
  const command = named(program, first);
  if (command === undefined) {
    if (!isFile(first)) refuse(first, program, 'dpa-lint');
    return;
  }
  const isWord = second !== undefined && /^[a-z]+$/i.test(second) && command.commands.length > 0;
  if (isWord && named(command, second) === undefined) refuse(second, command, `dpa-lint ${first}`);
}

function named({ commands }: Command, word: string): Command | undefined {
  return commands.find((command) => command.name() === word || (word === 'help' && commands.length > 0));
}

function refuse(word: string, { commands }: Command, before: string): void {
  const meant = nearestWord(
    word,
    commands.map((command) => command.name()),
  );
  if (meant !== null) throw new UsageError(`no command or file "${word}"; did you mean "${before} ${meant}"?`);
}
