import type { Note } from '../../types.ts';
import type { PageRead } from './read.ts';

/** Notes about what a PDF holds beside its text, or holds and was left out. */
export function notesOf(pages: readonly PageRead[], attached: readonly string[]): Note[] {
  const notes: Note[] = [];
  const comments = pages.flatMap(({ page, added }) => added.comments.map((words) => `page ${page}: “${cut(words)}”`));
  if (comments.length > 0) {
    notes.push(
      note(
        'comments',
        `Comments and text laid over the pages are no part of the contract (${comments.length}): ${some(comments)}.`,
      ),
    );
  }
  const files = [...attached, ...pages.flatMap(({ added }) => added.attached)];
  if (files.length > 0)
    notes.push(note('attachments', `Files attached to the PDF were not read: ${some(files)}.`, 'warning'));
  const struck = wordsWhere(pages, (piece) => piece.struck && !piece.hidden);
  if (struck !== '') notes.push(note('struck-text', `Struck-out text was left out: ${struck}.`, 'warning'));
  const hidden = wordsWhere(pages, (piece) => piece.hidden && !piece.artifact);
  if (hidden !== '') notes.push(note('hidden-text', `Text that cannot be seen was left out: ${hidden}.`, 'warning'));
  const broken = pages.filter((read) => read.broken).map(({ page }) => page);
  if (broken.length > 0) notes.push(note('page-damaged', `Damaged and not read: ${pagesText(broken)}.`, 'warning'));
  return notes;
}

function wordsWhere(pages: readonly PageRead[], test: (piece: PageRead['ink']['pieces'][number]) => boolean): string {
  const found = pages.flatMap(({ page, ink }) => {
    const words = ink.pieces
      .filter(test)
      .map((piece) => piece.text.trim())
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    return words === '' ? [] : [`page ${page}: “${cut(words)}”`];
  });
  return found.length === 0 ? '' : some(found);
}

function cut(words: string): string {
  return words.length > 120 ? `${words.slice(0, 118)} …` : words;
}

function some(list: readonly string[]): string {
  return list.length > 5 ? `${list.slice(0, 5).join('; ')}; and ${list.length - 5} more` : list.join('; ');
}

/** Pages as people name them: "page 3", "pages 1–4, 7". */
export function pagesText(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  const text = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
  return pages.length === 1 ? `page ${text}` : `pages ${text}`;
}

/** A note about the document. */
export function note(id: string, message: string, level: Note['level'] = 'info'): Note {
  return { id, rule: null, level, message, evidence: [] };
}
