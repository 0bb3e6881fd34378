import { readdirSync, readFileSync } from 'node:fs';

export interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The contracts under `fixtures/`, of every format. */
export function fixtures(): Input[] {
  const root = new URL('../../fixtures/', import.meta.url).pathname;
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:pdf|docx|odt|rtf|html|md|txt)$/.test(name))
    .sort()
    .map((name) => ({ path: name, bytes: readFileSync(`${root}${name}`) }));
}
