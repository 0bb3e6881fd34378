import type { Span } from '../../types.ts';
import type { Order } from './orders.ts';

const quotation = /["“][^"“”]{1,400}["”]/g;
/** What tells beside words that they go, come, or make room for others. */
const cue =
  /\b(?:out|strike|striking|struck|delet\w+|remov\w+|omit\w*|for|replac\w+|becomes?|reads?|put|writes?|insert\w*|substitut\w+|in with|in place|instead|chang\w+)\b|→/i;
const beside = /\b(after|before)\b[^"“.;]{0,40}$/i;
/** Nothing but the way from the old words to the new. */
const goesOver = /^[^"“.]{0,60}$/;
/** Characters to either side in which a cue may stand. */
const near = 60;

/**
 * Orders of a clause by where its words stand, whatever its verbs: "Out with “Ohio”; in with “Utah”", "“Legal bits”: “Ohio”
 * out, “Utah” in". Words that stand in the old clause go, and words beside them that do not stand there come.
 */
export function alignedOrders(text: string, stands: (words: Span) => boolean): Order[] {
  const marks = [...text.matchAll(quotation)].map(({ 0: all, index }) => ({
    span: { start: index + 1, end: index + all.length - 1 },
    start: index,
    end: index + all.length,
  }));
  const isOld = marks.map(({ span }) => stands(span));
  return marks.flatMap((mark, k): Order[] => {
    if (!isOld[k]) return [];
    const [last, next] = [marks[k - 1], marks[k + 1]];
    const left = text.slice(last?.end ?? 0, mark.start);
    const right = text.slice(mark.end, next?.start);
    // "Read “four” for “three”".
    const isBehind = last !== undefined && !isOld[k - 1] && /^\s*for\s*$/i.test(left);
    const isAhead = next !== undefined && !isOld[k + 1] && goesOver.test(right) && !/^\s*for\s*$/i.test(right);
    const by = isBehind ? last.span : isAhead ? next.span : null;
    // Words that go by no verb that is known might be a title, or what is left.
    if (by === null) return [];
    const where = beside.exec(left)?.[1]?.toLowerCase();
    if (where !== undefined) return [{ spot: mark.span, where: where === 'after' ? 'after' : 'before', by }];
    return cue.test(`${left.slice(-near)} ${right.slice(0, near)}`) ? [{ spot: mark.span, where: 'over', by }] : [];
  });
}
