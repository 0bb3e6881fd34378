import { readdirSync, readFileSync } from 'node:fs';

export interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The contracts under `fixtures/`, of every format. Of the sets of fresh contracts, which grow in number and are all
 * Markdown, the first only, so that the number of a run stands for the same file tomorrow.
 */
export function fixtures(): Input[] {
  const root = new URL('../../fixtures/', import.meta.url).pathname;
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:pdf|docx|odt|rtf|html|md|txt)$/.test(name) && !/^fresh[\\/][^a]/.test(name))
    .sort()
    .map((name) => ({ path: name, bytes: readFileSync(`${root}${name}`) }));
}
