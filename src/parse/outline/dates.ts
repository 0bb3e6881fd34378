import type { ContractDate } from '../../types.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const month =
  '(?<month>Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twenty-first',
  'twenty-second',
  'twenty-third',
  'twenty-fourth',
  'twenty-fifth',
  'twenty-sixth',
  'twenty-seventh',
  'twenty-eighth',
  'twenty-ninth',
  'thirtieth',
  'thirty-first',
];
const year = '(?<year>(?:19|20)\\d{2})';
const patterns: readonly RegExp[] = [
  new RegExp(`\\b${month}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:A\\.?D\\.?\\s+)?${year}\\b`, 'gi'),
  new RegExp(
    `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:day\\s+of\\s+)?${month},?\\s+(?:in\\s+the\\s+year\\s+)?${year}\\b`,
    'gi',
  ),
  new RegExp(
    `\\b(?<spelled>${[...ordinals].reverse().join('|')})\\s+(?:day\\s+)?of\\s+${month},?\\s+(?:in\\s+the\\s+year\\s+)?${year}\\b`,
    'gi',
  ),
  /(?<![\d/-])(?<year>(?:19|20)\d{2})-(?<number>\d{2})-(?<day>\d{2})(?![\d-])/g,
  /(?<![\d/.-])(?<number>\d{1,2})[/.](?<day>\d{1,2})[/.](?<short>(?:20)?\d{2})(?![\d/-])/g,
  new RegExp(`\\b${month},?\\s+${year}\\b`, 'gi'),
];
const kinds: readonly (readonly [ContractDate['kind'], RegExp])[] = [
  ['renewed', /\brenew(?:ed|al)\b[^.;\d]{0,25}$/i],
  ['amended', /\bamended\b[^.;\d]{0,25}$/i],
  [
    'expires',
    /\b(?:expir\w*|ends?|ending|until|through|terminat\w*|runs? out|good (?:for|until)|valid until)\b[^.;\d]{0,25}$|\bto\s*$|\d{4}\s*[-–—]\s*$/i,
  ],
  [
    'signed',
    /\b(?:signed|executed|agreed|entered into|made|sign(?:ing)?|countersigned)\b[^;\d]{0,110}\b(?:this|on|as of|the)\s*$/i,
  ],
  ['amended', /\b(?:amend\w*|revised|restated|as modified)\b[^.;\d]{0,40}$/i],
  ['renewed', /\brenewals?\b[^.;\d]{0,40}$/i],
  ['accepted', /\b(?:accepted|acceptance|click\w*|registered)\b[^.;\d]{0,130}$/i],
  [
    'effective',
    /\b(?:effective|in force|commenc\w*|begin\w*|start\w*|takes effect|from|service date)\b[^.;\d]{0,40}$/i,
  ],
  ['dated', /\bdated?\b[^.;\d]{0,30}$/i],
  ['signed', /\b(?:signed|executed|entered into|countersigned)\b[^;.\d]{0,60}$/i],
];

const dateKey = /^\W*(effective |commencement |start )?dated?(?: of (?:this )?[\w ]{3,30})?\W{0,6}$/i;

/** Finds the dates on which something was done to the contract; a date of another matter has no kind and is left out. */
export function contractDates(value: string, isSignature: (offset: number) => boolean): ContractDate[] {
  const found: ContractDate[] = [];
  const taken = new Set<number>();
  for (const pattern of patterns) {
    for (const hit of value.matchAll(pattern)) {
      const end = hit.index + hit[0].length;
      const date = isoOf(hit.groups ?? {});
      if (date === null || taken.has(end)) continue;
      taken.add(end);
      const kind = kindOf(value, hit.index, end, isSignature(hit.index));
      if (kind !== null) found.push({ kind, date, start: hit.index, end });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

function kindOf(value: string, start: number, end: number, signature: boolean): ContractDate['kind'] | null {
  const before = value.slice(Math.max(0, start - 140), start).replace(/^[\s\S]*\n/, '');
  const after = value.slice(end, end + 40).replace(/\n[\s\S]*$/, '');
  const sentence = before.slice(Math.max(0, before.search(/[.;](?=\s+["“(]?[A-Z][^.;]*$)/)));
  const near = sentence.slice(-60);
  if (/\b(?:as amended|amended|revised|last updated|updated)\b[^.;]{0,30}$/i.test(near)) return 'amended';
  if (signature && !/\b(?:until|through|expires?)\b/i.test(near))
    return /\baccept/i.test(before) ? 'accepted' : 'signed';
  const key = dateKey.exec(before);
  if (key !== null) return key[1] === undefined ? 'dated' : 'effective';
  // "a contract entered into on or after July 1" tells of a law, "by March 3" of a task.
  if (/\b(?:(?:on or )?(?:after|before)|prior to|later than|since|by|each)\s*$/i.test(near)) return null;
  return kindByWords(sentence, near) ?? kindAlone(before, after);
}

function kindByWords(sentence: string, near: string): ContractDate['kind'] | null {
  const wide = (kind: ContractDate['kind']): boolean => kind === 'signed' || kind === 'accepted';
  return kinds.find(([kind, pattern]) => pattern.test(wide(kind) ? sentence : near))?.[0] ?? null;
}

/** A line that is nothing but a date is the date of a letter, or stands under a signature. */
function kindAlone(before: string, after: string): ContractDate['kind'] | null {
  if (/^\W*(?:\(?the\s+["“]?effective date)/i.test(after)) return 'effective';
  return before.trim() === '' && after.trim() === '' ? 'dated' : null;
}

function isoOf(groups: Record<string, string | undefined>): string | null {
  const { month: named, day: shown, spelled, year: full, short, number } = groups;
  const monthNumber =
    number === undefined
      ? months.findIndex((name) => name.startsWith((named ?? '?').toLowerCase().slice(0, 3))) + 1
      : Number(number);
  const day = spelled === undefined ? Number(shown ?? '1') : ordinals.indexOf(spelled.toLowerCase()) + 1;
  const fullYear = full ?? (short?.length === 2 ? `20${short}` : (short ?? ''));
  if (monthNumber < 1 || monthNumber > 12 || day < 1 || day > 31 || !/^\d{4}$/.test(fullYear)) return null;
  return `${fullYear}-${String(monthNumber).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
