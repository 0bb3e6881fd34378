import { readFile } from 'node:fs/promises';
import { parse as parseYaml } from 'yaml';
import { readMarkdown } from '../../src/extract/markdown/index.ts';
import { parse } from '../../src/parse/index.ts';
import type { Contract, Lexicon, Span } from '../../src/types.ts';

const files = await Promise.all(['parties', 'law'].map((name) => readFile(`rules/lexicon/${name}.yml`, 'utf8')));
const words: Record<string, string[]> = Object.assign({}, ...files.map((file) => parseYaml(file)));

/** The words for parties and for laws that ship with the tool. */
export const lexicon: Lexicon = new Map(Object.entries(words));

/** Reads a contract that a test writes as Markdown. */
export async function contract(markdown: string): Promise<Contract> {
  return parse(await readMarkdown({ path: 'contract.md', bytes: new TextEncoder().encode(markdown) }), lexicon);
}

/** The words of a span. */
export function quote({ text }: Contract, span: Span | null): string {
  return span === null ? '' : text.value.slice(span.start, span.end);
}

/** Statements of a zone, each as "lead » words « tail". */
export function statements(found: Contract, zone = 'operative'): string[] {
  return found.statements
    .filter((statement) => statement.zone === zone)
    .map((statement) => {
      const lead = statement.lead.map((span) => `${quote(found, span)} » `).join('');
      return lead + quote(found, statement) + (statement.tail === null ? '' : ` « ${quote(found, statement.tail)}`);
    });
}
