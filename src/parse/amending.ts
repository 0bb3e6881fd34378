/** What is done with words that go out of a clause: they are "struck out", "taken out". */
export const takenOut =
  '(?:deleted|struck(?: out| through)?|stricken|removed|omitted|withdrawn|rescinded|repealed|replaced|superseded|taken out|crossed out|cut out|dropped)';

/** With those that others take the place of: they are "changed". */
export const reworded = '(?:changed|amended|revised|corrected|restated)';

/** With those that come: they are "written in". */
export const putIn =
  '(?:inserted|added|substituted(?! (?:by|with)\\b)|written in|(?:put|set) in(?: (?:its|their) (?:place|stead|room))?)';

/** To take words out. */
export const takeOut =
  '(?:delet(?:es?|ing)|str(?:ikes?|iking)(?: out)?|remov(?:es?|ing)|omit(?:s|ting)?|replac(?:es?|ing)|(?:tak(?:es?|ing)|cross(?:es|ing)?|cut(?:s|ting)?) out)';
