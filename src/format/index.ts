import type { Formatter } from '../types.ts';

/** Name on the command line → formatter, loaded when it is asked for. A new one is a file and a line here. */
export const formatters: Readonly<Record<string, () => Promise<Formatter<string | Promise<Uint8Array>>>>> = {
  terminal: async () => (await import('./terminal.ts')).terminal,
  json: async () => (await import('./json.ts')).json,
  ndjson: async () => (await import('./ndjson.ts')).ndjson,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
  markdown: async () => (await import('./markdown.ts')).markdown,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  html: async () => (await import('./html.ts')).html,
  csv: async () => (await import('./csv.ts')).csv,
  xlsx: async () => (await import('./xlsx.ts')).xlsx,
};

/** Formats of which the report of many contracts is no more than their reports in a row, so that none has to wait. */
export const streamed: readonly string[] = ['ndjson'];
