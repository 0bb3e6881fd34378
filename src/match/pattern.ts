import { UsageError } from '../errors.ts';
import { light } from '../language/phrases.ts';
import type { Atoms } from './atoms.ts';
import { roles } from './atoms.ts';
import type { Reading } from './reading.ts';
import { nothing } from './reading.ts';

/** How a word must stand: `+` not denied, `-` denied, `!` owed or told as happening, `?` allowed, `0` expressly not owed. */
type Standing = '' | '+' | '-' | '!' | '?' | '0';

type Step =
  | { readonly kind: 'atom'; readonly ids: readonly number[]; readonly standing: Standing; readonly strong: boolean }
  | { readonly kind: 'gap'; readonly most: number; readonly sentence: boolean; readonly bars: readonly number[] }
  | { readonly kind: 'either'; readonly ways: readonly (readonly Step[])[] }
  | { readonly kind: 'length' }
  | { readonly kind: 'start' };

/** A compiled pattern, with the groups of atoms of which each must occur somewhere for it to fit. */
export interface Pattern {
  readonly steps: readonly Step[];
  readonly needs: readonly (readonly number[])[];
}

/** Words between two steps of a pattern that need not be written: "DATA", "the DATA", "DATA,". */
const skippable = new Set([
  ',',
  '(',
  ')',
  '"',
  '“',
  '”',
  "'",
  '‘',
  '’',
  '-',
  "'s",
  '/',
  'also',
  'then',
  'always',
  'promptly',
  'hereby',
  'so',
  'solely',
  'only',
  'herein',
  'both',
  'either',
  'at',
  'times',
  'immediately',
  'expressly',
  'itself',
]);
const tight = new Set(['only', 'solely']);

/**
 * Compiles a pattern: words and `{concepts}` in order, `ROLES` in capitals (`DATA!` refuses pronouns), `~` for up to
 * eight words within a clause, `~~` for up to thirty, `~<BOARD|own>` for a gap in which those do not occur,
 * `(a | b)` and `[optional]`, `#` a length of time, `^` the start.
 * `{+own}` asks that the word is not denied; see `Standing`. Throws `UsageError` on an unknown concept.
 */
export function compilePattern(source: string, atoms: Atoms): Pattern {
  const parser = new Parser(source, atoms);
  const steps = parser.sequence();
  parser.end();
  const needs = steps.flatMap((step) => (step.kind === 'atom' ? [step.ids] : []));
  return { steps, needs };
}

class Parser {
  private at = 0;
  private readonly tokens: readonly string[];
  private readonly source: string;
  private readonly atoms: Atoms;

