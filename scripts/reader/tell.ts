import { UnreadableError } from '../../src/errors.ts';
import type { PlainText } from '../../src/types.ts';

/** What a process of its own is asked to read. */
export interface Task {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly passwords: readonly string[];
  readonly ocr: 'auto' | 'off';
  /** Whether the text is to be parsed and matched as well. */
  readonly whole: boolean;
}

/** How it went. `fault`: an error that is no sentence for people, a hang, or the end of the process. */
export type Told =
  | { readonly kind: 'read'; readonly text: PlainText; readonly time: number; readonly memory: number }
  | { readonly kind: 'unreadable'; readonly why: string; readonly time: number; readonly memory: number }
  | { readonly kind: 'fault'; readonly why: string; readonly time: number; readonly memory: number };

/** Tells an error apart: a sentence for people, or a fault of the reader. */
export function toldOf(error: unknown): { readonly kind: 'unreadable' | 'fault'; readonly why: string } {
  if (error instanceof UnreadableError) return { kind: 'unreadable', why: error.message };
  return { kind: 'fault', why: error instanceof Error ? (error.stack ?? String(error)) : String(error) };
}
