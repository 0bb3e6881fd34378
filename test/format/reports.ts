import type { Checked, Evidence, Finding, Pack, Report, Rule, Verdict } from '../../src/types.ts';

const ownership: Rule = {
  id: 'xx/ownership',
  kind: 'required',
  title: 'Student data stays with the board',
  citation: 'X.S. § 1(a)(1)',
  certainty: 'statute',
  policy: 'item 1',
  profiles: ['policy', 'statute'],
  basis: 'void',
  elements: [
    {
      name: 'property',
      title: 'whose property the data is',
      exact: false,
      express: [],
      ways: [],
      partly: [],
      needs: [],
      expects: [],
      unless: [],
    },
    {
      name: 'control',
      title: 'under whose control it is',
      exact: false,
      express: [],
      ways: [],
      partly: [],
      needs: [],
      expects: [],
      unless: [],
    },
  ],
  conflicts: [],
  notes: [],
  message: 'The contract does not say that student data stays with the board.',
  why: 'Without it the contractor may claim the records when the contract ends.',
  fix: 'Student data is the property of <Board> and under its control.',
  about: 'ownership',
  file: 'rules/xx/ownership.yml',
};

const law: Rule = {
  ...ownership,
  id: 'xx/governing-law',
  title: "The State's law governs",
  citation: 'X.S. § 1(a)(2)',
  certainty: 'unverified',
  elements: [
    {
      name: 'law',
      title: 'which law governs',
      exact: false,
      express: [],
      ways: [],
      partly: [],
      needs: [],
      expects: [],
      unless: [],
    },
  ],
  message: "The contract does not say that the State's law governs.",
  why: 'A right is of little use where a court must apply another law.',
  fix: 'The laws of the State govern this agreement.',
};

const sale: Rule = {
  ...ownership,
  id: 'xx/sale',
  kind: 'forbidden',
  title: 'Student data is not sold',
  citation: 'X.S. § 3',
  profiles: [],
  basis: 'prohibited-conduct',
  elements: [],
  message: 'The contract permits the sale of student data.',
  why: 'What is sold once cannot be called back.',
  fix: '<Contractor> shall not sell student data.',
};

const pack: Pack = {
  id: 'xx',
  title: 'Student data privacy of the State of X',
  lawAsOf: '2024-12-31',
  effective: '2018-07-01',
  state: 'X',
  profiles: ['policy', 'statute'],
  defaultProfile: 'policy',
  cureDays: 30,
  exemption: {},
  holidays: [],
  dateNotes: [],
  rules: [ownership, law, sale],
  lexicon: new Map(),
  weights: null,
  hash: 'a'.repeat(64),
};

function words(quote: string, section: string, page: number | null): Evidence {
  return { quote, section, page, start: 100, end: 100 + quote.length, caution: '' };
}

function finding(rule: Rule, rest: Partial<Finding>): Finding {
  const elements = Object.fromEntries(rule.elements.map(({ name }) => [name, 'present' as const]));
  const required = rule.kind === 'required' ? 'present' : 'not-required';
  return { rule, required, elements, evidence: [], conflicts: [], nearest: [], notes: [], ...rest };
}

function verdict(rest: Partial<Verdict>): Verdict {
  return { outcome: 'valid', state: 'valid', reasons: [], lacking: [], voidTerms: [], ...rest };
}

const owns = words('The District owns all Student Data and directs what is done with it.', '4.1', 3);
const governs = words('The laws of the State govern this Agreement.', '9', 7);

const base: Checked = {
  path: 'contracts/acme.pdf',
  sha256: 'b'.repeat(64),
  format: 'pdf',
  pages: 9,
  pagesWithoutText: [],
  characters: 23456,
  entered: '2023-07-01',
  verdict: verdict({ reasons: ['All 2 provisions are there and no term conflicts.'] }),
  findings: [finding(ownership, { evidence: [owns] }), finding(law, { evidence: [governs] }), finding(sale, {})],
  notes: [],
  text: null,
};

export const valid: Checked = base;

