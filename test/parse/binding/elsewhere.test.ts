import { expect, test } from 'vitest';
import { contract, statements } from '../contracts.ts';

const opening = 'Between the Elm Board of Education, Elm, Connecticut (the "Board") and Acme, Inc.';
const kept = 'Vendor shall delete all.';
const other = 'The law of Maine governs.';

test.each([
  ['by its code', `## Supplement CT\n\n${kept}\n\n## Supplement ME\n\n${other}`, [other]],
  ['by its name', `## Connecticut Rider\n\n${kept}\n\n## Maine Rider\n\n${other}`, [other]],
  ['with whom it is for', `## Exhibit A: Connecticut\n\n${kept}\n\n## Exhibit B: Maine districts\n\n${other}`, [other]],
  [
    'with its members',
    `## RIDER CT. MEMBERS IN CONNECTICUT\n\n${kept}\n\n## RIDER ME. MEMBERS IN MAINE\n\n${other}`,
    [other],
  ],
  ['in brackets', `## Schedule CT (Connecticut)\n\n${kept}\n\n## Schedule ME (Maine)\n\n${other}`, [other]],
  ['on its page', `## Page CT: Connecticut members\n\n${kept}\n\n## Page ME: Maine members\n\n${other}`, [other]],
  ['by its name alone', `## State Supplement\n\n### Connecticut\n\n${kept}\n\n### Maine\n\n${other}`, [other]],
  ['of a numbered part', `## State Terms\n\n**Part 1. Connecticut.** ${kept}\n\n**Part 2. Maine.** ${other}`, [other]],
  [
    'behind a dash',
    `## RIDERS\n\n### State Rider — Connecticut\n\n${kept}\n\n### State Rider — Maine\n\n${other}`,
    [other],
  ],
  [
    'in a table',
    `## State Supplement\n\n| State | Terms |\n|---|---|\n| Connecticut | ${kept} |\n| Maine | ${other} |`,
    [other],
  ],
  [
    "of several, none of them the board's",
    `## State Terms\n\n**Part 1. Utah.** ${kept}\n\n**Part 2. Maine.** ${other}`,
    [kept, other],
  ],
  ['a State where nothing above is of States', `## Offices\n\n### Connecticut\n\n${kept}\n\n### Maine\n\n${other}`, []],
  // One State alone may be the vendor's own.
  ["none of the board's State beside it", `## Terms\n\n${kept}\n\n## Maine Rider\n\n${other}`, []],
  ['a place in brackets', `## Schedule CT (Connecticut)\n\n${kept}\n\n## Offices (Maine)\n\n${other}`, []],
  ['a word that is a code', `## Supplement CT\n\n${kept}\n\n## Supplement in\n\n${other}`, []],
])('sets aside the paper of another State: %s', async (_, text, aside) => {
  expect(statements(await contract(`# AGREEMENT\n\n${opening}\n\n${text}`), 'note')).toEqual(aside);
});
