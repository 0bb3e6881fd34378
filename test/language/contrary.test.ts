import { expect, test } from 'vitest';
import { contrary } from '../../src/language/contrary.ts';

test.each([
  ['Vendor shall delete the data.', 'Vendor shall not delete the data.'],
  ['Vendor shall not keep the data.', 'Vendor shall keep the data.'],
  ["Vendor won't keep the data.", 'Vendor will keep the data.'],
  ['Vendor shall keep no copy.', 'Vendor shall keep copy.'],
  ['Vendor shall no longer hold it.', 'Vendor shall still hold it.'],
  ['None of it shall be kept.', 'all of it shall be kept.'],
  ['It shall be neither kept nor sold.', 'It shall be both kept and sold.'],
  ['It may not be kept, nor may it be sold.', 'It may be kept, and may it be sold.'],
  // A length of time is not a denial, and neither is what a condition tells.
  ['Vendor shall write not later than ten days after.', 'Vendor shall not write not later than ten days after.'],
  ['If a term is not valid, the rest will stand.', 'If a term is not valid, the rest will not stand.'],
  ['Vendor shall guard all that it has not deleted.', 'Vendor shall not guard all that it has not deleted.'],
  ['Vendor shall delete it; the Board shall be told.', 'Vendor shall not delete it; the Board shall not be told.'],
  // No verb that shows it without a dictionary.
  ['Vendor deletes the data.', 'Vendor deletes the data.'],
])('%s', (passage, expected) => {
  expect(contrary(passage)).toBe(expected);
});
