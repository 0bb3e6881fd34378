import { UnreadableError } from '../../src/errors.ts';
import type { PlainText } from '../../src/types.ts';

/** What a process of its own is asked to read. */
export interface Task {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly passwords: readonly string[];
  readonly ocr: 'auto' | 'off';
  /** Whether the text is to be parsed, matched and judged as well. */
  readonly whole: boolean;
}

/** How it went. `fault`: an error that is no sentence for people, a hang, or the end of the process. */
export type Told = Cost &
  (
    | { readonly kind: 'read'; readonly text: PlainText }
    | { readonly kind: 'unreadable'; readonly why: string }
    | { readonly kind: 'fault'; readonly why: string }
  );

/** Milliseconds on the clock and of the processor (a busy machine stretches the first), and bytes of memory. */
interface Cost {
  readonly time: number;
  readonly cpu: number;
  readonly memory: number;
}

/** Tells an error apart: a sentence for people, or a fault of the reader. */
export function toldOf(error: unknown): { readonly kind: 'unreadable' | 'fault'; readonly why: string } {
  if (error instanceof UnreadableError) return { kind: 'unreadable', why: error.message };
  return { kind: 'fault', why: error instanceof Error ? (error.stack ?? String(error)) : String(error) };
}
