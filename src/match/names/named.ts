import { Phrases } from '../../language/phrases.ts';
import { type Word, words } from '../../language/words.ts';
import type { Role } from '../patterns/atoms.ts';

/** What a name in this contract stands for. */
export interface Name {
  readonly role: Role | null;
  /** Index into `Contract.terms`; -1 if it is no defined term. */
  readonly term: number;
  /** "Press", "Box": a party's own name counts only with its capital. */
  readonly capital: boolean;
  /** Its last word as written. */
  readonly word?: string;
  /** "evaluator", "provider": its last word as written, where it tells what somebody does. */
  readonly agent?: string;
  /** "Superintendent": who acts for a party, and is not the party itself. */
  readonly officer?: boolean;
  /** "protected" of "protected data": the word as written, since who must "protect data" does not name it. */
  readonly participle?: string;
}

/** Names by their phrases; the id of a phrase is the place of its name in the list. */
export interface Named {
  readonly phrases: Phrases;
  readonly list: readonly Name[];
}

/** A name as written, and what it stands for. */
export type Given = readonly [string, Name];

/** Of two names that differ in number or case alone the first stands. */
export function named(names: readonly Given[]): Named {
  const phrases = new Phrases();
  const list: Name[] = [];
  const taken = new Set<string>();
  for (const [phrase, name] of names) {
    const parts = words(phrase);
    const key = stemsOf(parts);
    if (!key || taken.has(key)) continue;
    taken.add(key);
    phrases.add(phrase, list.length);
    const first = parts.length > 1 ? (parts[0]?.text ?? '') : '';
    const last = parts.at(-1)?.text ?? '';
    list.push({
      ...name,
      word: last,
      ...(/(?:er|or)$/u.test(last) ? { agent: last } : {}),
      ...(first.endsWith('ed') ? { participle: first } : {}),
    });
  }
  return { phrases, list };
}

/** What the whole of a name stands for; null if nothing. */
export function roleIn({ phrases, list }: Named, name: string): Role | null {
  const parts = words(name);
  const whole = phrases.at(parts, 0).find(({ start, end }) => start === 0 && end === parts.length);
  return whole ? (list[whole.id]?.role ?? null) : null;
}

/** Names that differ in number or case alone are one. */
export function stemsOf(parts: readonly Word[]): string {
  return parts.map(({ stem }) => stem).join(' ');
}
