import type { Invocation, Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import type { Checked, Evidence, Formatter, Note, Pack, Report, Rule } from '../types.ts';
import { acceptedIn } from './acceptance.ts';
import { jsonText, uri } from './escape.ts';
import { placeOf } from './excerpt.ts';
import { type Issue, issuesOf, issueTitles, sentences } from './issues.ts';
import { printable } from './paint.ts';

/** SARIF 2.1.0, for code scanning. */
export const sarif: Formatter = (report) => `${jsonText(logOf(report), 2)}\n`;

function logOf(report: Report): Log {
  const { version, pack, profile, asOf, contracts } = report;
  const judged = contracts.map(({ path, verdict }) => ({ uri: uri(path), verdict }));
  const results = contracts.flatMap((contract, index) =>
    issuesOf(contract, contract.profile ?? profile).map((issue) => resultOf(issue, pack, fileOf(contract, index))),
  );
  const kept = gravest(results);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'dpa-lint', version, semanticVersion: version, rules: pack.rules.map(ruleOf) } },
        automationDetails: { id: `dpa-lint/${pack.id}/${profile}` },
        invocations: [invocationOf(contracts, results.length - kept.length)],
        artifacts: contracts.map(({ path, format, sha256 }) => ({
          location: { uri: uri(path) },
          // What could not be opened has no bytes whose sum would mean something.
          ...(format === null ? {} : { hashes: { 'sha-256': sha256 } }),
        })),
        results: kept,
        columnKind: 'utf16CodeUnits',
        properties: { asOf, profile, lawAsOf: pack.lawAsOf, packHash: pack.hash, verdicts: clean(judged) },
      },
    ],
  };
}

// Of a file with more results than these GitHub takes none.
const most = 25_000;

function gravest(results: readonly Result[]): Result[] {
  if (results.length <= most) return [...results];
  const ranked = ['error', 'warning', 'note'].flatMap((level) => results.filter((result) => result.level === level));
  return ranked.slice(0, most);
}

function ruleOf({ id, title, message, why, fix, citation, kind, certainty }: Rule): ReportingDescriptor {
  const doubt = certainty === 'unverified' ? ' (not confirmed in the law itself)' : '';
  return {
    id,
    name: id.replace(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: `${message} (${citation})` },
    help: {
      text: `${citation}${doubt}\n\n${why}\n\nWrite instead: ${fix}`,
      markdown: `**${citation}**${doubt}\n\n${why}\n\nWrite instead:\n\n> ${fix.replaceAll('<', '\\<')}`,
    },
    defaultConfiguration: { level: kind === 'advice' ? 'warning' : 'error' },
    properties: { citation, certainty, tags: ['privacy', 'contract', kind] },
  };
}

/** Which file a result is about, with its place among the artifacts. */
type File = Location & Required<Pick<Location, 'physicalLocation'>>;

/** A contract is no source file: what is missing is nowhere, and a page is no line. */
function fileOf({ path }: Checked, index: number): File {
  return { physicalLocation: { artifactLocation: { uri: uri(path), index } } };
}

// GitHub asks all four of every result, and DefectDojo takes none without: the head of the file stands for the file.
const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 } as const;

function resultOf(issue: Issue, pack: Pack, file: File): Result {
  const { rule, kind, level, evidence, overriddenBy, accepted, fingerprint } = issue;
  return {
    ruleId: rule.id,
    ruleIndex: pack.rules.findIndex(({ id }) => id === rule.id),
    kind: 'fail',
    level,
    message: { text: [`${issueTitles[kind]}: ${rule.title}.`, ...sentences(issue)].map(plain).join('\n') },
    locations: [at({ physicalLocation: { ...file.physicalLocation, region } }, kind === 'missing' ? null : evidence)],
    ...(overriddenBy === null
      ? {}
      : { relatedLocations: [{ id: 1, ...at(file, overriddenBy), message: { text: 'The term that prevails.' } }] }),
    // GitHub looks at the first alone, and would else count all results of a rule in a file as one.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'ruleAndClause/v1': fingerprint },
    // Dropped results would close an alert, and open it anew once the waiver ends.
    suppressions:
      accepted === null || accepted.by === 'severity'
        ? []
        : [{ kind: 'external', status: 'accepted', justification: plain(acceptedIn(accepted)) }],
    properties: { kind, citation: rule.citation },
  };
}

/** Words of which no viewer makes a link: "[here](address)" is one even in plain text. */
function plain(text: string): string {
  return printable(text).replaceAll('](', '] (');
}

function at(file: File, evidence: Evidence | null): Location {
  if (evidence === null) return file;
  const { section, page, start, end } = evidence;
  const name = printable(placeOf(evidence));
  return {
    ...file,
    ...(name === '' ? {} : { logicalLocations: [{ name, kind: 'clause' }] }),
    properties: { section: printable(section), page, start, end },
  };
}

function invocationOf(contracts: readonly Checked[], left: number): Invocation {
  const undetermined = contracts.some(({ verdict }) => verdict.outcome === 'undetermined');
  return {
    // None at all is a run in which nothing had changed: it did what it was asked.
    executionSuccessful: !undetermined,
    toolExecutionNotifications: [
      ...(left === 0 ? [] : [leftOut(left)]),
      ...contracts.flatMap((contract, index) => notificationsOf(contract, index)),
    ],
  };
}

function leftOut(count: number): Notification {
  const text = `${count} results are left out, the least grave ones: GitHub takes ${most} and would refuse them all. Other formats have them.`;
  return { descriptor: { id: 'results-left-out' }, level: 'warning', message: { text } };
}

function notificationsOf(contract: Checked, index: number): Notification[] {
  const { verdict, notes } = contract;
  const locations = [fileOf(contract, index)];
  const failed: Notification[] =
    verdict.outcome === 'undetermined'
      ? [
          {
            descriptor: { id: 'undetermined' },
            level: 'error',
            message: { text: plain(`Not judged. ${verdict.reasons.join(' ')}`) },
            locations,
          },
        ]
      : [];
  return [...failed, ...notes.map((note) => ({ ...notificationOf(note), locations }))];
}

function notificationOf({ id, level, message }: Note): Notification {
  return {
    descriptor: { id },
    level: level === 'info' ? 'note' : 'warning',
    message: { text: plain(message) },
  };
}

/** Every string of a value with nothing that a terminal would obey. */
function clean(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, inner) => (typeof inner === 'string' ? printable(inner) : inner));
}
