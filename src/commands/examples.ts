import type { Command } from 'commander';

/** What people type, for the help of each command. */
const examples: Readonly<Record<string, readonly string[]>> = {
  'dpa-lint': [
    'dpa-lint contract.pdf',
    'dpa-lint contracts --format terminal --format sarif=report.sarif',
    'dpa-lint contracts --since origin/main --baseline .dpa-lint-baseline.json',
    'dpa-lint contract.docx --notice-given 2026-10-15 --cure-by 2026-12-01',
  ],
  text: ['dpa-lint text contract.pdf', 'dpa-lint text draft.docx --revisions original'],
  explain: ['dpa-lint explain governing-law'],
  rules: ['dpa-lint rules', 'dpa-lint rules test --rules ./my-rules'],
  'rules list': ['dpa-lint rules list', 'dpa-lint rules list --rules ./my-rules'],
  'rules test': ['dpa-lint rules test --rules ./my-rules'],
  'rules schema': ['dpa-lint rules schema > rule.schema.json'],
  init: ['dpa-lint init', 'dpa-lint init contracts'],
  config: ['dpa-lint config print contracts/acme.pdf'],
  'config print': ['dpa-lint config print contracts/acme.pdf', 'dpa-lint config print a.pdf --config strict.yml'],
  baseline: ['dpa-lint baseline contracts', 'dpa-lint baseline contracts --prune'],
  waive: [
    'dpa-lint waive contracts/acme.pdf severability --reason "In the addendum" --approver "D. Ellison" --expires 2027-06-30',
  ],
  diff: [
    'dpa-lint diff signed.pdf draft.docx',
    'dpa-lint diff redline.docx',
    'dpa-lint diff signed.pdf draft.docx --json',
  ],
  completion: [
    'source <(dpa-lint completion bash)',
    'dpa-lint completion fish > ~/.config/fish/completions/dpa-lint.fish',
  ],
};

/** Gives every command its examples. */
export function addExamples(command: Command, path: readonly string[] = []): void {
  const lines = examples[path.join(' ') || 'dpa-lint'] ?? [];
  if (lines.length > 0) command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`);
  for (const inner of command.commands) addExamples(inner, [...path, inner.name()]);
}
