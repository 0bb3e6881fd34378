import type { Word } from '../../language/words.ts';
import type { Atoms } from './atoms.ts';

/** An exception of a definition reaches so many words, and no further than its sentence. */
const reach = 20;

/**
 * What a definition leaves out: "all records except directory information" carries `but-kind-directory`, where the
 * lexicon has such a concept beside the `excepted` one.
 */
export function exceptedIn(meaning: readonly Word[], atoms: Atoms): number[] {
  const opener = atoms.concept('excepts');
  const excepted = new Map(
    (atoms.lexicon.get('excepted') ?? []).map((name) => [atoms.concept(name), atoms.concept(`but-${name}`)]),
  );
  const found: number[] = [];
  let until = -1;
  for (const [at, { text }] of meaning.entries()) {
    if (text === '.' || text === ';') until = -1;
    for (const { id, end } of atoms.concepts.at(meaning, at)) {
      // "including, but not limited to, directory information" leaves nothing out.
      if (id === opener && meaning[end]?.text !== 'limited') until = end + reach;
      const but = at < until ? excepted.get(id) : undefined;
      if (but !== undefined) found.push(but);
    }
  }
  return found;
}

/** What a meaning is within so many words, and what tells that it is more than that. */
const head = 14;
const more = /^(?:includ\w*|whether|besides|also|or|and|,|as)$/u;

/** "Roster Facts" are "those records that are directory information": a kind of the data that the lexicon lists as a part. */
export function partsIn(meaning: readonly Word[], atoms: Atoms): number[] {
  const kinds = new Set((atoms.lexicon.get('parts') ?? []).map((name) => atoms.concept(name)));
  for (const [at, { text }] of meaning.slice(0, head).entries()) {
    if (more.test(text)) return [];
    const found = atoms.concepts.at(meaning, at).filter(({ id }) => kinds.has(id));
    const last = Math.max(0, ...found.map(({ end }) => end));
    if (last > 0 && !meaning.slice(last, last + 3).some((word) => more.test(word.text)))
      return found.map(({ id }) => id);
  }
  return [];
}
