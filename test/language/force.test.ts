import { expect, test } from 'vitest';
import { standings } from '../../src/language/force.ts';
import { words } from '../../src/language/words.ts';

const parties = new Set(['vendor', 'board', 'company', 'provider', 'school']);

/** The word asked about, with how it stands. */
function standing(sentence: string, word: string): string {
  const text = words(sentence);
  const at = text.findIndex((one) => one.text === word);
  const { denied, mood } = standings(text.map((one) => ({ ...one, party: parties.has(one.text) })))[at] ?? {
    denied: false,
    mood: 'none',
  };
  return denied ? `not ${mood}` : mood;
}

test.each([
  ['Vendor shall delete the data.', 'delete', 'must'],
  ['Vendor answers in a time which will not be longer than ten days, by correcting it.', 'correcting', 'must'],
  ['Vendor shall not sell the data and shall delete it.', 'sell', 'not must'],
  ['Vendor shall not sell the data and shall delete it.', 'delete', 'must'],
  ['Vendor may not sell, rent or trade the data.', 'trade', 'not may'],
  ['Vendor may share the data with hosts.', 'share', 'may'],
  ['Provider has no obligation to delete the data.', 'delete', 'need-not'],
  ['Provider is not required to notify the Board.', 'notify', 'need-not'],
  ['Nothing herein requires Vendor to notify the Board.', 'notify', 'need-not'],
  ['Vendor shall not fail to delete the data.', 'delete', 'must'],
  ['A host shall be prohibited by written contract from using the data.', 'using', 'not fact'],
  ['Each host is barred in writing from using the data.', 'using', 'not fact'],
  ['Nothing herein shall prevent Vendor from selling the data.', 'selling', 'may'],
  ['This section does not restrict Provider from selling the data.', 'selling', 'may'],
  ['This section does not prohibit Provider from selling the data.', 'selling', 'fact'],
  ['Under no circumstances will Corvid employ records to advertise.', 'employ', 'not must'],
  ['Company is prohibited from using the data.', 'using', 'not fact'],
  ['Use of the data for advertising is strictly prohibited.', 'use', 'not fact'],
  ['Provider neither owns nor controls the data.', 'controls', 'not fact'],
  ['Vendor claims no title, which the School owns.', 'owns', 'fact'],
  ['A student of age, or the parent of one who is not, may see the file.', 'see', 'may'],
  ['We own none of the data.', 'own', 'not fact'],
  ['Vendor shall not, for other than school purposes, amass a profile.', 'amass', 'not must'],
  ['Notice comes not later than thirty days after.', 'days', 'fact'],
  ['Provider shall not: sell the data', 'sell', 'not must'],
  ['Data shall not be used by Provider for advertising.', 'advertising', 'not must'],
  ['Vendor shall not provide data to sponsors.', 'sponsors', 'not must'],
  ['Vendor may use data, provided that it is not sold.', 'sold', 'not fact'],
  ['Company may not sell data, and may not lend it.', 'lend', 'not may'],
  ['No data that is part of a record shall be used to advertise.', 'advertise', 'not must'],
  ['Vendor will not let a file by which one could tell who the child is be used to advertise.', 'advertise', 'not may'],
  ['Advertising that relies on data is forbidden to the Vendor.', 'advertising', 'not fact'],
  ['Ads keyed to data are banned from the Service.', 'ads', 'not fact'],
  ['It is a breach for Vendor to advertise.', 'advertise', 'not fact'],
  ['We will not take what says who a child is and use it to advertise.', 'advertise', 'not must'],
  ['These uses of data are prohibited: resale, advertising.', 'advertising', 'not fact'],
  ['We do not allow sponsors to target students.', 'target', 'not may'],
  ['A name, stop or habit will never be mined.', 'mined', 'not must'],
  ['Vendor shall serve no ad that is chosen by data.', 'chosen', 'not must'],
  ['Advertising use of data is never a permitted purpose.', 'advertising', 'not fact'],
  ['Using data to advertise is grounds for termination.', 'advertise', 'not fact'],
  ['Vendor may use the data to teach; it may not sell it.', 'teach', 'may'],
  ['Vendor shall not disclose it except as the Board directs.', 'directs', 'must'],
  ['Data shall, without demand, be returned.', 'returned', 'must'],
  ['Without consent, it shall not be sold.', 'sold', 'not must'],
  ['Vendor holds it without selling it, lending it or showing it.', 'showing', 'not fact'],
  ['No, it is not sold.', 'sold', 'not fact'],
  ['No, it is archived.', 'archived', 'fact'],
  ['Should data be read, copied or let out without leave, Vendor shall notify the Board.', 'notify', 'must'],
  ['If data reaches someone not authorized to have it, the officer will call the Board.', 'call', 'must'],
  ['On finding that data was taken without authority the Company shall call the Board.', 'call', 'must'],
  ['The Institute, having learned that no copy was spared, will notify the Board.', 'notify', 'must'],
  [
    'The Institute, having learned that data has reached someone not meant to have it, will notify the Board.',
    'notify',
    'must',
  ],
  ['If Vendor does not pay, the Board may end the order.', 'end', 'may'],
  ['Where a name, a record or a picture is taken without leave, Vendor shall notify the Board.', 'notify', 'must'],
  ['The Board may ask for deletion by: the Vendor will notify the Board.', 'notify', 'must'],
  ['No employee, if asked, shall disclose the data.', 'disclose', 'not must'],
  ['In no event shall Vendor sell the data.', 'sell', 'not must'],
  ['Vendor, and not the Board, shall decide.', 'decide', 'must'],
  ['It shall not be theirs, nor shall the Vendor have control.', 'control', 'not must'],
  ['Vendor has custody, and no more, and deletes it.', 'deletes', 'fact'],
  ['Except where prohibited by law, Vendor may use it.', 'use', 'may'],
  ['Vendor takes no title to the data, no lien on it and no interest.', 'lien', 'not fact'],
  ['Vendor takes no title to the data, no lien on it and no interest.', 'interest', 'not fact'],
  ['The data is not Vendor property.', 'property', 'not fact'],
  ["The data is not the Vendor's property.", 'property', 'not fact'],
  ['Vendor claims no title and disclaims control.', 'control', 'not fact'],
  ['Vendor shall not assert, and hereby waives, any title.', 'title', 'not fact'],
  ['Although total security does not exist, Vendor will protect it.', 'protect', 'must'],
  ['A term that cannot be enforced is severed.', 'severed', 'fact'],
  ['No data that is not needed shall be deleted.', 'deleted', 'must'],
  ['Records which are no longer needed shall be deleted.', 'deleted', 'must'],
  ['If a clause is void, no harm comes to the others.', 'harm', 'not fact'],
  ['The parts not affected by that holding will continue.', 'continue', 'must'],
  ['The others are not affected and continue in effect.', 'continue', 'fact'],
  ['If a judge says that Vendor cannot hold it, Vendor shall delete it.', 'delete', 'must'],
  ['If the Board does not object, Vendor shall not sell it.', 'sell', 'not must'],
])('%s: "%s" is %s', (sentence, word, expected) => {
  expect(standing(sentence, word)).toBe(expected);
});
