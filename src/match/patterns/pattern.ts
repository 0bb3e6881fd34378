import { UsageError } from '../../errors.ts';
import type { Atoms } from './atoms.ts';
import { roles } from './atoms.ts';

/** How a word must stand: `+` not denied, `-` denied, `!` owed or told as happening, `?` allowed, `0` expressly not owed. */
export type Wanted = '' | '+' | '-' | '!' | '?' | '0';

/** Words that may lie before a step: up to `most`, none of `bars` among them; `sentence` lets it cross a semicolon. */
export interface Gap {
  readonly most: number;
  readonly sentence: boolean;
  readonly bars: readonly number[];
}

/** An atom, or a length of time where `ids` is null; without a gap it follows closely. */
export interface Step {
  readonly ids: readonly number[] | null;
  readonly wanted: Wanted;
  /** Refuses weak mentions ("it", "the records"). */
  readonly strong: boolean;
  readonly gap: Gap | null;
}

/** One way to read a pattern, its alternatives and options chosen. */
export interface Sequence {
  readonly steps: readonly Step[];
  /** Begins at the first word of the statement. */
  readonly anchored: boolean;
  /** Ends at its last word. */
  readonly closed: boolean;
}

/** A compiled pattern: it fits where one of its sequences does. */
export interface Pattern {
  /** Among the patterns of its pack. */
  readonly place: number;
  readonly sequences: readonly Sequence[];
}

type Piece =
  | { readonly kind: 'step'; readonly ids: readonly number[] | null; readonly wanted: Wanted; readonly strong: boolean }
  | { readonly kind: 'gap'; readonly gap: Gap }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'either'; readonly ways: readonly (readonly Piece[])[] };

const mostSequences = 400;

/** What a pattern names is written out in it, which may be long: as much as tells which it is. */
function inShort(source: string): string {
  return source.length > mostShown ? `${source.slice(0, mostShown)} …` : source;
}

const mostShown = 160;

/**
 * Compiles a pattern: words and `{concepts}` in order, `ROLES` in capitals (`DATA!` refuses pronouns), `~` for up to
 * eight words within a clause, `~~` for up to thirty, `~<BOARD|own>` for a gap in which those do not occur,
 * `(a | b)` and `[optional]`, `#` a length of time, `^` the start, `$` the end.
 * `{+own}` asks that the word is not denied; see `Standing`. Throws `UsageError` on an unknown concept.
 */
export function compilePattern(source: string, atoms: Atoms, place = 0): Pattern {
  const parser = new Parser(source, atoms);
  const pieces = parser.sequence();
  parser.end();
  // Of alternatives followed by more, one that ends the statement has nothing after it, and finds nothing.
  const sequences = expand(pieces)
    .filter((way) => !way.slice(0, -1).some(({ kind }) => kind === 'end'))
    .map((way) => linear(way, atoms));
  if (sequences.length === 0) throw new UsageError(`the pattern "${source}" has words after its end, "$"`);
  if (sequences.length > mostSequences)
    throw new UsageError(
      `the pattern "${inShort(source)}" has ${sequences.length} readings; split it, or make concepts of its alternatives`,
    );
  return { place, sequences };
}

/** Every choice of alternatives. */
function expand(pieces: readonly Piece[]): Piece[][] {
  let found: Piece[][] = [[]];
  for (const piece of pieces) {
    const ways = piece.kind === 'either' ? piece.ways.flatMap(expand) : [[piece]];
    found = found.flatMap((before) => ways.map((way) => [...before, ...way]));
    if (found.length > mostSequences) return found;
  }
  return found;
}

function linear(pieces: readonly Piece[], atoms: Atoms): Sequence {
  const steps: Step[] = [];
  let gap: Gap | null = null;
  for (const piece of pieces) {
    if (piece.kind === 'gap')
      gap = gap
        ? {
            most: gap.most + piece.gap.most,
            sentence: gap.sentence || piece.gap.sentence,
            bars: [...gap.bars, ...piece.gap.bars],
          }
        : piece.gap;
    else if (piece.kind === 'step') {
      steps.push({
        ids: piece.ids && atoms.list(piece.ids),
        wanted: piece.wanted,
        strong: piece.strong,
        gap: steps.length > 0 || pieces[0]?.kind === 'start' ? gap : null,
      });
      gap = null;
    }
  }
  return { steps, anchored: pieces[0]?.kind === 'start', closed: pieces.at(-1)?.kind === 'end' };
}

