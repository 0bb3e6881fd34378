import type { Piece } from './page.ts';

/** What stands no further apart than this many ems is one word. */
const space = 0.13;
/** Glyphs that overlap more than this many ems are drawn over one another. */
const overlap = 0.1;
/** A double stands less than this many ems aside. */
const aside = 0.25;
/** Squares in a row of a page: more than any page has. */
const row = 2 ** 20;

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

/** Text drawn again over itself, a little aside, is fake bold or a shadow. Linear in the pieces: each looks around itself. */
function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  const drawn = new Map<string, Map<number, Piece[]>>();
  return pieces.filter((piece) => {
    let places = drawn.get(piece.text);
    if (places === undefined) {
      places = new Map();
      drawn.set(piece.text, places);
    }
    const around = placesAround(piece);
    if (around.some((place) => places.get(place)?.some((other) => isOver(piece, other)))) return false;
    const [own] = around;
    const there = places.get(own);
    if (there === undefined) places.set(own, [piece]);
    else there.push(piece);
    return true;
  });
}

/** The squares, as wide as a double may stand aside, in which a piece and its doubles lie; its own first. */
function placesAround({ x, y, size }: Piece): [number, ...number[]] {
  const side = size * aside;
  const own = Math.floor(x / side) + Math.floor(y / side) * row;
  return [own, own - 1, own + 1, own - row, own - row - 1, own - row + 1, own + row, own + row - 1, own + row + 1];
}

function isOver(piece: Piece, other: Piece): boolean {
  const most = piece.size * aside;
  return (
    Math.abs(other.x - piece.x) < most &&
    Math.abs(other.y - piece.y) < most &&
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
