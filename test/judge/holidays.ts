import { readFile } from 'node:fs/promises';
import { holidaysFile } from '../../src/load/schema.ts';
import { Yaml } from '../../src/load/yaml.ts';
import type { Holiday } from '../../src/types.ts';

/** The holidays that are shipped with the pack, so that the reckoning is tested with them. */
export async function loadHolidays(): Promise<readonly Holiday[]> {
  const file = 'rules/ct/holidays.yml';
  const read = new Yaml(file, await readFile(file, 'utf8')).read(holidaysFile);
  if ('problems' in read) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.value;
}
