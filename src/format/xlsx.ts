import { unzipSync, zipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/node';
import type { Checked, Formatter, Profile, Report } from '../types.ts';
import { cell as escaped } from './escape.ts';
import { excerpt, placeOf } from './excerpt.ts';
import { issuesOf, issueTitles } from './issues.ts';
import { type MatrixCell, matrixOf } from './matrix.ts';
import { citationOf } from './provisions.ts';
import { headings, reasonsOf } from './verdict.ts';

/** A workbook: contract × provision on the first sheet, and what is wrong on the second. */
export const xlsx: Formatter<Promise<Uint8Array>> = async (report) => {
  const options = {
    buffer: true,
    sheets: ['Contracts', 'Findings'],
    columns: [
      widths(44, 24, 12, ...matrixOf(report).rules.map(() => 22), 60),
      widths(44, 30, 22, 18, 16, 60, 60, 60, 60),
    ],
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    fontSize: 11,
  } as const;
  const book = await writeWorkbook([contractRows(report), findingRows(report)], {
    ...options,
    sheets: [...options.sheets],
    columns: [...options.columns],
  });
  return timeless(book);
};

/** The same report gives the same bytes: an archive keeps when its parts were written. */
function timeless(book: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(new Uint8Array(book))).filter(([name]) => !name.endsWith('/'));
  return zipSync(Object.fromEntries(parts), { mtime: '1980-01-01T12:00:00' });
}

const fills = { good: '#E6F2E8', bad: '#F8DEDC', doubt: '#FBF0D2', wrong: '#EFE0F3', plain: undefined } as const;

interface Cell {
  readonly type: StringConstructor;
  readonly value: string;
  readonly wrap: true;
  readonly alignVertical: 'top';
  readonly fontWeight?: 'bold';
  readonly backgroundColor?: string;
}

function contractRows(report: Report): Cell[][] {
  const { rules, rows } = matrixOf(report);
  return [
    ['Contract', 'Verdict', 'Entered', ...rules.map((rule) => `${rule.title} (${citationOf(rule)})`), 'Reasons'].map(
      head,
    ),
    ...rows.map(({ contract, cells }) => [
      plain(contract.path),
      filled({ text: headings[contract.verdict.state].title, tone: toneOf(contract.verdict.outcome) }),
      plain(contract.entered ?? ''),
      ...cells.map(filled),
      plain(reasonsOf(contract)),
    ]),
  ];
}

function toneOf(outcome: Checked['verdict']['outcome']): MatrixCell['tone'] {
  return ({ valid: 'good', void: 'bad', undetermined: 'doubt', 'not-covered': 'plain' } as const)[outcome];
}

function findingRows({ contracts, profile }: Report): Cell[][] {
  const titles = [
    'Contract',
    'Provision',
    'Citation',
    'Finding',
    'Where',
    'What is wrong',
    'In these words',
    'Why it matters',
  ];
  return [
    [...titles, 'What to write instead'].map(head),
    ...contracts.flatMap((contract) => rowsOf(contract, contract.profile ?? profile)),
  ];
}

function rowsOf(contract: Checked, profile: Profile): Cell[][] {
  const { path, verdict } = contract;
  const unjudged = [path, '', '', 'Undetermined', '', verdict.reasons.join(' '), '', '', ''];
  return [
    ...(verdict.outcome === 'undetermined' ? [unjudged] : []),
    ...issuesOf(contract, profile).map(({ rule, kind, evidence, message }) => [
      path,
      rule.title,
      citationOf(rule),
      issueTitles[kind],
      evidence === null || kind === 'missing' ? '' : placeOf(evidence),
      message,
      evidence === null || kind === 'missing' ? '' : excerpt(evidence.quote, 2000),
      rule.why,
      rule.fix,
    ]),
  ].map((row) => row.map(plain));
}

function plain(text: string): Cell {
  return { type: String, value: escaped(text), wrap: true, alignVertical: 'top' };
}

function head(text: string): Cell {
  return { ...plain(text), fontWeight: 'bold', backgroundColor: '#E8ECF1' };
}

function filled({ text, tone }: MatrixCell): Cell {
  const fill = fills[tone];
  return fill === undefined ? plain(text) : { ...plain(text), backgroundColor: fill };
}

function widths(...columns: number[]): { width: number }[] {
  return columns.map((width) => ({ width }));
}
