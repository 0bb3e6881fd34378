import type { Contract } from '../../types.ts';

/** Somebody who does something, or to whom it is done: "reader", "athlete", "examinee". */
const person = /^\p{L}+(?:er|or|ete|ant|ent|ee|ist|ian|ate|ron|man)$/u;
/** Whoever buys is no pupil. */
const buyer =
  /^(?:customer|client|subscriber|user|buyer|purchaser|owner|vendor|provider|member|account|parent|teacher|student)$/u;
const record = /^(?:data|records?|information|files?|content|material|details|folders?|stuff|logs?|sheets?|cards?)$/iu;

/**
 * What pupils are called, where the data are called after them: with "Athlete Data" an athlete is a pupil, if the contract
 * once tells of one as it tells of a child ("a student athlete", "the athlete's parent").
 *
 * @param names of the data, as written.
 */
export function pupilsNames({ text }: Contract, names: readonly string[]): string[] {
  const firsts = new Set(
    names.flatMap((name) => {
      const [first = '', last = '', ...more] = name.toLowerCase().split(/\s+/u);
      return more.length === 0 && record.test(last) && person.test(first) && !buyer.test(first) ? [first] : [];
    }),
  );
  if (firsts.size === 0) return [];
  const said = text.value.toLowerCase();
  return [...firsts].filter((one) => isChild(one, said));
}

function isChild(one: string, said: string): boolean {
  return new RegExp(
    String.raw`\b(?:student|pupil|young) ${one}s?\b|\b${one}s? (?:who|whose|whom)\b|\b(?:parents?|guardians?|famil(?:y|ies)|mothers?|names?|ages?|grades?) of (?:an?|each|the|every|any) ${one}\b|\b${one}['’]s (?:parents?|guardians?|famil|mother|father|grade|teacher|class|own (?:name|work|file|record))`,
    'u',
  ).test(said);
}
