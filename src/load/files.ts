import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type * as v from 'valibot';
import { UsageError } from '../errors.ts';
import { type Problem, Yaml } from './problem.ts';

/** A YAML file of a folder of rules. */
export interface File {
  /** As the user can open it: `rules/ct/ownership.yml`. */
  readonly path: string;
  /** With its folder alone, so that it is the same on every machine: `ct/ownership.yml`. */
  readonly name: string;
  readonly text: string;
}

/** What a file says, with the file for complaints about it. */
export interface Written<Value> {
  readonly yaml: Yaml;
  readonly value: Value;
}

/** The YAML files of a folder in the order of their names; null where there is no such folder. */
export async function yamlFiles(directory: string): Promise<File[] | null> {
  const entries = await readdir(directory).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw new UsageError(`${directory}: the folder cannot be read`, { cause: error });
  });
  if (entries === null) return null;
  const names = entries.filter((entry) => entry.endsWith('.yml')).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(directory, name);
      const text = await readFile(path, 'utf8').catch((cause: unknown) => {
        throw new UsageError(`${path}: the file cannot be read`, { cause });
      });
      return { path, name: `${basename(resolve(directory))}/${name}`, text };
    }),
  );
}

/** Reads each file by a schema; what does not fit is added to the problems and left out. */
export function readAll<Value>(
  files: readonly File[],
  schema: v.GenericSchema<unknown, Value>,
  problems: Problem[],
): Written<Value>[] {
  return files.flatMap(({ path, text }) => {
    const yaml = new Yaml(path, text);
    const read = yaml.read(schema);
    if ('value' in read) return [{ yaml, value: read.value }];
    problems.push(...read.problems);
    return [];
  });
}

/** SHA-256 over names and contents, hex. Line ends are evened out: Git on Windows changes them, the law stays. */
export function hashOf(files: readonly File[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(`${name}\0${text.replaceAll('\r\n', '\n')}\0`);
  }
  return hash.digest('hex');
}
