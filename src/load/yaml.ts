import * as v from 'valibot';
import { type Document, isMap, isScalar, LineCounter, parseDocument, type Tags } from 'yaml';
import type { Path, Problem } from './problem.ts';
import { explain, unknownKeysOf } from './vocabulary.ts';

/** What a file says, with the file for complaints about it. */
export interface Written<Value> {
  readonly yaml: Yaml;
  readonly value: Value;
}

/** A YAML file as data that still knows its lines. */
export class Yaml {
  readonly file: string;
  readonly #lines = new LineCounter();
  readonly #document: Document;

  constructor(file: string, text: string) {
    this.file = file;
    // "null" is a word in contracts ("null and void"), and nothing in our files may be left empty.
    const customTags = (tags: Tags) => tags.filter((tag) => typeof tag === 'string' || !tag.tag.endsWith(':null'));
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false, customTags });
  }

  /** The problem at a path; where the path ends in a key that is not there, at the map that lacks it. */
  problem(path: Path, message: string): Problem {
    return this.#at(offsetOf(this.#document.contents, path), message);
  }

  /** What the file says, or all that is wrong with it. */
  read<Output>(
    schema: v.GenericSchema<unknown, Output>,
  ): { readonly value: Output } | { readonly problems: Problem[] } {
    const { errors } = this.#document;
    if (errors.length > 0) return { problems: errors.map(({ pos, message }) => this.#at(pos[0], message)) };
    const data = this.#data();
    if (data instanceof Error) return { problems: [this.#at(0, data.message)] };
    const result = v.safeParse(schema, data, { message: explain });
    if (result.success) return { value: result.output };
    return { problems: result.issues.flatMap((issue) => this.#problemsOf(issue)) };
  }

  #problemsOf(issue: v.BaseIssue<unknown>): Problem[] {
    const path = pathOf(issue);
    const unknown = unknownKeysOf(issue);
    if (unknown.length === 0) return [this.problem(path, issue.message)];
    return unknown.map(({ key, message }) => this.problem([...path.slice(0, -1), key], message));
  }

  /**
   * An alias of nothing, or of more than anybody can mean, is told only when the data is made. A file that says nothing,
   * or has comments alone, has none of the keys that it may have.
   */
  #data(): unknown {
    try {
      return saysNothing(this.#document.contents) ? {} : this.#document.toJS();
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  #at(offset: number, message: string): Problem {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  }
}

/** An empty file, comments alone, or no more than the mark of a document's start. */
function saysNothing(contents: unknown): boolean {
  return contents === null || (isScalar(contents) && contents.type === 'PLAIN' && contents.value === '');
}

function pathOf(issue: v.BaseIssue<unknown>): Path {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

function offsetOf(root: unknown, path: Path): number {
  let offset = startOf(root);
  let node = root;
  for (const step of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === step) : undefined;
    const next = pair === undefined && typeof step === 'number' && hasItems(node) ? node.items[step] : pair?.value;
    if (pair === undefined && next === undefined) return offset;
    offset = startOf(pair?.key ?? next);
    node = next;
  }
  return offset;
}

function hasItems(node: unknown): node is { readonly items: readonly unknown[] } {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items);
}

function startOf(node: unknown): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
}
