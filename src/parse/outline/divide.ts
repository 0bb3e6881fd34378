import type { Block, PlainText } from '../../types.ts';

const numbered = /(?<=^|[.;:!?]["”’)\]*]*\s{1,2})\[?(?<article>\d{1,2})\.(?<clause>\d{1,2})\.?\s+(?=["“'(*[]?\p{Lu})/gu;

/**
 * Old agreements run the clauses of an article on in one paragraph: "ARTICLE 7. TERM. 7.1 Either party may … 7.2
 * Upon …". Each becomes a block of its own, so that it can be cited, or struck by its number. Only numbers that count
 * on from N.1 within the paragraph open a clause: any other is a reference.
 */
export function divideArticles(text: PlainText): PlainText {
  const blocks = text.blocks.flatMap((block) => divide(text.value, block));
  return blocks.length === text.blocks.length ? text : { ...text, blocks };
}

function divide(value: string, block: Block): Block[] {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return [block];
  const starts: number[] = [];
  let article = '';
  for (const hit of value.slice(block.start, block.end).matchAll(numbered)) {
    const { article: number = '', clause = '' } = hit.groups ?? {};
    if (starts.length > 0 && number !== article) continue;
    if (Number(clause) !== starts.length + 1) continue;
    article = number;
    starts.push(block.start + hit.index);
  }
  if (starts.length < 2) return [block];
  const cuts = starts[0] === block.start ? starts : [block.start, ...starts];
  return cuts.map((start, at) => {
    const end = cuts[at + 1] ?? block.end;
    return { ...block, start, end: start + value.slice(start, end).trimEnd().length };
  });
}
