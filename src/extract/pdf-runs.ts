import type { Piece } from './pdf-page.ts';

/** What stands no further apart than this many ems is one word. */
const space = 0.13;
/** Glyphs that overlap more than this many ems are drawn over one another. */
const overlap = 0.1;

/**
 * Joins what was drawn piece after piece as one word. Many programs place each glyph by itself: a page of theirs is
 * thousands of pieces that all stages would carry along. Words are left apart: a raised figure may stand between them.
 */
export function joinRuns(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const piece of withoutDoubles(pieces)) {
    const run = runs.at(-1);
    if (run === undefined || !goesOn(run, piece)) runs.push({ ...piece });
    else {
      run.text += piece.text;
      run.end = Math.max(run.end, piece.end);
    }
  }
  return runs;
}

/** Text drawn again over itself, a little aside, is fake bold or a shadow. */
function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  const drawn = new Map<string, Piece[]>();
  return pieces.filter((piece) => {
    const alike = drawn.get(piece.text);
    if (alike === undefined) drawn.set(piece.text, [piece]);
    else if (alike.some((other) => isOver(piece, other))) return false;
    else alike.push(piece);
    return true;
  });
}

function isOver(piece: Piece, other: Piece): boolean {
  const aside = piece.size * 0.25;
  return (
    Math.abs(other.x - piece.x) < aside &&
    Math.abs(other.y - piece.y) < aside &&
    other.angle === piece.angle &&
    other.hidden === piece.hidden &&
    other.struck === piece.struck
  );
}

function goesOn(run: Piece, piece: Piece): boolean {
  const gap = piece.x - run.end;
  return (
    gap > -overlap * run.size &&
    gap <= space * run.size &&
    piece.y === run.y &&
    piece.size === run.size &&
    piece.angle === run.angle &&
    piece.mark === run.mark &&
    piece.bold === run.bold &&
    piece.artifact === run.artifact &&
    piece.hidden === run.hidden &&
    piece.struck === run.struck &&
    piece.inkless === run.inkless &&
    piece.from === run.from &&
    piece.confidence === run.confidence
  );
}