export const lacking: Checked = {
  ...base,
  path: 'contracts/brook.docx',
  format: 'docx',
  pages: null,
  verdict: verdict({
    outcome: 'void',
    state: 'notice-due',
    reasons: [
      'Void unless amended after notice: it lacks ownership and governing-law.',
      'The term at 14.2 is contrary to X.S. § 3 and not enforceable.',
    ],
    lacking: ['xx/ownership', 'xx/governing-law'],
    voidTerms: [
      { rule: 'xx/governing-law', section: '15' },
      { rule: 'xx/sale', section: '14.2' },
    ],
  }),
  findings: [
    finding(ownership, {
      required: 'incomplete',
      elements: { property: 'present', control: 'missing' },
      evidence: [
        { ...words('Student Data is the property of the District.', '2.1', null), caution: 'tracked insertion' },
      ],
      nearest: [{ ...words('Vendor controls access to its Platform.', '2.3', null), lacks: ['control'] }],
      notes: [{ id: 'hint', rule: 'xx/ownership', level: 'info', message: 'A hint of a rule.', evidence: [] }],
    }),
    finding(law, {
      required: 'missing',
      elements: { law: 'missing' },
      conflicts: [
        {
          ...words('This Order is governed by the laws of Delaware.', '15', null),
          name: 'other-law',
          why: 'The law of another State is chosen.',
          overriddenBy: words('The Addendum prevails over the Order.', 'Addendum 1', null),
        },
      ],
    }),
    finding(sale, {
      conflicts: [
        {
          ...words(
            `Vendor may sell Student Data ${'to any partner that it thinks fit, '.repeat(12)}at will.`,
            '14.2',
            null,
          ),
          name: 'sells',
          why: 'The contractor may sell student data.',
          overriddenBy: null,
        },
      ],
    }),
  ],
  notes: [
    { id: 'date-of-effect', rule: null, level: 'warning', message: 'The date of effect stands in.', evidence: [] },
  ],
};

const waiver = { by: 'waiver', reason: 'In the addendum', approver: 'D. Ellison', expires: '2026-06-30' } as const;

/** The same contract where somebody accepted what is wrong with it, in each of the ways, and one waiver has ended. */
export const waived: Checked = {
  ...lacking,
  path: 'contracts/crest.docx',
  findings: lacking.findings.map((finding) => ({
    ...finding,
    ...(finding.rule === ownership ? { accepted: waiver } : {}),
    ...(finding.rule === law ? { accepted: { by: 'severity', severity: 'warning', where: '.dpa-lint.yml:3' } } : {}),
    conflicts: finding.conflicts.map((conflict) =>
      finding.rule === law ? { ...conflict, accepted: { by: 'baseline' } } : conflict,
    ),
  })),
  notes: [
    ...lacking.notes,
    {
      id: 'waiver-expired',
      rule: sale.id,
      level: 'warning',
      message:
        'The waiver of xx/sale by D. Ellison (waivers.yml:2) ended on 2025-12-31: what it accepted counts again.',
      evidence: [],
    },
  ],
};

export const unreadable: Checked = {
  ...base,
  path: 'contracts/scan.pdf',
  format: null,
  pages: null,
  characters: 0,
  entered: null,
  verdict: verdict({ outcome: 'undetermined', state: 'unreadable', reasons: ['The file is damaged.'] }),
  findings: [],
};

/** What a stranger may put into a contract to play with the terminal of its reader. */
export const hostile: Checked = {
  ...base,
  path: 'contracts/\u001b]0;owned\u0007evil.pdf',
  verdict: verdict({ reasons: ['All there.\u001b[2J\u001b[1;1H'] }),
  findings: [
    finding(ownership, {
      evidence: [words('The \u202Eevil\u202C\u0000 \u009B31m District\u200b owns\r all.', '4\u001b[0m', 1)],
    }),
  ],
};

export function report(...contracts: Checked[]): Report {
  return { version: '1.2.3', pack, profile: 'policy', asOf: '2026-01-01', contracts };
}
