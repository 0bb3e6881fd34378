import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';

/** A YAML file of a folder of rules. */
export interface File {
  /** As the user can open it: `rules/ct/ownership.yml`. */
  readonly path: string;
  /** With its folder alone, so that it is the same on every machine: `ct/ownership.yml`. */
  readonly name: string;
  readonly bytes: Buffer;
  /** Made when somebody asks: where the rules are found ready nobody does. */
  readonly text: string;
}

/** The files that make a pack. */
export interface PackFiles {
  readonly directory: string;
  readonly files: readonly File[];
  readonly lexicon: readonly File[];
  /** What words weigh; null where the pack has no such file. */
  readonly weights: File | null;
  /** Tells whether anybody changed one of them. */
  readonly hash: string;
}

/** The files of a pack and of the lexicon beside it, but not the examples. */
export function packFiles(directory: string): PackFiles {
  const files = yamlFiles(directory, (name) => !isExamples(name));
  const lexicon = yamlFiles(join(directory, '..', 'lexicon'), () => true);
  const weights = namesIn(directory).includes(weightsName) ? fileAt(directory, weightsName) : null;
  return { directory, files, lexicon, weights, hash: hashOf([...files, ...lexicon, ...(weights ? [weights] : [])]) };
}

const weightsName = 'weights.json';

/** The files of examples beside the rules. */
export function exampleFiles(directory: string): File[] {
  return yamlFiles(directory, isExamples);
}

function isExamples(name: string): boolean {
  return name.endsWith('.examples.yml');
}

/**
 * The YAML files of a folder in the order of their names; none where there is no such folder. Read one after the other:
 * that many small files take longer when they are asked for all at once.
 */
function yamlFiles(directory: string, wanted: (name: string) => boolean): File[] {
  const names = namesIn(directory).filter((name) => name.endsWith('.yml') && wanted(name));
  return names.sort().map((name) => fileAt(directory, name));
}

function fileAt(directory: string, name: string): File {
  const path = join(directory, name);
  const bytes = contentOf(path);
  return {
    path,
    name: `${basename(resolve(directory))}/${name}`,
    bytes,
    get text() {
      return bytes.toString('utf8');
    },
  };
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw new UsageError(`${directory}: the folder cannot be read`, { cause: error });
  }
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new UsageError(`${path}: the file cannot be read`, { cause });
  }
}

/** SHA-256 over names and contents, hex. Line ends are evened out: Git on Windows changes them, the law stays. */
function hashOf(files: readonly File[]): string {
  const hash = createHash('sha256');
  for (const file of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name, bytes } = file;
    hash.update(`${name}\0`);
    hash.update(bytes.includes('\r\n') ? file.text.replaceAll('\r\n', '\n') : bytes);
    hash.update('\0');
  }
  return hash.digest('hex');
}
