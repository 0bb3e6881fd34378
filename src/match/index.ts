import { standings } from '../language/force.ts';
import { quantities } from '../language/quantities.ts';
import { joined, words } from '../language/words.ts';
import type { Contract, Match, Matched } from '../types.ts';
import { wordsIn } from './names/amended.ts';
import { stems } from './names/lexicon-names.ts';
import { resolveNames } from './names/names.ts';
import { headOf, meaningsOf } from './names/written-out.ts';
import { nearestPassages } from './nearest.ts';
import { Page } from './page.ts';
import type { Atoms } from './patterns/atoms.ts';
import { common, holds, members } from './patterns/bits.ts';
import { candidates } from './patterns/candidates.ts';
import type { CompiledPack, CompiledPart, Way } from './patterns/compile.ts';
import { evaluate, fitsAtAll } from './patterns/evaluate.ts';
import { exceptedIn, partsIn } from './patterns/kinds.ts';
import type { Reader } from './reading.ts';
import type { Scales } from './weights/weigh.ts';
import { Weighing } from './weights/weighing.ts';

export type { CompiledPack } from './patterns/compile.ts';
export { compile } from './patterns/compile.ts';
export { fromStored, toStored } from './stored/stored.ts';

/** Every statement that an element, a conflict or a note of a rule fits, and the nearest passages for what nothing supplies. */
export function match(contract: Contract, compiled: CompiledPack): Matched {
  const { atoms, scales, naming, pack } = compiled;
  const page = new Page(openReader(contract, atoms, naming), compiled);
  const weighing = scales && pack.weights && new Weighing(page, scales, pack.weights);
  const matches: Match[] = [];
  for (const { rule, parts } of compiled.rules) {
    const found = parts.flatMap((part) => matchPart(rule.id, part, page));
    matches.push(...(weighing ? weighing.settle(rule, parts, found) : found));
  }
  const told = weighing ? weighing.tellApart(matches) : matches;
  return { matches: told, nearest: nearestPassages(page, compiled, told, weighing) };
}

/** "Vendor shall report within ten days any loss of data (an "Incident")": the ten days are no part of what an incident is. */
const happening = /\b(?:incident|breach|event|compromise|exposure|leak|loss|release|disclosure|intrusion)s?$/iu;

/** "“Sell” has the meaning given in the California Consumer Privacy Act": what else that act is about is no part of it. */
const pointsAway =
  /(?:^|\bmeanings? (?:(?:is|are|as) )?)(?:given|ascribed|assigned|attributed|set (?:forth|out)|provided|defined|stated)(?: (?:to|for) (?:it|them))? (?:in|by|under)\b|\bmeanings? (?:it|they) ha(?:s|ve)\b/u;
/** Words within which a meaning says so. */
const farthest = 12;

/** What the statements of a contract are read with: its names, and what its defined terms carry into a sentence. */
export function openReader(contract: Contract, atoms: Atoms, naming: Scales | null = null): Reader {
  const names = resolveNames(contract, atoms.lexicon, naming);
  const carriedIds = new Set((atoms.lexicon.get('carried') ?? []).map((name) => atoms.concept(name)));
  const throughIds = new Set((atoms.lexicon.get('carried-through') ?? []).map((name) => atoms.concept(name)));
  const contractual = stems(atoms.lexicon, 'contract');
  const meanings = contract.terms.map(({ meaning }) => wordsIn(contract, meaning));
  const carried = meanings.map((meaning, index) => {
    const ids = new Set<number>();
    // What is told of an agreement, its term or its services does not speak in each mention of it.
    if (contract.terms[index]?.names.some((name) => contractual.has(words(headOf(name)).at(-1)?.stem ?? '')))
      return ids;
    if (pointsAway.test(joined(meaning.slice(0, farthest)))) return ids;
    // "Permitted Purpose … and never advertising" does not carry what it shuts out.
    const standing = standings(meaning);
    // "ceases to be in force" denies itself.
    for (const at of meaning.keys())
      for (const { id } of atoms.concepts.at(meaning, at))
        if (carriedIds.has(id) && !(standing[at]?.denied && standing[at - 1]?.denied)) ids.add(id);
    for (const id of [...exceptedIn(meaning, atoms), ...partsIn(meaning, atoms)]) ids.add(id);
    return ids;
  });
  return {
    contract,
    atoms,
    names,
    stems: atoms.stems(),
    carried: meanings.map((meaning, index) => {
      const ids = new Set(carried[index]);
      // "Permitted Purposes" that take in "Business Operations" carry what these do.
      for (const at of meaning.keys())
        for (const { id } of names.own.phrases.at(meaning, at))
          for (const through of carried[names.own.list[id]?.term ?? -1] ?? [])
            if (throughIds.has(through)) ids.add(through);
      return [...ids];
    }),
    termQuantities: meanings.map((meaning, index) =>
      names.termRoles[index] === null && !contract.terms[index]?.names.some((name) => happening.test(name))
        ? quantities(meaning)
        : [],
    ),
    meanings: meaningsOf(contract, names.termRoles),
  };
}

function matchPart(rule: string, part: CompiledPart, page: Page): Match[] {
  const found = new Map<number, Match>();
  const look = (ways: readonly Way[], whole: boolean): void => {
    for (const { test, zones } of ways) {
      const zone = page.readIn(zones);
      const possible = candidates(test, page);
      const clauses =
        part.part === 'conflict' ? page.clausesIn(zones).filter((at) => !possible || holds(possible, at)) : [];
      for (const at of [...members(common(possible ?? zone, zone, page.nowhere)), ...clauses]) {
        const statement = page.origin(at);
        if (found.has(statement)) continue;
        const spans = evaluate(test, at, page);
        if (!spans || part.unless.some((one) => fitsAtAll(one, at, page))) continue;
        found.set(statement, { rule, part: part.part, name: part.name, statement, whole, spans });
      }
    }
  };
  look(part.ways, true);
  look(part.partly, false);
  return [...found.values()].sort((a, b) => a.statement - b.statement);
}
