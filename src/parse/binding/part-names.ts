import type { Section } from '../../types.ts';
import { numberOf } from '../outline/labels.ts';

/** What parts of a file are called. */
const kinds = new Set(
  'part,exhibit,schedule,attachment,appendix,annex,addendum,rider,section,article,paper,supplement,module,chapter,enclosure,form,letter,page,screen,e-mail,email,document,title,division'.split(
    ',',
  ),
);
const value = String.raw`(?:[A-Z]{1,2}(?:-?\d{1,3})?|\d{1,3}(?:\.\d{1,3})*|[IVXL]{1,6}|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)\b)`;
const name = new RegExp(
  String.raw`(?<![\w-])(?<kind>[A-Za-z-]{4,12})\s+["“]?(?<value>${value})["”]?(?![\w-]|\.\d)`,
  'g',
);
const next = new RegExp(
  String.raw`\s*(?:,|,?\s*(?:and|or|nor))\s+(?:[A-Za-z-]{4,12}\s+)?["“]?(?<value>${value})["”]?(?![\w-]|\.\d)`,
  'y',
);

/** Parts that stand side by side in a sentence: "Exhibits A and C". */
export interface NamedParts {
  readonly at: number;
  readonly end: number;
  readonly sections: readonly number[];
  /** Those that open no section, by kind and number: "e-mail 5". */
  readonly others: readonly string[];
}

/** The parts that words name by kind and number. */
export function namedParts(words: string, sections: readonly Section[]): NamedParts[] {
  const found: NamedParts[] = [];
  for (const hit of words.matchAll(name)) {
    const kind = kindOf(hit.groups?.['kind'] ?? '');
    if (kind === null || hit.index < (found.at(-1)?.end ?? 0)) continue;
    const values = [hit.groups?.['value'] ?? ''];
    let end = hit.index + hit[0].length;
    next.lastIndex = end;
    for (let more = next.exec(words); more !== null; more = next.exec(words)) {
      values.push(more.groups?.['value'] ?? '');
      end = next.lastIndex;
    }
    const titled = values.map((one) => sectionsOf(kind, one, sections));
    const others = values.filter((_, at) => titled[at]?.length === 0).map((one) => `${kind} ${numberOf(one, '')}`);
    found.push({ at: hit.index, end, sections: titled.flat(), others });
  }
  return found;
}

/** The part that the words open, by kind and number: "E-mail 5. From Ann to Bob" → "e-mail 5". */
export function opensPart(words: string): string | null {
  const [, word = '', printed = ''] = opens.exec(words) ?? [];
  const kind = kindOf(word);
  return kind === null ? null : `${kind} ${numberOf(printed, '')}`;
}

function kindOf(word: string): string | null {
  const one = word.toLowerCase();
  if (kinds.has(one)) return one;
  const single = one
    .replace(/ices$/, 'ix')
    .replace(/(?<=x)es$/, '')
    .replace(/s$/, '');
  return kinds.has(single) ? single : null;
}

/** A part that is titled so; of a mere letter or number that two parts bear, none. */
function sectionsOf(kind: string, number: string, sections: readonly Section[]): number[] {
  const wanted = numberOf(number, '');
  const titled = sections.flatMap(({ label, title }, index) => {
    const [, word = '', printed = ''] = opens.exec(`${label} ${title}`.trim()) ?? [];
    return word.toLowerCase() === kind && numberOf(printed, '') === wanted ? [index] : [];
  });
  if (titled.length > 0) return titled.length === 1 ? titled : [];
  // "E-mail 5" is not the fifth point of another.
  if (!/^(?:part|section|article|title|division|chapter)$/.test(kind)) return [];
  const bare = sections.flatMap(({ label }, index) => (label !== '' && numberOf(label, '') === wanted ? [index] : []));
  return bare.length === 1 ? bare : [];
}

const opens = new RegExp(String.raw`^([A-Za-z-]{4,12})\s+["“]?(${value})["”]?(?![\w-])`);

/** The sections that bear each number; of more than two, two. */
export function byNumber(sections: readonly Section[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  sections.forEach(({ label }, index) => {
    const point = /\d/.test(label) ? numberOf(label, '') : '';
    if (point !== '') found.set(point, [...(found.get(point) ?? []).slice(0, 1), index]);
  });
  return found;
}
