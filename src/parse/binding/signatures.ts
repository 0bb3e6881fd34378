import type { Line } from '../outline/lines.ts';
import { hasVerb } from '../outline/lines.ts';
import { countWords } from '../outline/spans.ts';

const signatureTitle =
  /^(?:signatures?|signature page|execution|signed|acceptance and signatures?|in witness whereof)\b/i;
const witness = /^in witness whereof|^executed (?:as of|by)\b.{0,80}$/i;
const signs =
  /^(?:signed|agreed(?: to)?|accepted(?: and agreed)?|acknowledged|approved|executed|countersigned)\b[^.]{0,80}\b(?:by|for|on behalf of|this)\b|^(?:by|name|title|date|its|signature|print(?:ed)? name|dated?)\s*:|(?:^|[,—–-]\s*)by:?\s*_{4,}|^_{4,}|^\/s\/|^for (?:the )?[^:]{2,80}:/i;
const closing =
  /^(?:sincerely|with (?:warm|best|kind)[^.]{0,20} regards|yours|respectfully|very truly|cordially|best regards|regards)\b.{0,30}$/i;
const office =
  /\b(?:superintendent|officer|director|president|chair(?:man|woman|person)?|manager|executive|secretary|treasurer|principal|member|agent|counsel)\b/i;
const dated = /(?:\b(?:19|20)\d{2}|\d{1,2}\/\d{1,2}\/\d{2,4}|_{4,})\W*$/;
const heads = /\b(?:TERMS|AGREEMENT|POLICY|PRIVACY|DATA)\b/;

/** Whether a line belongs to the signatures, `before` telling whether the line before it did. */
export function inSignature(line: Line, words: string, title: string, before: boolean): boolean {
  if (witness.test(words) || (line.look !== '' && signatureTitle.test(title))) return true;
  const count = countWords(words, 60);
  if (count < 45 && closing.test(words)) return true;
  if (count < 45 && signs.test(words) && !(hasVerb(words) && /[a-z]\.$/.test(words))) return true;
  // "Mitchell Karras, Chief Operating Officer, June 16, 2023"
  if (
    count < 30 &&
    line.label === null &&
    office.test(words) &&
    !/[\da-z]{2}\. [A-Z]/.test(words) &&
    dated.test(words) &&
    !hasVerb(words.replace(/\bMay\b/g, ''))
  )
    return true;
  if (!before || line.label !== null || line.block.kind === 'row') return false;
  if (line.look === 'caps') return !heads.test(words);
  return line.look === '' && count <= 14 && !/[a-z]{3}[.;]$/.test(words);
}
