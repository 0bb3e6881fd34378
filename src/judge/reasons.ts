import type { Finding } from '../types.ts';
import { clauseName } from './clause-names.ts';
import type { Lacks, Notice } from './notice.ts';

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** Why a contract that lacks something is void or will be, the gravest first. */
export function lackSentences(lacks: Lacks, notice: Notice | null): string[] {
  const sentences: string[] = [];
  if (notice !== null && lacks.void.length > 0) {
    sentences.push(
      `Void: notice was given on ${notice.given}, and by ${notice.cureBy} the contract was not amended to supply ${names(lacks.void)}.`,
      'Whether the notice and the time were reasonable is for counsel to judge.',
    );
  }
  if (notice !== null && lacks.running.length > 0) {
    sentences.push(
      `Void unless amended by ${notice.cureBy}: notice was given on ${notice.given} that it lacks ${names(lacks.running)}.`,
    );
  }
  if (lacks.due.length > 0) {
    const until = notice === null ? 'until notice is given' : 'as the notice did not name it';
    sentences.push(
      `Void unless amended after notice: it lacks ${names(lacks.due)}. Notice to amend is due; ${until}, this makes nothing void.`,
    );
  }
  return [...sentences, ...doubtful([...lacks.void, ...lacks.running, ...lacks.due])];
}

/** A court might find enough in a clause that is there but lacks an element. */
function doubtful(lacking: readonly Finding[]): string[] {
  const incomplete = lacking.filter(({ required }) => required === 'incomplete');
  if (incomplete.length === 0) return [];
  return [`A clause is there but lacks an element: ${names(incomplete)}.`];
}

/** What falls at once, without notice; conduct that another law forbids is not called void by this one. */
export function voidTermSentences(conflicting: readonly Finding[]): string[] {
  return conflicting.map(({ rule, conflicts }) => {
    const sections = [...new Set(conflicts.map(({ section }) => section))]
      .filter((section) => section !== '')
      .map(clauseName);
    const [terms, is, conflict] =
      sections.length > 1 ? ['The terms', 'are', 'conflict'] : ['The term', 'is', 'conflicts'];
    const which = sections.length === 0 ? 'A term' : `${terms} at ${listed(sections)}`;
    return rule.basis === 'prohibited-conduct'
      ? `${which} ${is} contrary to ${rule.citation} and not enforceable.`
      : `${which} ${conflict} with ${rule.citation} and ${is} void.`;
  });
}

function names(findings: readonly Finding[]): string {
  return listed(findings.map(({ rule }) => rule.id.slice(rule.id.indexOf('/') + 1)));
}
