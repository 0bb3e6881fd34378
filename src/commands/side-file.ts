import { readFile } from 'node:fs/promises';
import { UsageError } from '../errors.ts';
import { parseFacts } from '../load/index.ts';
import type { Facts, Pack } from '../types.ts';

/** The facts in `<contract>.dpa.yml`; none where there is no such file. One that cannot be read is not passed over. */
export async function sideFacts(contract: string, pack: Pack): Promise<Facts> {
  const path = `${contract}.dpa.yml`;
  const content = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new UsageError(`${path}: the file cannot be read`, { cause });
  });
  return content === null ? {} : parseFacts(path, content, pack);
}
