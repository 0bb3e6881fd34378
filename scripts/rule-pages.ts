import { mkdir, writeFile } from 'node:fs/promises';
import { type Example, loadExamples, loadPack } from '../src/load/index.ts';
import type { Rule } from '../src/types.ts';

const folder = new URL('../rules/ct', import.meta.url).pathname;
const certainties = {
  statute: 'read in the statute',
  secondary: 'taken from a secondary source',
  unverified: '**not confirmed in the law**: check it before you rely on it',
} as const;

/** File name → text of the pages in `docs/rules/`: one a rule, and a contents page. */
export async function rulePages(): Promise<ReadonlyMap<string, string>> {
  const pack = await loadPack(folder);
  const examples = new Map((await loadExamples(folder)).map((found) => [found.rule, found]));
  const pages = new Map(pack.rules.map((rule) => [`${shortId(rule)}.md`, pageOf(rule, examples.get(rule.id))]));
  const rows = pack.rules.map(
    (rule) => `| [${shortId(rule)}](${shortId(rule)}.md) | ${rule.title} | ${rule.citation} | ${rule.kind} |`,
  );
  const contents = [
    '# The rules',
    '',
    `${pack.title}, law read up to ${pack.lawAsOf}. These pages are made by \`npm run docs\`.`,
    '',
    '| rule | what it is about | citation | kind |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ];
  return pages.set('README.md', contents.join('\n'));
}

function pageOf(
  rule: Rule,
  examples: Partial<Record<'satisfies' | 'partly' | 'misses' | 'conflicts' | 'harmless', readonly Example[]>> = {},
): string {
  const lines = [
    `# ${shortId(rule)}`,
    '',
    `${rule.title}.`,
    '',
    `- **Law:** ${rule.citation} (${certainties[rule.certainty]})`,
    ...(rule.policy ? [`- **Policy:** ${rule.policy}`] : []),
    `- **Kind:** ${rule.kind}${rule.profiles.length > 0 ? `, counts in ${rule.profiles.join(' and ')}` : ''}`,
    ...section('Why', [rule.why]),
    ...section(
      'Elements',
      rule.elements.map(({ name, title }) => `- \`${name}\`: ${title}`),
    ),
    ...section(
      'Conflicts',
      rule.conflicts.map(({ name, why }) => `- \`${name}\`: ${why}`),
    ),
    ...section(
      'Notes',
      rule.notes.map(({ id, message }) => `- \`${id}\`: ${message}`),
    ),
    ...section('Words to write', [`> ${rule.fix.replaceAll('<', '\\<')}`]),
    ...section('Satisfies it', samples(examples.satisfies)),
    ...section('Only in part', samples(examples.partly)),
    ...section('Does not', samples(examples.misses)),
    ...section('Conflicts with it', samples(examples.conflicts)),
    ...section('Is harmless', samples(examples.harmless)),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
}

function samples(examples: readonly Example[] = []): string[] {
  return examples.map(
    ({ text, why }) => `- ${text.replaceAll(/\s+/gu, ' ').replaceAll('<', '\\<').trim()}${why ? ` *(${why})*` : ''}`,
  );
}

function shortId({ id }: Rule): string {
  return id.slice(id.indexOf('/') + 1);
}

if (process.argv[1] === import.meta.filename) {
  const target = new URL('../docs/rules/', import.meta.url);
  await mkdir(target, { recursive: true });
  for (const [name, text] of await rulePages()) await writeFile(new URL(name, target), text);
}