  constructor(source: string, atoms: Atoms) {
    this.source = source;
    this.atoms = atoms;
    this.tokens = source.match(/\{[^}]*\}|~(?:~|\d+)?(?:<[^>]*>)?|[()[\]|#^]|[^\s()[\]|#^{}~]+/gu) ?? [];
    if (this.tokens.length === 0) throw new UsageError('an empty pattern');
  }

  sequence(): Step[] {
    const steps: Step[] = [];
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

  private step(token: string): Step {
    if (token.startsWith('~')) return this.gap(token);
    if (token === '#') return { kind: 'length' };
    if (token === '^') return { kind: 'start' };
    if (token === '(') return this.group(')');
    if (token === '[') {
      const group = this.group(']');
      return { kind: 'either', ways: [...(group.kind === 'either' ? group.ways : []), []] };
    }
    return this.atom(token);
  }

  private gap(token: string): Step {
    const [size = '~', bars = ''] = token.replace('>', '').split('<');
    return {
      kind: 'gap',
      most: size === '~' ? 8 : size === '~~' ? 30 : Number(size.slice(1)),
      sentence: size === '~~',
      bars: bars ? bars.split('|').map((name) => this.named(name.trim())) : [],
    };
  }

  /** A role or a concept. */
  private named(name: string): number {
    return (roles as readonly string[]).includes(name) ? this.atoms.id(name) : this.concept(name);
  }

  private group(close: string): Step {
    const ways: Step[][] = [];
    for (;;) {
      ways.push(this.sequence());
      const token = this.tokens[this.at];
      if (token === undefined) throw new UsageError(`"${close}" is missing in the pattern "${this.source}"`);
      this.at++;
      if (token === close) return { kind: 'either', ways };
      if (token !== '|')
        throw new UsageError(`"${token}" where "${close}" was expected in the pattern "${this.source}"`);
    }
  }

  private atom(token: string): Step {
    const braces = /^\{([-+!?0]?)([^}]*)\}$/u.exec(token);
    if (braces) {
      const ids = (braces[2] ?? '').split('|').map((name) => this.concept(name.trim()));
      return { kind: 'atom', ids, standing: (braces[1] ?? '') as Standing, strong: false };
    }
    const strong = token.endsWith('!');
    const bare = strong ? token.slice(0, -1) : token;
    // ROLE alternatives are written without spaces round the bar by the tokenizer's own groups: (BOARD | FAMILY).
    if ((roles as readonly string[]).includes(bare))
      return { kind: 'atom', ids: [this.atoms.id(bare)], standing: '', strong };
    if (/^[A-Z]{3,}$/u.test(bare) && bare !== 'FERPA')
      throw new UsageError(`unknown role ${bare} in the pattern "${this.source}"; roles are ${roles.join(', ')}`);
    const marked = /^([-+])(.+)$/u.exec(token);
    if (marked)
      return { kind: 'atom', ids: [this.atoms.word(marked[2] ?? '')], standing: marked[1] as Standing, strong: false };
    return { kind: 'atom', ids: [this.atoms.word(token)], standing: '', strong: false };
  }

  private concept(name: string): number {
    const id = this.atoms.concept(name);
    if (id === undefined)
      throw new UsageError(`unknown concept {${name}} in the pattern "${this.source}": no lexicon file has it`);
    return id;
  }
}

/** Where a pattern fits, as a range of words; undefined if nowhere. */
export function fits(pattern: Pattern, reading: Reading): { start: number; end: number } | undefined {
  for (const need of pattern.needs) if (!need.some((id) => reading.hits.has(id))) return undefined;
  const [first] = pattern.steps;
  const failed = new Set<number>();
  const starts =
    first?.kind === 'atom'
      ? first.ids.flatMap((id) => (reading.hits.get(id) ?? nothing).map((hit) => hit.start))
      : [...reading.words.keys()];
  for (const start of new Set(starts)) {
    const end = run(pattern.steps, 0, start, reading, failed);
    if (end !== undefined) return { start, end };
  }
  return undefined;
}

/** The end of a fit of `steps` from step `index` at word `at`; what failed once is not tried again. */
function run(
  steps: readonly Step[],
  index: number,
  at: number,
  reading: Reading,
  failed: Set<number>,
): number | undefined {
  const step = steps[index];
  if (!step) return at;
  const key = index * 100_000 + at;
  if (failed.has(key)) return undefined;
  const end = tryStep(step, steps, index, at, reading, failed);
  if (end === undefined) failed.add(key);
  return end;
}

function tryStep(
  step: Step,
  steps: readonly Step[],
  index: number,
  at: number,
  reading: Reading,
  failed: Set<number>,
): number | undefined {
  switch (step.kind) {
    case 'start':
      return reading.words.slice(0, at).every((word) => word.kind !== 'word')
        ? run(steps, index + 1, at, reading, failed)
        : undefined;
    case 'gap':
      return runGap(step, steps, index, at, reading, failed);
    case 'either':
      for (const way of step.ways) {
        // Inner sequences are tried on their own memo, since their step numbers are their own.
        const end = run([...way, ...steps.slice(index + 1)], 0, at, reading, new Set());
        if (end !== undefined) return end;
      }
      return undefined;
    case 'length':
      for (const quantity of reading.quantities) {
        if (quantity.start < at || !bridge(reading, at, quantity.start)) continue;
        const end = run(steps, index + 1, quantity.end, reading, failed);
        if (end !== undefined) return end;
      }
      return undefined;
    case 'atom':
      for (const id of step.ids) {
        for (const hit of reading.hits.get(id) ?? nothing) {
          if (
            hit.start < at ||
            (step.strong && hit.weak) ||
            !stands(step.standing, hit.start, hit.end, reading) ||
            !bridge(reading, at, hit.start)
          )
            continue;
          const end = run(steps, index + 1, hit.end, reading, failed);
          if (end !== undefined) return end;
        }
      }
      return undefined;
    default:
      return step satisfies never;
  }
}

function runGap(
  gap: { most: number; sentence: boolean; bars: readonly number[] },
  steps: readonly Step[],
  index: number,
  at: number,
  reading: Reading,
  failed: Set<number>,
): number | undefined {
  for (let k = 0; k <= gap.most && at + k <= reading.words.length; k++) {
    const end = run(steps, index + 1, at + k, reading, failed);
    if (end !== undefined) return end;
    const word = reading.words[at + k];
    if (!word || (!gap.sentence && (word.text === ';' || word.text === '.'))) return undefined;
    if (gap.bars.some((id) => reading.hits.get(id)?.some((hit) => hit.start === at + k && !hit.weak))) return undefined;
  }
  return undefined;
}

/** Only words that say nothing here lie between. */
function bridge(reading: Reading, from: number, to: number): boolean {
  if (to - from > 4) return false;
  for (let k = from; k < to; k++) {
    const text = reading.words[k]?.text ?? '';
    if (!light.has(text) && (!skippable.has(text) || tight.has(text))) return false;
  }
  return true;
}

function stands(wanted: Standing, start: number, end: number, reading: Reading): boolean {
  if (wanted === '') return true;
  // A concept of several words may hold its own negation ("no interest in"): the first word decides what governs it.
  const standing = reading.standing[Math.min(start, end - 1)];
  if (!standing) return false;
  const { denied, mood } = standing;
  switch (wanted) {
    case '+':
      return !denied && mood !== 'need-not';
    case '-':
      return denied;
    case '!':
      return !denied && (mood === 'must' || mood === 'fact');
    case '?':
      return !denied && mood === 'may';
    case '0':
      return !denied && mood === 'need-not';
    default:
      return wanted satisfies never;
  }
}
