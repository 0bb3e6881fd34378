import { light } from '../../language/phrases.ts';
import { oneOf } from '../../language/words.ts';
import type { Reading } from '../reading.ts';
import type { Atoms, Role } from './atoms.ts';

const prepositions = oneOf(
  'of to by from with for under at in on upon against between over than within toward towards behalf through via about into among',
);
const openers = oneOf(
  ', : — – - ( ) " “ ” ; | . ? ! and or but that if when where which while because whether what until after before as so neither nor both each either then unless once than whom how whenever yes no agrees since however do does will shall may can must hereby therefore event',
);
const causatives = oneOf(
  'require direct ask instruct have caus tell want expect oblig order request let allow permit author enabl entitl compel oblige obligates make forbid prohibit bar bind keep',
);
/** "When the plan runs out Vendor deletes". */
const particles = oneOf('out up off down ends expires lapses closes');
const acting: readonly Role[] = ['CONTRACTOR', 'BOARD', 'BOTH', 'FAMILY', 'THIRD'];

/** Whether the verb at word `at` stands in the passive ("shall be deleted", "is not sold"). */
export function isPassive(reading: Reading, at: number): boolean {
  const verb = reading.words[at];
  if (!verb || verb.text.endsWith('ing') || verb.text === verb.stem) return false;
  for (let k = at - 1; k >= 0 && k > at - 5; k--) {
    const word = reading.words[k];
    if (!word) return false;
    if (word.stem === 'be' || word.text === 'get') return true;
    if (
      !(
        word.text.endsWith('ly') ||
        word.text === 'not' ||
        word.text === 'never' ||
        word.text === 'also' ||
        word.text === 'or' ||
        word.text === ',' ||
        word.text === 'and' ||
        word.text.endsWith('ed') ||
        word.text === 'so'
      )
    )
      return false;
  }
  return false;
}

/** Who does what the word at `at` names; null if the sentence does not tell. */
export function actorOf(reading: Reading, at: number, atoms: Atoms): Role | null {
  const after = agentAfterBy(reading, at, atoms);
  if (isPassive(reading, at)) return after;
  return subjectBefore(reading, at, atoms)?.role ?? after;
}

function agentAfterBy(reading: Reading, at: number, atoms: Atoms): Role | null {
  for (let k = at + 1; k < reading.words.length && k < at + 16; k++) {
    const text = reading.words[k]?.text;
    if (text === ';' || text === '.') return null;
    if (text !== 'by') continue;
    const role = roleAt(reading, skipLight(reading, k + 1), atoms);
    if (role) return role;
  }
  return null;
}

/** Whether after the one word the other opens a clause: "When your plan runs out we delete". */
function endsBefore(before: string, text: string | undefined): boolean {
  return openers.has(before) || particles.has(before) || text === 'we' || text === 'i';
}

/** The party that stands before a verb as who does it, and where it stands. */
export function subjectBefore(
  reading: Reading,
  at: number,
  atoms: Atoms,
): { readonly role: Role; readonly at: number } | null {
  let possessive: { readonly role: Role; readonly at: number } | null = null;
  for (let k = at - 1; k >= 0 && k > at - 40; k--) {
    const text = reading.words[k]?.text;
    if (text === ';' || text === '.' || text === '|') break;
    const role = roleAt(reading, k, atoms);
    if (!role) continue;
    let before = k - 1;
    while (before >= 0 && (light.has(reading.words[before]?.text ?? '') || reading.words[before]?.text === '"'))
      before--;
    const word = reading.words[before];
    const isSubject =
      before < 0 ||
      word?.kind !== 'word' ||
      endsBefore(word.text, text) ||
      (causatives.has(word?.stem ?? '') && at - k < 8) ||
      (word.text !== 'of' && hasModal(reading, k, atoms)) ||
      (word?.text === 'of' && /^(each|both|all|either|neither|one)$/u.test(reading.words[before - 1]?.text ?? ''));
    if (!isSubject || (prepositions.has(word?.text ?? '') && word?.text !== 'of')) continue;
    if (isPossessive(reading, k, atoms)) {
      possessive ??= { role, at: k };
      continue;
    }
    return { role: joined(reading, k, role, atoms), at: k };
  }
  return possessive;
}

/** "… at any time the Contractor shall …": right before its modal a party is the subject, whatever went before. */
function hasModal(reading: Reading, at: number, atoms: Atoms): boolean {
  for (const role of acting) {
    const hit = reading.hits.get(atoms.id(role)).find((one) => one.start === at && !one.weak);
    if (hit)
      return /^(?:shall|will|must|agrees|undertakes|covenants|promises|warrants)$/u.test(
        reading.words[hit.end]?.text ?? '',
      );
  }
  return false;
}

/** "The District and the Vendor shall …" names both. */
function joined(reading: Reading, at: number, role: Role, atoms: Atoms): Role {
  let before = at - 1;
  while (before >= 0 && light.has(reading.words[before]?.text ?? '')) before--;
  if (reading.words[before]?.text !== 'and') return role;
  for (let k = before - 1; k >= 0 && k > before - 4; k--) {
    const other = roleAt(reading, k, atoms);
    if (
      other &&
      other !== role &&
      (other === 'CONTRACTOR' || other === 'BOARD') &&
      (role === 'CONTRACTOR' || role === 'BOARD')
    )
      return 'BOTH';
  }
  return role;
}

function isPossessive(reading: Reading, at: number, atoms: Atoms): boolean {
  const text = reading.words[at]?.text;
  if (text === 'our' || text === 'your') return true;
  for (const role of acting) {
    const hit = reading.hits.get(atoms.id(role)).find((one) => one.start === at);
    if (hit) return reading.words[hit.end]?.text === "'s";
  }
  return false;
}

function roleAt(reading: Reading, at: number, atoms: Atoms): Role | null {
  for (const role of acting) {
    if (reading.hits.get(atoms.id(role)).some((hit) => hit.start === at && !hit.weak)) return role;
  }
  return null;
}

function skipLight(reading: Reading, at: number): number {
  let k = at;
  while (light.has(reading.words[k]?.text ?? '')) k++;
  return k;
}
