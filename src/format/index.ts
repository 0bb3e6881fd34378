import type { Formatter } from '../types.ts';

/** Name on the command line → formatter, loaded when it is asked for. A new one is a file and a line here. */
export const formatters: Readonly<Record<string, () => Promise<Formatter>>> = {
  terminal: async () => (await import('./terminal.ts')).terminal,
  json: async () => (await import('./json.ts')).json,
};
