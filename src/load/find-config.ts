import { lstat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The name under which a configuration is found beside contracts, or above them. */
export const configName = '.dpa-lint.yml';

/**
 * The configuration for what lies in a folder: there, or in the nearest folder above; null where there is none. One that
 * cannot be read is found too, so that whoever reads it says so: passed over, it would change verdicts in silence.
 */
export async function findConfig(folder: string): Promise<string | null> {
  for (const above of upwards(folder)) {
    if (basename(above) === 'node_modules') continue;
    const file = join(above, configName);
    if (await isThere(file)) return file;
  }
  return null;
}

/** A folder and all above it. */
export function upwards(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}

/** Whether there is something of a name: a broken link, a folder, or what may not be read is not nothing. */
export async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (cause: unknown) => !isAbsence(cause),
  );
}

const absences = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'];

/** Whether an error says that there is no such file; a name that is too long is that of none. */
export function isAbsence(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && absences.includes(String(cause.code));
}
