import { UsageError } from '../errors.ts';

/** Where in a file's data: keys and indices from the root. */
export type Path = readonly (string | number)[];

/** Something wrong in a file that people write, at a line they can go to. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Throws all problems at once, in the order of files and lines, so that one run shows them all. */
export function refuse(problems: readonly Problem[]): never {
  const inOrder = problems.toSorted(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
  throw new UsageError([...new Set(inOrder.map(inWords))].join('\n'));
}

function inWords({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column}: ${message}`;
}
