import type { Checked, FormatOptions, Formatter, Report } from '../types.ts';
import { type Line, type Piece, painter, say } from './paint.ts';
import { field, notes, type Page, problems, quoted } from './problems.ts';
import { provisions } from './provisions.ts';
import { summary } from './summary.ts';
import { gist, headings } from './verdict.ts';
import { hang } from './wrap.ts';

/** For people: the verdict first, then what it rests on. */
export const terminal: Formatter = (report, options) => {
  const lines = options.verbosity === 'quiet' ? verdicts(report, options) : full(report, options);
  const paint = painter(options.color);
  return `${lines.map(paint).join('\n')}\n`;
};

const blank: Line = [];

function verdicts({ contracts }: Report, { width }: FormatOptions): Line[] {
  return contracts.flatMap((contract) => {
    const { mark, title, style } = headings[contract.verdict.state];
    const because = gist(contract);
    const tail = because === '' ? [] : [say(` (${because})`, 'dim')];
    return hang([say(`${mark} `, style)], [say(contract.path), say(': '), say(title, style), ...tail], width);
  });
}

function full(report: Report, options: FormatOptions): Line[] {
  const { contracts } = report;
  return [
    ...contracts.flatMap((contract) => [...contractLines(contract, report, options), blank]),
    ...(contracts.length > 1 ? [...summary(contracts, options.width), blank] : []),
    ...footer(report, options),
  ];
}

function contractLines(contract: Checked, report: Report, { width, verbosity }: FormatOptions): Line[] {
  const profile = contract.profile ?? report.profile;
  const all = verbosity === 'verbose';
  const page: Page = { width, quote: all ? 2000 : 240 };
  const judged = contract.findings.length > 0;
  const sections = [
    head(contract, width),
    ...(judged ? [provisions(contract, profile, width, all)] : []),
    ...problemSections(contract, profile, page),
    ...(all && judged ? [evidenceLines(contract, page)] : []),
    notes(contract, page, all),
    hang([], [readPiece(contract)], width),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : [blank, ...lines]));
}

/** The verdict before all else, then why. */
function head({ path, verdict, entered }: Checked, width: number): Line[] {
  const { mark, title, style } = headings[verdict.state];
  const rule = '─'.repeat(Math.max(width - path.length - 4, 2));
  return [
    [say('── ', 'dim'), say(path, 'strong'), say(` ${rule}`, 'dim')],
    blank,
    [say(`${mark} ${title.toUpperCase()}`, style)],
    ...verdict.reasons.flatMap((reason) => hang([say('  ')], [say(reason)], width)),
    ...(entered === null ? [] : [[say(`  Entered into on ${entered}.`, 'dim')]]),
  ];
}

function problemSections(contract: Checked, profile: string, page: Page): Line[][] {
  const found = problems(contract, profile, page);
  const [first, ...rest] = found;
  if (first === undefined) return [];
  return [[[say('Problems', 'strong'), say(`  ${found.length}`, 'dim')], ...first], ...rest];
}

/** What passed passed on these words. */
function evidenceLines({ findings }: Checked, page: Page): Line[] {
  const passed = findings.filter(({ required, evidence }) => required === 'present' && evidence.length > 0);
  if (passed.length === 0) return [];
  return [
    [say('Evidence', 'strong')],
    ...passed.flatMap(({ rule, evidence }) => [
      ...hang([say('  '), say('✓ ', 'good')], [say(rule.title)], page.width),
      ...evidence.flatMap((one) => field('', quoted(one, page), page)),
    ]),
  ];
}

function readPiece({ format, pages, pagesWithoutText, characters, sha256 }: Checked): Piece {
  if (format === null) return say('Nothing was read.', 'dim');
  const leaves = pages === null ? '' : `${pages - pagesWithoutText.length} of ${count(pages, 'page')}, `;
  return say(`Read ${leaves}${count(characters, 'character')} (${format}, sha256 ${sha256.slice(0, 12)})`, 'dim');
}

function count(number: number, thing: string): string {
  // Not by the locale: to load what it knows takes longer than the rest of the page.
  const digits = String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${digits} ${thing}${number === 1 ? '' : 's'}`;
}

function footer({ pack, profile, asOf, version, contracts }: Report, { width }: FormatOptions): Line[] {
  const doubtful = contracts.some(({ findings }) => findings.some(({ rule }) => rule.certainty === 'unverified'));
  const told = [
    `${pack.title}, law read up to ${pack.lawAsOf}; profile ${profile}; verdict as of ${asOf}; dpa-lint ${version}.`,
    ...(doubtful ? ['(?) marks a citation that nobody has confirmed in the law itself.'] : []),
    'This is not legal advice.',
  ];
  return told.flatMap((sentence) => hang([], [say(sentence, 'dim')], width));
}
