import { numberOf } from '../outline/labels.ts';

const range = (name: string) =>
  String.raw`(?:sections?|articles?|paragraphs?|clauses?) (?<${name}>\d{1,3})(?:(?: to | through |\s?[–-]\s?)(?<${name}End>\d{1,3}))?`;
const becomes = new RegExp(
  String.raw`\b(?:old |present |former |existing )?${range('old')},? (?:becomes?|(?:is|are|shall be) (?:hereby )?(?:renumbered|redesignated)(?: (?:as|to))?) ${range('fresh').replace(/^\(\?:([^)]*)\) /, '(?:(?:new )?(?:$1) )?')}`,
  'gi',
);

/** The number that a clause bore before "Sections 4 to 9 become Sections 6 to 11"; null where nothing tells of it. */
export function olderNumber(value: string, number: string): string | null {
  const [, whole = '', groups = ''] = /^(\d{1,3})((?:\([a-z0-9]{1,4}\))*)$/i.exec(number) ?? [];
  if (whole === '') return null;
  for (const { groups: found } of value.matchAll(becomes)) {
    const from = Number(found?.['fresh']);
    const to = Number(found?.['freshEnd'] ?? from);
    if (Number(whole) < from || Number(whole) > to) continue;
    return numberOf(String(Number(found?.['old']) + Number(whole) - from), groups);
  }
  return null;
}
