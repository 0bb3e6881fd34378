import { readFile } from 'node:fs/promises';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { json } from '../../src/format/json.ts';
import { lacking, report, unreadable, valid } from './reports.ts';

const schema: AnySchemaObject = JSON.parse(await readFile('docs/report.schema.json', 'utf8'));
const options = { color: false, width: 80, verbosity: 'normal' } as const;
const given = report(valid, lacking, unreadable);

test('the report fits the published schema', () => {
  expect(problems(schema)).toEqual([]);
});

test('the published schema names every field of the report', () => {
  expect(problems(closed(schema))).toEqual([]);
});

test('unreadable contracts are among the documents', () => {
  const { documents } = JSON.parse(json(given, options));
  expect(documents.map(({ path, verdict }: never) => [path, verdict])).toEqual(
    given.contracts.map(({ path, verdict }) => [path, verdict]),
  );
});

test('notes of rules stand with those of the document', () => {
  const { documents } = JSON.parse(json(report(lacking), options));
  expect(documents[0].notes.map(({ id }: { id: string }) => id)).toEqual(['date-of-effect', 'hint']);
});

test('the same report gives the same bytes', () => {
  expect(json(given, options)).toBe(json(structuredClone(given), options));
});

function problems(against: AnySchemaObject): unknown[] {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  const check = ajv.compile(against);
  check(JSON.parse(json(given, options)));
  return check.errors ?? [];
}

/** The schema lets fields be added; closed, it tells whether somebody added one without saying so. */
function closed<Node>(node: Node): Node {
  if (Array.isArray(node)) return node.map(closed) as Node;
  if (typeof node !== 'object' || node === null) return node;
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  return ('required' in inner && 'properties' in inner ? { ...inner, additionalProperties: false } : inner) as Node;
}
