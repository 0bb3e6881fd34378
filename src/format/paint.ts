import { Chalk, type ChalkInstance } from 'chalk';

export type Style = 'plain' | 'strong' | 'dim' | 'good' | 'bad' | 'doubt' | 'wrong';

/** Some words in one style. */
export interface Piece {
  readonly text: string;
  readonly style: Style;
}

export type Line = readonly Piece[];

/**
 * The one way to the terminal: what comes out holds no control character but the painter's own, and no command of the
 * log that it may be read from.
 */
export function painter(color: boolean): (line: Line) => string {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return (line) =>
    commandless(
      joined(line)
        .map(({ text, style }) => brushes[style](chalk)(printable(text)))
        .join(''),
    ).replace(/ +$/, '');
}

/** A line of a log in which GitHub Actions sees no command: it looks for "##[" anywhere and for "::" at the start. */
export function commandless(line: string): string {
  return line.replaceAll('##[', '## [').replace(/^(\s*)::/, '$1: :');
}

const brushes: Readonly<Record<Style, (chalk: ChalkInstance) => (text: string) => string>> = {
  plain: () => (text) => text,
  strong: (chalk) => chalk.bold,
  dim: (chalk) => chalk.dim,
  good: (chalk) => chalk.green,
  bad: (chalk) => chalk.red.bold,
  doubt: (chalk) => chalk.yellow,
  wrong: (chalk) => chalk.magenta.bold,
};

/** Neighbours of one style as one piece, so that a phrase is coloured once and not word by word. */
function joined(line: Line): Piece[] {
  const pieces: Piece[] = [];
  for (const piece of line) {
    const last = pieces.at(-1);
    if (last?.style === piece.style) pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
    else pieces.push(piece);
  }
  return pieces;
}

/** Without what could move the cursor, turn the reading direction or hide words: contracts come from strangers. */
export function printable(text: string): string {
  return text
    .replace(/[\t\n\r\v\f\u0085\u2028\u2029]/g, ' ')
    .replace(/\p{Cc}/gu, '\uFFFD')
    .replace(/[\p{Cf}\p{Co}\p{Cs}]/gu, '');
}

/** Words in a style. */
export function say(text: string, style: Style = 'plain'): Piece {
  return { text: printable(text), style };
}
