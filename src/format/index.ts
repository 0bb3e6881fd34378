import type { Formatter } from '../types.ts';

/** Name on the command line → formatter, loaded when it is asked for. A new one is a file and a line here. */
export const formatters: Readonly<Record<string, () => Promise<Formatter>>> = {
  terminal: async () => (await import('./terminal.ts')).terminal,
  json: async () => (await import('./json.ts')).json,
  ndjson: async () => (await import('./ndjson.ts')).ndjson,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
  markdown: async () => (await import('./markdown.ts')).markdown,
  csv: async () => (await import('./csv.ts')).csv,
};
