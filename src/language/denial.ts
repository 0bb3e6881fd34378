import type { Standing } from './force.ts';
import { breaks } from './sentence.ts';
import type { Word } from './words.ts';

/**
 * Which words say nothing of what is so: they are denied, owed by nobody, or tell more of something that is. "Shall not run a
 * program whose object is that records stay secure": where there is no program, nothing keeps them secure. What is denied
 * twice over is so: "may not leave it undone", "nothing that is not in compliance".
 */
export function underDenial(words: readonly Pick<Word, 'text'>[], standing: readonly Standing[]): boolean[] {
  const out: boolean[] = [];
  for (let from = 0; from < standing.length; ) {
    const to = endOfDenial(words, standing, from);
    const first = standing[from]?.clause;
    const righted = standing
      .slice(from, to)
      .some((own, k) => rights(words, from + k) || (own.denied && own.clause !== first));
    for (let at = from; at < to; at++) {
      const own = standing[at];
      const held = own?.denied || own?.mood === 'need-not' || own?.clause !== first;
      out.push(held && !righted);
    }
    from = to;
  }
  return out;
}

/** Where a clause ends, with the relative clauses that tell more of what it denies. */
function endOfDenial(words: readonly Pick<Word, 'text'>[], standing: readonly Standing[], from: number): number {
  let opener = -1;
  let at = from;
  for (; at < standing.length; at++) {
    const own = standing[at];
    const isNew = at > from && own?.clause !== standing[at - 1]?.clause;
    const [before, mark] = [words[at - 1]?.text ?? '', words[at - 2]?.text];
    const listed = before === 'that' || (/^(?:and|or)$/u.test(before) && mark !== ',');
    const hangs = opener >= 0 && (at - opener < 5 || listed) && !breaks.has(before);
    if (isNew && !hangs) break;
    if ((own?.denied || own?.mood === 'need-not') && tellsMoreAt(words, standing, at)) opener = at;
  }
  return at;
}

/** "that are meant to", of what is denied already; not "that nobody authorized", nor "that of Utah". */
function tellsMoreAt(words: readonly Pick<Word, 'text'>[], standing: readonly Standing[], at: number): boolean {
  const before = standing[at - 1];
  return (
    tellsMore.test(words[at]?.text ?? '') &&
    words[at + 1]?.text !== 'of' &&
    (before?.denied === true || before?.mood === 'need-not')
  );
}

const tellsMore = /^(?:that|which|whose|who)$/u;

/** "shall not violate FERPA", "may not leave it undone": to deny a wrong is to owe what is right. */
function rights(words: readonly Pick<Word, 'text'>[], at: number): boolean {
  const text = words[at]?.text ?? '';
  if (wrongs.test(text) || (text === 'turned' && words[at + 1]?.text === 'away')) return true;
  if (lets.test(text)) return passesWithout.test(textOf(words.slice(at + 1, at + 16)));
  return (
    /^(?:leave|left)$/u.test(text) && words.slice(at + 1, at + 6).some((word) => /^un.+ed$|^undone$/u.test(word.text))
  );
}

const lets = /^(?:let|allow|permit|suffer)$/u;
/** "shall not let ten days go by without telling the Board" */
const passesWithout = /\b(?:pass|by|elapse|expire|lapse|out|end) (?:\w+ )?(?:without|before)\b/u;

function textOf(words: readonly Pick<Word, 'text'>[]): string {
  return words.map(({ text }) => text).join(' ');
}

const wrongs = /^(?:violat|contraven|infring|ignor|neglect|disregard|prohibits?$|hinder|imped|obstruct)/u;
