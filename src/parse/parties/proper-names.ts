import { ofLexicon } from '../../language/of-lexicon.ts';
import type { Lexicon, Party, Span } from '../../types.ts';
import { stateNames } from './state-names.ts';

/** A name in capitals that the lexicon knows for a company's, another organisation's or a board's. */
export interface ProperName extends Span {
  readonly kind: 'company' | 'organisation' | 'board';
  readonly text: string;
}

/** A name given to somebody, and what makes us think so. */
export interface Alias {
  readonly role: Party['role'] | null;
  readonly names: readonly string[];
  readonly person: Party['person'];
  readonly entity: ProperName | null;
  readonly span: Span;
}

/** The words of the lexicon that name a side. */
export interface Known {
  readonly contractor: ReadonlySet<string>;
  readonly board: ReadonlySet<string>;
  /** Words of a board that a company may be given, too. */
  readonly either: ReadonlySet<string>;
  readonly contractorKey: ReadonlySet<string>;
  readonly boardKey: ReadonlySet<string>;
  readonly boardWords: RegExp;
}

const core = "(?:(?:No|NO|St|ST|Mt|Ft|U\\.S|[A-Z])\\.|[A-Z][\\p{L}\\d'’&-]*|\\d{1,3}(?!\\d|[,.]\\d))";
/** "Ternwick Group (US) Inc.": the country of a company within a group. */
const country = '\\((?:U\\.?S\\.?A?\\.?|UK|Canada|Ireland|Americas|North America)\\)';
const connector = '(?:of the|of|for the|for|at|&|de|la|on-the|on)';
// A run of capitalised words; bounded, so that a megabyte of capitals stays linear.
const run = (suffix: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\d])(?=[A-Z])${core}(?:[ ]+(?:${country}|(?:${connector} )?${core})){0,11}(?:,? +(?:${suffix})(?![\\p{L}\\d])\\.?)?`,
    'gu',
  );
const capsOnly = /^[^a-z]+$/;
const capsStop =
  /(?:.*\s|^)(?:BIND|INTO|A|AN|BEFORE|YOU|CONTRACT|AGREEMENT|BETWEEN|WITH|BY|THIS|THAT|FROM|AND|OR|IS|ARE|MEANS|IN|TO|ON BEHALF OF|WHEN|ENTERS|NAMED|BINDS)\s+/;
const leading =
  /^(?:(?:We['’]re|You['’]re|I['’]m|It['’]s|The|This|That|In|By|By And|For|With|Between|When|Under|And|Our|Your|Dear|To|From|Re|Signed|Agreed|Accepted|Approved|Attn|Of|Where|If|On|As|At|Whereas|Agreement|Contract|Addendum|Superintendent|Vendor|Provider|Contractor|Supplier|Customer|Subscriber|District|Amendment|THE|BETWEEN|FOR|Mr\.|Ms\.|Mrs\.|Dr\.|A|An|Both|Each|Neither|Either|Since|Although|Last|School Board|Parties|And|AND|Prepared)\s+)+(?=[A-Z])/;
// "Tern Point Evaluation 31 Wharf Road": a bare number begins an address.
const afterAddress = /(?<!\b(?:No\.?|Number|District|Region|Unit)) \d.*$/i;
const street =
  /\b(?:street|road|avenue|lane|drive|green|turnpike|court|way|plaza|circle|square|boulevard|terrace|hill|row|place|row|wharf|parkway|highway|st|rd|ave|blvd)$/i;
// "a California corporation" tells what a company is, not what it is called.
const descriptor = new RegExp(
  `^(?:${stateNames.join('|')}|limited|public|nonprofit|domestic|foreign) (?:nonprofit |public benefit |benefit |limited liability |business )?(?:corporation|company)$`,
  'i',
);
// "Runestone Academy Terms of Service": the name ends where that of the paper begins.
const paper =
  /\s(?:Terms|Agreement|Addendum|Privacy|Polic(?:y|ies)|Contract|Order|Rider|Amendment|Licen[sc]e|Data|Standard|Website|Participating)\b.*$/;
const legal = /\b(?:Act|Law|Code|Statutes?|Court|Department|Commission|Rule|Policy|Privacy Rights)\b/;

/** The lexicon's words for companies, boards and other organisations, made ready to look for. */
interface Patterns {
  readonly run: RegExp;
  readonly company: RegExp;
  readonly board: RegExp;
  readonly organisation: RegExp;
}

/** They are long, and the same for all contracts. */
const patternsOf = ofLexicon((lexicon): Patterns => {
  const list = (concept: string): readonly string[] => lexicon.get(concept) ?? [];
  const suffixes = list('company-suffix');
  const suffix =
    [...new Set([...suffixes, ...suffixes.map((one) => one.toUpperCase())])]
      .sort((one, other) => other.length - one.length)
      .map(quoteForPattern)
      .join('|') || 'Inc';
  return {
    run: run(suffix),
    company: new RegExp(`(?:^|[ ,])(?:${suffix})\\.?$`, 'i'),
    board: phrasesOf(list('board-name')),
    // "Calloway Institute for Tutoring" and "Tern Evaluation", but not "Evaluation Purposes".
    organisation: phrasesOf(list('organisation-name'), '(?=$| (?:of|for|at)(?![\\p{L}]))'),
  };
});

/** Finds the names of companies, boards and other organisations in one pass. */
export function properNames(value: string, lexicon: Lexicon): ProperName[] {
  const patterns = patternsOf(lexicon);
  // What a contract names, it names again and again.
  const known = new Map<string, Run>();
  const names: ProperName[] = [];
  for (const { 0: run, index } of value.matchAll(patterns.run)) {
    let told = known.get(run);
    if (!told) {
      const { text, cut } = clean(run, patterns.company);
      told = { text, cut, kind: kindOf(text, patterns) };
      known.set(run, told);
    }
    const { text, cut } = told;
    const start = index + cut;
    const end = start + text.length;
    const kind = told.kind ?? (isCompany.test(value.slice(end, end + 80)) ? 'company' : null);
    if (kind !== null) names.push({ text, kind, start, end });
  }
  return names;
}

/** What is told of a run of words by itself: the name in it, what is cut off before, and what it names. */
interface Run {
  readonly text: string;
  readonly cut: number;
  readonly kind: ProperName['kind'] | null;
}

/** "Copperline Learning, a benefit corporation of Burlington": what it is, told after its name. */
const isCompany =
  /^,? (?:which is |being )?an? (?:[\w.-]+ ){0,4}?(?:corporation|company|partnership|nonprofit|non-profit|LLC|cooperative|firm|business|sole proprietor(?:ship)?|start-?up)\b/i;

function clean(text: string, company: RegExp): Pick<Run, 'text' | 'cut'> {
  let cut = leading.exec(text)?.[0].length ?? 0;
  if (capsOnly.test(text)) cut = Math.max(cut, capsStop.exec(text)?.[0].length ?? 0);
  if (capsOnly.test(text.slice(cut))) cut += /^THE\s+/.exec(text.slice(cut))?.[0].length ?? 0;
  // "COOPERATIVE AGREEMENT FOR ROUTING SOFTWARE" tells what is bought.
  if (
    capsOnly.test(text) &&
    cut > 0 &&
    /\b(?:AGREEMENT|CONTRACT) $/.test(text.slice(0, cut)) &&
    /^FOR /.test(text.slice(cut))
  )
    return { text: '', cut };
  const named = seated(text.slice(cut).replace(afterAddress, ''), company);
  const kept = company.test(named) ? named : named.replace(paper, '');
  // A sentence's full stop is no part of the name; that of "Inc." is.
  const end = /\b(?:Inc|Corp|Co|Ltd|L\.L\.C|P\.C|L\.P)\.$/i.test(kept) ? kept : kept.replace(/\.$/, '');
  return { text: end.replace(/['’]s?$/, ''), cut };
}

/** "Brightline Routing Corporation of Columbus": the town is no part of a company's name. */
function seated(name: string, company: RegExp): string {
  const at = name.search(/ of (?:the )?[A-Z]/);
  return at > 0 && !company.test(name) && company.test(name.slice(0, at)) ? name.slice(0, at) : name;
}

function kindOf(text: string, { company, board, organisation }: Patterns): ProperName['kind'] | null {
  const isBoard = board.test(text) && !legal.test(text);
  // The Board of Education of the Town of Hallowell Green is no street.
  if (text.split(' ').length < 2 || (street.test(text) && !isBoard) || descriptor.test(text)) return null;
  if (company.test(text)) return /^\S+ company$/i.test(text) ? null : 'company';
  if (isBoard && !/\bfor (?:schools|districts)\b/i.test(text)) return 'board';
  if (/\bfor (?:schools|districts|teachers|classrooms?)\b/i.test(text)) return null;
  return organisation.test(text) && !legal.test(text) ? 'organisation' : null;
}

function phrasesOf(phrases: readonly string[], after = '(?![\\p{L}])'): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${phrases.map(quoteForPattern).join('|') || '$.'})${after}`, 'iu');
}

/** For words that go into a pattern as they are. */
export function quoteForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A name as it compares: no article, no marks, lower case. */
export function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:the|our|your|an?)\s+/, '')
    .replace(/[^\p{L}\d' -]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A board's name names the board; any other organisation contracts with it. */
export function roleOfKind(entity: ProperName): Party['role'] {
  return entity.kind === 'board' ? 'board' : 'contractor';
}
