import { readFile } from 'node:fs/promises';
import { UsageError } from '../errors.ts';
import type { SideFile } from '../load/facts.ts';
import { isAbsence } from '../load/find-config.ts';
import { refusePipe } from '../load/pipe.ts';
import type { Pack } from '../types.ts';
import { shown } from './config.ts';

/** The file beside a contract that tells what the contract does not. */
export function sideFileOf(contract: string): string {
  return `${contract}.dpa.yml`;
}

const untold: SideFile = { facts: {}, waivers: [] };

/** What `<contract>.dpa.yml` tells; nothing where there is no such file. One that cannot be read is not passed over. */
export async function readSideFile(contract: string, pack: Pack): Promise<SideFile> {
  const path = sideFileOf(contract);
  const content = await contentOf(path);
  if (content === null) return untold;
  const { parseSideFile } = await import('../load/facts.ts');
  return parseSideFile(path, content, pack);
}

/** The text of a file; null where there is none. Throws `UsageError` where it cannot be read. */
export async function contentOf(path: string): Promise<string | null> {
  await refusePipe(path, shown(path));
  return readFile(path, 'utf8').catch((cause: unknown) => {
    // A contract's name may leave no room for that of a side file.
    if (isAbsence(cause)) return null;
    throw new UsageError(`${shown(path)}: the file cannot be read`, { cause });
  });
}
