import { execFileSync } from 'node:child_process';

const pandoc: Readonly<Record<string, string>> = { docx: 'docx', odt: 'odt', rtf: 'rtf', html: 'html', md: 'markdown' };

/** The words that a reader of somebody else's finds in a file; null where none reads it. */
export function independentWords(path: string): string[] | null {
  const extension = path.split('.').at(-1) ?? '';
  const from = pandoc[extension];
  try {
    const text =
      extension === 'pdf'
        ? run('pdftotext', ['-enc', 'UTF-8', path, '-'])
        : from
          ? run('pandoc', ['-f', from, '-t', 'plain', '--wrap=none', path])
          : '';
    const found = wordsOf(text);
    return found.length > 0 ? found : null;
  } catch {
    return null;
  }
}

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 60_000,
    maxBuffer: 1 << 28,
  });
}

/** Words as they are compared: letters and figures alone, whole again where a line's end cuts them. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replaceAll('\u00ad', '')
      .replace(/(\p{Ll})-\s*\n\s*(?=\p{Ll})/gu, '$1')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The share of `wanted` that is in `found`, each word as often as it stands there. */
export function recovered(wanted: readonly string[], found: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of found) left.set(word, (left.get(word) ?? 0) + 1);
  let hits = 0;
  for (const word of wanted) {
    const count = left.get(word) ?? 0;
    if (count > 0) hits++;
    left.set(word, count - 1);
  }
  return hits / wanted.length;
}