// Concepts in braces; a gap, with no word at its heels; signs; the end, which stands alone; words.
const token =
  /\s+|\{[^{}]*\}|~(?:~|\d+)?(?:<[^<>]*>)?(?![^\s()[\]|#^{}])|[()[\]|#^]|(?<![^\s()[\]|])\$(?![^\s()[\]|])|[^\s()[\]|#^{}~<>$]+/uy;

/** Throws `UsageError` on what is none: a slip of the hand would leave a pattern that asks for something else. */
function tokensOf(source: string): string[] {
  const tokens: string[] = [];
  for (let at = 0; at < source.length; at = token.lastIndex) {
    token.lastIndex = at;
    const [found] = token.exec(source) ?? [];
    if (found === undefined)
      throw new UsageError(`"${source[at]}", character ${at + 1} of the pattern "${source}", has no meaning there`);
    if (found.trim() !== '') tokens.push(found);
  }
  if (tokens.length === 0) throw new UsageError('an empty pattern');
  return tokens;
}

class Parser {
  private at = 0;
  private readonly tokens: readonly string[];
  private readonly source: string;
  private readonly atoms: Atoms;

  constructor(source: string, atoms: Atoms) {
    this.source = source;
    this.atoms = atoms;
    this.tokens = tokensOf(source);
  }

  sequence(): Piece[] {
    const steps: Piece[] = [];
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at] ?? '';
      if (token === ')' || token === ']' || token === '|') break;
      this.at++;
      steps.push(this.step(token));
    }
    return steps;
  }

  end(): void {
    if (this.at < this.tokens.length)
      throw new UsageError(`"${this.tokens[this.at]}" closes nothing in the pattern "${this.source}"`);
  }

  private step(token: string): Piece {
    if (token.startsWith('~')) return this.gap(token);
    if (token === '#') return { kind: 'step', ids: null, wanted: '', strong: false };
    if (token === '^') return { kind: 'start' };
    if (token === '$') return { kind: 'end' };
    if (token === '(') return this.group(')');
    if (token === '[') {
      const group = this.group(']');
      return { kind: 'either', ways: [...(group.kind === 'either' ? group.ways : [[group]]), []] };
    }
    return this.atom(token);
  }

  private gap(token: string): Piece {
    const [size = '~', bars = ''] = token.replace('>', '').split('<');
    return {
      kind: 'gap',
      gap: {
        most: size === '~' ? 8 : size === '~~' ? 30 : Number(size.slice(1)),
        sentence: size === '~~',
        bars: bars ? bars.split('|').map((name) => this.named(name.trim())) : [],
      },
    };
  }

  /** A role or a concept. */
  private named(name: string): number {
    return (roles as readonly string[]).includes(name) ? this.atoms.id(name) : this.concept(name);
  }

  private group(close: string): Piece {
    const ways: Piece[][] = [];
    for (;;) {
      ways.push(this.sequence());
      const token = this.tokens[this.at];
      if (token === undefined) throw new UsageError(`"${close}" is missing in the pattern "${this.source}"`);
      this.at++;
      if (token === close) return single(ways) ?? { kind: 'either', ways };
      if (token !== '|')
        throw new UsageError(`"${token}" where "${close}" was expected in the pattern "${this.source}"`);
    }
  }

  private atom(token: string): Piece {
    const braces = /^\{([-+!?0]?)([^}]*)\}$/u.exec(token);
    if (braces) {
      const ids = (braces[2] ?? '').split('|').map((name) => this.concept(name.trim()));
      return { kind: 'step', ids, wanted: (braces[1] ?? '') as Wanted, strong: false };
    }
    const strong = token.endsWith('!');
    const bare = strong ? token.slice(0, -1) : token;
    // ROLE alternatives are written without spaces round the bar by the tokenizer's own groups: (BOARD | FAMILY).
    if ((roles as readonly string[]).includes(bare))
      return { kind: 'step', ids: [this.atoms.id(bare)], wanted: '', strong };
    if (/^[A-Z]{3,}$/u.test(bare))
      throw new UsageError(`unknown role ${bare} in the pattern "${this.source}"; roles are ${roles.join(', ')}`);
    const marked = /^([-+])(.+)$/u.exec(token);
    if (marked)
      return { kind: 'step', ids: [this.atoms.word(marked[2] ?? '')], wanted: marked[1] as Wanted, strong: false };
    return { kind: 'step', ids: [this.atoms.word(token)], wanted: '', strong: false };
  }

  private concept(name: string): number {
    const id = this.atoms.concept(name);
    if (id === undefined)
      throw new UsageError(`unknown concept {${name}} in the pattern "${this.source}": no lexicon file has it`);
    return id;
  }
}

/** "(BOARD | FAMILY)" is one step: alternatives of one atom each that ask for the same standing. */
function single(ways: readonly (readonly Piece[])[]): Piece | undefined {
  const ids: number[] = [];
  const [first] = ways[0] ?? [];
  if (first?.kind !== 'step') return undefined;
  for (const [piece, more] of ways) {
    if (
      more ||
      piece?.kind !== 'step' ||
      piece.ids === null ||
      piece.wanted !== first.wanted ||
      piece.strong !== first.strong
    )
      return undefined;
    ids.push(...piece.ids);
  }
  return { kind: 'step', ids, wanted: first.wanted, strong: first.strong };
}
