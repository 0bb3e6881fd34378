import type { Formatter } from '../types.ts';
import { jsonText } from './escape.ts';
import { documentOf, headOf } from './json.ts';

/** A line a contract, each of which can be understood without the others. */
export const ndjson: Formatter = (report) =>
  report.contracts.map((contract) => `${jsonText({ ...headOf(report), ...documentOf(contract) })}\n`).join('');
