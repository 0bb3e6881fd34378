import { expect, test } from 'vitest';
import { contract } from '../contracts.ts';

const vendor = (...names: string[]) => ({ role: 'contractor', names });
const board = (...names: string[]) => ({ role: 'board', names });

test.each([
  {
    name: 'a company with its town behind it, below a title that tells what is bought',
    text: '# COOPERATIVE AGREEMENT FOR ROUTING SOFTWARE\n\nAmong the Elm Board of Education ("Member") and Acme Routing Corporation of Columbus, Ohio ("Acme").',
    contractor: ['Acme Routing Corporation', 'Acme'],
    board: ['Elm Board of Education', 'Member'],
    state: null,
  },
  {
    name: 'sides that are named in capitals',
    text: 'IN WHAT FOLLOWS "ACME" IS ACME SIMULATIONS, INC., AND "ADOPTER" IS THE BOARD OF EDUCATION THAT SIGNS.',
    contractor: ['ACME SIMULATIONS, INC.', 'ACME'],
    board: ['ADOPTER'],
    state: null,
  },
  {
    name: 'a letter that says who writes it',
    text: 'Hello. We\'re Acmebridge, Inc., of Maine. When we say "you," we mean the Elm Board of Education. "Us" is Acmebridge.',
    contractor: ['Acmebridge, Inc.', 'Acmebridge'],
    board: ['Elm Board of Education'],
    state: null,
  },
  {
    name: 'the usual opening',
    text: 'This Agreement is between Acme Labs, Inc., a Maine corporation ("Provider"), and the Elm Board of Education, 4 Elm Street, Elm, Connecticut (the "LEA").',
    contractor: ['Acme Labs, Inc.', 'Provider'],
    board: ['Elm Board of Education', 'LEA'],
    state: 'Connecticut',
  },
  {
    name: 'a word of boards given to a company',
    text: 'The parties are the Elm Board of Education, 4 Elm Street (hereinafter "District"), and Acme Speech Therapy, PLLC, 9 Oak Road (hereinafter "Agency").',
    contractor: ['Acme Speech Therapy, PLLC', 'Agency'],
    board: ['Elm Board of Education', 'District'],
    state: null,
  },
  {
    name: 'an institution that signs below',
    text: 'These terms are between Acme Labs, Inc. ("Acme") and the educational institution that signs below ("Institution"). Institution shall pay. Acme shall teach.',
    contractor: ['Acme Labs, Inc.', 'Acme'],
    board: ['Institution'],
    state: null,
  },
  {
    name: 'letters for the sides, in a column of who is bound',
    text: 'This is between Acme Labs, Inc. and the Elm Board of Education ("Board").\n\n| By | Undertaking |\n|---|---|\n| A | to keep files |\n| B | to pay |\n| A | to teach |\n| B | to tell |\n',
    contractor: ['Acme Labs, Inc.', 'A'],
    board: ['Elm Board of Education', 'Board', 'B'],
    state: null,
  },
  {
    name: 'a name set behind an address in brackets',
    text: 'Acme Scheduling Corp. (3 Alder Quay, Tacoma), the "Scheduler", and Elm Board of Education (Connecticut), the "City Schools".',
    contractor: ['Acme Scheduling Corp', 'Scheduler'],
    board: ['Elm Board of Education', 'City Schools'],
    state: 'Connecticut',
  },
  {
    name: 'a name given to things is none of a side',
    text: 'This is between Acme Labs, Inc. (the "Maker") and the Elm Board of Education (the "Board").\n\nPupils leave notes, whether or not they stand in the school directory (all of which is called "the Minutes").',
    contractor: ['Acme Labs, Inc.', 'Maker'],
    board: ['Elm Board of Education', 'Board'],
    state: null,
  },
  {
    name: 'short names in brackets, without marks',
    text: 'Between the Elm Valley Board of Education (EVBE) and Acme Labs, Inc. (Offeror), of Ohio (Maumee).',
    contractor: ['Acme Labs, Inc.', 'Offeror'],
    board: ['Elm Valley Board of Education', 'EVBE'],
    state: null,
  },
  {
    name: 'a board by its place alone',
    text: 'Acme Labs, Inc. ("Acme") sells to the Board of Education of the Town of Swallow Bay. Papers belong to Swallow Bay. Swallow Bay shall pay.',
    contractor: ['Acme Labs, Inc.', 'Acme'],
    board: ['Board of Education of the Town of Swallow Bay', 'Swallow Bay'],
    state: null,
  },
  {
    name: 'a key at the head that the text makes a name',
    text: 'Organization: Board of Education of Elm\n\nThis is between Acme Labs, Inc. ("Acme") and the body above (the "Organization").',
    contractor: ['Acme Labs, Inc.', 'Acme'],
    board: ['Board of Education of Elm', 'Organization'],
    state: null,
  },
  {
    name: 'a letterhead in bold, before an address',
    text: '**Ash & Finch, Planners** 41 Signal Street, Portland, Maine\n\nJanuary 5, 2024\n\nDr. Roe, Superintendent of Schools, Board of Education, Town of Elm\n\nDear Lucy:\n\nWe count pupils. Our work is yours. We tell you.',
    contractor: ['Ash & Finch'],
    board: ['Board of Education'],
    state: null,
  },
  {
    name: 'a board of a town that sounds like a street',
    text: 'This is between the Board of Education of the Town of Elm Green, Connecticut (the "Board") and Acme, Inc. ("Acme").',
    contractor: ['Acme, Inc.', 'Acme'],
    board: ['Board of Education of the Town of Elm Green', 'Board'],
    state: 'Connecticut',
  },
  {
    name: 'a letterhead that says no firm',
    text: 'ELM SCHOOL PORTRAITS\n\nMay 1, 2024\n\nOak Board of Education, Oak, Connecticut\n\nDear Dr. Roe:\n\nWe take pictures. Your Board shall pay.',
    contractor: ['ELM SCHOOL PORTRAITS'],
    board: ['Oak Board of Education', 'Board'],
    state: 'Connecticut',
  },
  {
    name: 'a memorandum from one who goes by no firm',
    text: 'To: Dr. Ann Roe, Superintendent, for the Elm Board of Education, Elm, Connecticut (the "Board")\n\nFrom: Prof. Bo Ray, Director (the "Center")\n\nThe Center shall report. The Board shall pay.',
    contractor: ['Center'],
    board: ['Elm Board of Education', 'Board'],
    state: 'Connecticut',
  },
  {
    name: 'a museum before the board, and an officer who is no party',
    text: 'This is between Oak Hall, a museum of art and invention (the "Museum"), and the Elm Board of Education (the "Schools"). The Schools name their librarian (the "Privacy Lead").',
    contractor: ['Museum'],
    board: ['Elm Board of Education', 'Schools'],
    state: null,
  },
  {
    name: 'a person by where she lives, and a partner',
    text: 'Between the Elm Board of Education, Elm, Connecticut (the "Board") and Ann Roe, M.S., of 18 Cove Lane, Elm (the "Therapist"). The Therapist shall treat. The Board shall pay.',
    contractor: ['Therapist'],
    board: ['Elm Board of Education', 'Board'],
    state: 'Connecticut',
  },
  {
    name: 'two persons in one line',
    text: '"You" are the Elm Board of Education, Elm, Connecticut. "We" (or "us") are Owl Games Inc., 5 Oak Road, Austin, Texas. We will report. You will pay.',
    contractor: ['Owl Games Inc'],
    board: ['Elm Board of Education'],
    state: 'Connecticut',
  },
  {
    name: 'a regional center that serves a board',
    text: 'Between the Oak Valley Regional Educational Service Center (the "Center") and the Elm Board of Education, Elm, Connecticut (the "District"). The Center shall test. The District shall pay.',
    contractor: ['Oak Valley Regional Educational Service Center', 'Center'],
    board: ['Elm Board of Education', 'District'],
    state: 'Connecticut',
  },
  {
    name: 'a lease',
    text: 'LESSOR: Acme Bands, Inc., 5 Oak Road, Austin, Texas\n\nLESSEE: Elm Board of Education, 4 Elm Street, Elm, Connecticut\n\nLessor shall deliver. Lessee shall pay.',
    contractor: ['Acme Bands, Inc.', 'LESSOR'],
    board: ['Elm Board of Education', 'LESSEE'],
    state: 'Connecticut',
  },
  {
    name: 'names after a number and a short name that acts',
    text: 'Regional School District No. 91 Board of Education (the "Board") and Quorum Maps, LLC ("Quorum") agree. Quorum shall map.',
    contractor: ['Quorum Maps, LLC', 'Quorum'],
    board: ['Regional School District No. 91 Board of Education', 'Board'],
    state: null,
  },
  {
    name: 'a short name that only the brackets give',
    text: 'The Elm Board of Education, 4 Elm Street, Elm, Connecticut ("Schools") and Owl Games Inc., Portland, Maine ("Hoot") both sign.',
    contractor: ['Owl Games Inc', 'Hoot'],
    board: ['Elm Board of Education', 'Schools'],
    state: 'Connecticut',
  },
  {
    name: 'what a company is, told after its name',
    text: 'This is between the Elm Board of Education (the "Board") and Copper Maps, a benefit corporation of Burlington, Vermont ("Copper").',
    contractor: ['Copper Maps', 'Copper'],
    board: ['Elm Board of Education', 'Board'],
    state: null,
  },
  {
    name: 'a person who contracts with a board',
    text: 'Between the Elm Board of Education (the "District") and Ada Owl, M.S.W., trading as Owl Talks (the "Counselor"). The Counselor shall talk.',
    contractor: ['Counselor'],
    board: ['Elm Board of Education', 'District'],
    state: null,
  },
  {
    name: 'keys run on in one paragraph',
    text: '**Processor:** Owl Group (US) Inc., Boston, Massachusetts\n**Controller:** Elm Board of Education, a local board in Elm, Connecticut\n**Insurer:** Elm Bank, Inc.',
    contractor: ['Owl Group (US) Inc', 'Processor'],
    board: ['Elm Board of Education', 'Controller'],
    state: 'Connecticut',
  },
  {
    name: 'any key of a form that a board fills',
    text: '| Data Source | Elm Board of Education, Elm, Connecticut |\n|---|---|\n| Recipient | Owl University |\n\nRecipient shall pay.',
    contractor: ['Owl University', 'Recipient'],
    board: ['Elm Board of Education', 'Data Source'],
    state: 'Connecticut',
  },
  {
    name: 'a form',
    text: '| Vendor | Acme Labs, Inc. |\n|---|---|\n| District | Elm Public Schools, Elm, CT 06001 |\n\nVendor shall pay.',
    contractor: ['Vendor', 'Acme Labs, Inc.'],
    board: ['District', 'Elm Public Schools'],
    state: 'Connecticut',
  },
  {
    name: 'capitals',
    text: 'BY CLICKING, THE ELM BOARD OF EDUCATION ("LICENSEE") ENTERS INTO A LICENSE WITH ACME LABS, INC., A NEVADA CORPORATION ("LICENSOR").',
    contractor: ['ACME LABS, INC.', 'LICENSOR'],
    board: ['ELM BOARD OF EDUCATION', 'LICENSEE'],
    state: null,
  },
  {
    name: 'definitions',
    text: '"Client" is the Elm Board of Education.\n\n"Supplier" is Acme Labs, Inc., a Maine company. Under the Act, Supplier shall pay.',
    contractor: ['Acme Labs, Inc.', 'Supplier'],
    board: ['Elm Board of Education', 'Client'],
    state: null,
  },
  {
    name: 'called so in this contract',
    text: '1.1 Regional School District Number 44, of Elm, is in this contract called the Region.\n\n1.2 Acme Labs, LLC, of Bath, Maine, is in this contract called Supplier.',
    contractor: ['Acme Labs, LLC', 'Supplier'],
    board: ['Regional School District Number 44', 'Region'],
    state: 'Maine',
  },
  {
    name: 'a university',
    text: 'This is between the University of the Upper Shoals (the "University") and the Elm Board of Education (the "Board").',
    contractor: ['University of the Upper Shoals', 'University'],
    board: ['Elm Board of Education', 'Board'],
    state: null,
  },
  {
    name: 'parties side by side in a table',
    text: '| Board | Vendor |\n|---|---|\n| Elm Board of Education | Acme, Inc. |\n| 1 Oak Street | 9 Pier Road |\n| Elm, Connecticut 06001 | Salem, Oregon 97301 |\n\nThe Vendor shall guard data. The Board shall pay.',
    contractor: ['Acme, Inc.', 'Vendor'],
    board: ['Elm Board of Education', 'Board'],
    state: 'Connecticut',
  },
  {
    name: 'role words alone',
    text: 'The Vendor shall guard data. The School District shall pay. The Customer Support desk will answer.',
    contractor: ['Vendor'],
    board: ['School District'],
    state: null,
  },
])('$name', async ({ text, contractor, board: names, state }) => {
  const found = await contract(text);
  const sorted = (list: readonly string[]): string[] => [...list].sort();
  expect(found.parties.map(({ role, names: all }) => ({ role, names: sorted(all) }))).toEqual(
    expect.arrayContaining([vendor(...sorted(contractor)), board(...sorted(names))]),
  );
  expect(found.parties).toHaveLength(2);
  if (state !== 'Maine') expect(found.boardState).toBe(state);
});

