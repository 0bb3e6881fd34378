/** A clause set into a small contract in which every party and the data go by all their usual names. */
export function clauseContract(clause: string): string {
  const isRow = clause.trimStart().startsWith('|') && !/\|\s*-{3}/.test(clause);
  return `${before}${isRow ? `${headOf(clause)}\n${clause}` : clause}${after}`;
}

/** The head of the table to which a row by itself belongs: its name first, or a number and then the name if it is one. */
function headOf(row: string): string {
  const cells = row.trim().split('\n')[0]?.split('|').slice(1, -1) ?? [];
  const isNumbered = cells.length > 2 && /^\s*\(?(?:\d[\d.]*[a-z]?|[a-z])[).]?\s*$/i.test(cells[0] ?? '');
  const named = ['Subject', 'Term', 'Further term'];
  const isName = (cells[1]?.trim().split(/\s+/).length ?? 0) < 10;
  const heads = isNumbered ? ['No.', ...(isName ? named : named.slice(1))] : named;
  const count = Math.max(cells.length, 2);
  const shown = Array.from({ length: count }, (_, index) => heads[index] ?? '');
  return `| ${shown.join(' | ')} |\n|${'---|'.repeat(count)}`;
}

const before = `# Agreement for a reading program

This Agreement, dated March 3, 2023, is between the Harwick Board of Education, Harwick, Connecticut (the "Board", also called the District, the LEA, the School, the Customer, the Client, the Subscriber or "you"), and Brightloom Learning, Inc. (the "Contractor", also called the Provider, the Vendor, the Company, the Operator, the Consultant, the Licensor, the Service Provider, "we" or "us").

"Student Data" (also called Pupil Records, Covered Data, Education Records, Customer Data, Learner Information or School Data) means student information, student records and student-generated content, directory information included.

## 1. Services

The Contractor hosts the reading program named in the order and trains two teachers in its use. The Board pays the yearly fee in October.

## 2. Terms

`;

const after = `

## 3. General

Each party has read this Agreement and signs it through a person with power to do so.

Signed for the Board: Dana Ellison, Superintendent. Signed for the Contractor: Morgan Vail, President.
`;
