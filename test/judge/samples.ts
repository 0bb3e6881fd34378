import type { ConflictFinding, DecideContext, Evidence, Finding, Pack, Required, Rule } from '../../src/types.ts';

/** A required provision of both profiles, unless told otherwise. */
export function sampleRule(id: string, changes: Partial<Rule> = {}): Rule {
  return {
    id: `xx/${id}`,
    kind: 'required',
    title: `Provision ${id}`,
    citation: `§ 1(${id})`,
    certainty: 'statute',
    policy: '',
    profiles: ['policy', 'statute'],
    basis: 'void',
    elements: [],
    conflicts: [],
    notes: [],
    message: `No sentence says ${id}.`,
    why: 'Because.',
    fix: 'Say so.',
    about: '',
    file: `rules/xx/${id}.yml`,
    ...changes,
  };
}

export function sampleFinding(rule: Rule, required: Required, conflicts: readonly string[] = []): Finding {
  return {
    rule,
    required,
    elements: {},
    evidence: [],
    conflicts: conflicts.map(sampleConflict),
    nearest: [],
    notes: [],
  };
}

function sampleConflict(section: string): ConflictFinding {
  const evidence: Evidence = { start: 0, end: 5, quote: 'Words', page: 1, section, caution: '' };
  return { ...evidence, name: 'contrary', why: 'It says the contrary.', overriddenBy: null };
}

export const samplePack: Pack = {
  id: 'xx',
  title: 'An Act',
  lawAsOf: '2024-12-31',
  effective: '2018-07-01',
  state: 'Somewhere',
  profiles: ['policy', 'statute'],
  defaultProfile: 'policy',
  cureDays: 30,
  exemption: { c0: 'necessary', c1: 'complies', c2a: 'tried', c2b: 'sought', c3: 'keeps', c4a: 'told', c4b: 'agreed' },
  holidays: [],
  dateNotes: [],
  rules: [],
  lexicon: new Map(),
  weights: null,
  hash: '',
};

export function sampleContext(changes: Partial<DecideContext> = {}): DecideContext {
  return {
    pack: samplePack,
    profile: 'policy',
    facts: { entered: '2023-07-01' },
    asOf: '2026-11-24',
    entered: null,
    pagesWithoutText: [],
    ...changes,
  };
}
