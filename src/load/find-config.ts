import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The name under which a configuration is found beside contracts, or above them. */
export const configName = '.dpa-lint.yml';

/** The configuration for what lies in a folder: there, or in the nearest folder above; null where there is none. */
export async function findConfig(folder: string): Promise<string | null> {
  for (const above of upwards(folder)) {
    if (basename(above) === 'node_modules') continue;
    const file = join(above, configName);
    if (await isFile(file)) return file;
  }
  return null;
}

/** A folder and all above it. */
export function upwards(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}

export async function isFile(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  );
}
