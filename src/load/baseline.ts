import * as v from 'valibot';
import { UsageError } from '../errors.ts';
import { refuse } from './problem.ts';
import { closed, text, whole } from './vocabulary.ts';
import { Yaml } from './yaml.ts';

const version = 1;

const baselineFile = closed({
  version: v.number(),
  findings: v.array(
    closed({
      path: text,
      rule: text,
      kind: v.picklist(['missing', 'incomplete', 'conflict', 'note']),
      key: text,
      count: v.optional(whole, 1),
      says: v.optional(v.string(), ''),
    }),
  ),
});

/** An entry of a baseline. */
export type BaselineEntry = v.InferOutput<typeof baselineFile>['findings'][number];

/** Reads a baseline. It is JSON, which is YAML, so that errors have their lines. */
export function parseBaseline(file: string, content: string): BaselineEntry[] {
  const read = new Yaml(file, content).read(baselineFile);
  if ('problems' in read) return refuse(read.problems);
  if (read.value.version === version) return read.value.findings;
  throw new UsageError(`${file}: a baseline of version ${read.value.version}, and this dpa-lint reads ${version}`);
}

/** A baseline as text, an entry a line, in an order in which a diff shows what came and went. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const sorted = entries.toSorted(
    (a, b) => compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.key, b.key),
  );
  const lines = sorted.map(({ path, rule, kind, key, count, says }) =>
    JSON.stringify({ path, rule, kind, key, ...(count === 1 ? {} : { count }), ...(says === '' ? {} : { says }) }),
  );
  const findings = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  return `{\n  "version": ${version},\n  "findings": ${findings}\n}\n`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
