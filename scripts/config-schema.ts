import { writeFile } from 'node:fs/promises';
import { toJsonSchema } from '@valibot/to-json-schema';
import { configFile } from '../src/load/config.ts';

const schema = toJsonSchema(configFile, { typeMode: 'input' });

/** The JSON Schema with which editors complete and check `.dpa-lint.yml` as it is typed. */
export const configJsonSchema = `${JSON.stringify({ title: 'The configuration of dpa-lint, .dpa-lint.yml', ...schema }, null, 2)}\n`;

if (process.argv[1] === import.meta.filename) {
  await writeFile(new URL('../docs/config.schema.json', import.meta.url), configJsonSchema);
}
