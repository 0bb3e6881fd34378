import { writeFile } from 'node:fs/promises';
import { toJsonSchema } from '@valibot/to-json-schema';
import { eitherExpression, ruleFile } from '../src/load/schema.ts';

const schema = toJsonSchema(ruleFile, {
  typeMode: 'input',
  // What these check is said by no keyword of JSON Schema; the loader still checks it.
  ignoreActions: ['check'],
  definitions: { expression: eitherExpression },
});

/**
 * The JSON Schema with which editors complete and check a rule file as it is typed. Made once: the library numbers its
 * definitions on from one call to the next.
 */
export const ruleJsonSchema = `${JSON.stringify({ title: 'A rule of dpa-lint: one provision of the law', ...schema }, null, 2)}\n`;

if (process.argv[1] === import.meta.filename) {
  await writeFile(new URL('../rules/rule.schema.json', import.meta.url), ruleJsonSchema);
}
