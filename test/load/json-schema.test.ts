import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ruleJsonSchema } from '../../scripts/rule-schema.ts';
import { ruleText } from './folders.ts';

const validate = new Ajv().compile(JSON.parse(ruleJsonSchema));

test('the schema in the repository is the one that the loader has', async () => {
  expect(await readFile('rules/rule.schema.json', 'utf8')).toBe(ruleJsonSchema);
});

test.each([
  ['a good rule', ruleText, true],
  ['a misspelt key', ruleText.replace('elements:', 'elemnts:'), false],
  ['a misspelt operator', ruleText.replace('- all:', '- al:'), false],
  ['two operators in one', ruleText.replace('any: [a, b]', 'any: [a, b], phrase: c'), false],
])('editors are told of %s', (_, text, valid) => {
  expect(validate(parse(text))).toBe(valid);
});