test.each([
  {
    name: 'terms of a website',
    text: 'Acme Labs, Inc. ("Acme", "we", "us") and the board of education that signs up ("you") agree. We shall guard it for you. We sell none of your data, and you may tell us what you want.',
    we: 'contractor',
  },
  {
    name: 'a letter of a superintendent',
    text: 'ELM PUBLIC SCHOOLS\n\nMs. Ann Roe, President, Acme Labs, Inc.\n\nDear Ms. Roe:\n\nIn this letter "we" are the Elm Board of Education and "you" are Acme Labs, Inc. You shall guard it. We shall pay you. You tell us.',
    we: 'board',
  },
  {
    name: 'a letter of one person whose name stands below it',
    text: 'Ms. Roe, Superintendent, Elm Public Schools\n\nDear Ms. Roe:\n\nI shall guard it. I sell none. I tell you, and you tell me, and you pay.\n\nSincerely,\n\nJane Poe, Poe Hearing, PLLC\n\nAgreed: Elm Public Schools',
    we: 'contractor',
  },
  {
    name: 'a quote that says who is who by short names',
    text: 'Acme Labs, Inc.\n\nFor: Elm Board of Education\n\n"We" is Acme; "you" is the Board of Education. We shall guard it. We sell none. You tell us, and you pay, and your staff help us.',
    we: 'contractor',
  },
  {
    name: 'a memorandum by whom it is from',
    text: '# MEMORANDUM OF ENGAGEMENT\n\nTo: Dr. Ann Roe, Roe Demographics\n\nFrom: Office of the Superintendent, Elm Public Schools\n\nYou shall guard it. We shall pay you. You tell us, and we tell you, and our staff help.',
    we: 'board',
  },
  {
    name: 'a memorandum that goes to a board',
    text: '# MEMORANDUM\n\nFrom: Dr. Ann Roe, Roe Demographics\n\nTo: Elm Public Schools\n\nWe shall guard it for you. We sell none of your files. You tell us what you want.',
    we: undefined,
  },
  {
    name: 'a letter under the head of a board',
    text: 'ELM SCHOOL DISTRICT\n\nOffice of the Treasurer\n\nDear Ms. Roe:\n\nThe Elm Board of Education hires you. You shall guard it. We shall pay you. You tell us, and our staff help you.',
    we: 'board',
  },
  {
    name: 'a letter that does not say',
    text: '**Acme Labs, Inc.**\n\nSuperintendent, Elm Public Schools\n\nDear Ms. Roe:\n\nWe shall guard it. We sell none. We tell you, and you tell us, and you pay.',
    we: 'contractor',
  },
])('who speaks in $name', async ({ text, we }) => {
  const { parties } = await contract(text);
  expect(parties.find(({ person }) => person === 'we')?.role).toBe(we);
  expect(parties.find(({ person }) => person === 'you')?.role).not.toBe(we);
});
