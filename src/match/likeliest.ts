import { words } from '../language/words.ts';
import type { Contract } from '../types.ts';
import type { Role } from './atoms.ts';

// What somebody calls the pupils' data ends so.
const noun = '(?:data|records?|information|files?|materials?|content|papers)';
const capitals =
  /\b(?:[A-Z][\w'’-]*\s+(?:of\s+)?){1,3}(?:Data|Records?|Information|Files?|Materials?|Content|Papers)\b/g;
const quoted = new RegExp(`["“*_]{1,4}((?:[\\w'’-]+\\s+){1,3}${noun})["”*_.,]{1,4}`, 'gi');
const plain = new RegExp(`\\b(?:student|pupil|learner|education|educational)s?['’]?\\s+${noun}\\b`, 'gi');
const ofSchools = /\b(?:students?|pupils?|learners?|child|children)\b/i;
const business =
  /^(?:the |this |its |our |your )?(?:confidential|technical|business|account|accounts|billing|payment|proprietary|usage|company|licensed|aggregated?|de-?identified|anonym\w*|public|contact|financial|employees?|staff|teachers?|directory|protected health|sensitive|personal|marketing|software|training|course|instructional|log|device|work|order|contract|legal|other|all|any|no|such)\b/i;

/**
 * What a contract most likely calls the pupils' data, where no definition tells: the name that ends in "records", "data"
 * and the like and stands in it most often, oftener than plain words for such data. Null if there is none. `others`: stems
 * of words that tell data of others.
 */
export function likeliestDataName(
  { text: { value }, terms, parties }: Contract,
  others: ReadonlySet<string>,
  roles: readonly (Role | null)[],
): string | null {
  if (!ofSchools.test(value)) return null;
  const taken = new Set(
    [
      ...terms.flatMap(({ names }, index) => (roles[index] === null ? [] : names)),
      ...parties.flatMap(({ names }) => names),
    ].map((name) => name.toLowerCase()),
  );
  const isOthers = (name: string) =>
    business.test(name) || taken.has(name) || words(name).some(({ stem }) => others.has(stem));
  const names = [
    ...Array.from(value.matchAll(capitals), ([name]) => name.replace(/^(?:The|This|All|Any|No|Such|Our|Your)\s+/, '')),
    ...Array.from(value.matchAll(quoted), ([, name = '']) => name),
  ].map((name) => name.toLowerCase().replaceAll(/\s+/g, ' '));
  const told = new Set(names.filter((name) => name.includes(' ') && !isOthers(name)));
  const lower = value.toLowerCase().replaceAll(/\s+/g, ' ');
  const ranked = [...told]
    .map((name) => ({ name, count: lower.split(name).length - 1 }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const [first] = ranked;
  return first && first.count >= 4 && first.count > (value.match(plain)?.length ?? 0) ? first.name : null;
}
