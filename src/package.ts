import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// One level below the package's root, in the sources as in dist/.
const root = new URL('../', import.meta.url);

/** The version that every report names. */
export const version: string = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).version;

/** Where this code runs from: the sources, or dist/. */
export const codeFolder: string = fileURLToPath(new URL('.', import.meta.url));

/** The rules that come with the package. */
export const rulesFolder: string = fileURLToPath(new URL('rules', root));
