import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rolesOf } from '../scripts/weights/roles.ts';
import { extract } from '../src/extract/index.ts';
import type { Role } from '../src/match/atoms.ts';
import { openReader } from '../src/match/index.ts';
import { Page } from '../src/match/page.ts';
import { parse } from '../src/parse/index.ts';
import { compileReady, loadReady } from '../src/ready.ts';

const pack = await loadReady(new URL('../rules/ct', import.meta.url).pathname);
const { atoms, naming } = compileReady(pack);
const sets = new URL('../fixtures/fresh/', import.meta.url);

// Who wrote these contracts wrote down beside each what it calls its sides and the data.
const contracts = readdirSync(sets)
  .filter((set) => !set.includes('.'))
  .flatMap((set) => readdirSync(new URL(`${set}/`, sets)).map((name) => `${set}/${name}`))
  .filter((name) => existsSync(new URL(`${name}/labels.json`, sets)));

const expected: readonly (readonly [string, Role])[] = [
  ['contractor_term', 'CONTRACTOR'],
  ['board_term', 'BOARD'],
  ['data_term', 'DATA'],
];

// What is not read yet; whoever mends it takes it off the list.
const unread = new Set([
  // A letter without a salutation that names the board.
  'z4/dovetail-pip-letter contractor_term',
  'z4/dovetail-pip-letter board_term',
  // "Kid stuff", with small letters and no marks around it.
  'ai1/beetlebung-letter data_term',
  'ak2/chalkhorn-clickthrough data_term',
  // Known from a signature, or from a sentence that says "we".
  'ad2/tarrant-engagement-letter contractor_term',
  'ad2/dovecraft-clickwrap contractor_term',
  // "School" beside "School Data", "Customer" beside "Customer Content".
  'ao3/arrowfen-rfp board_term',
  'an1/clickthrough-delphine-marsh board_term',
]);

test.each(contracts)('the names of %s are told apart', async (name) => {
  const file = new URL(`${name}/contract.md`, sets);
  const labels: Record<string, string> = JSON.parse(readFileSync(new URL(`${name}/labels.json`, sets), 'utf8'));
  const text = await extract(
    { path: 'contract.md', bytes: readFileSync(file) },
    { passwords: [], revisions: 'accepted', ocr: 'off' },
  );
  const page = new Page(openReader(parse(text, pack.lexicon), atoms, naming));
  for (const [key, role] of expected) {
    if (!labels[key]) continue;
    const [most] = rolesOf(page, labels[key].replace(/^the /i, ''));
    if (most === undefined) continue;
    if (unread.has(`${name} ${key}`)) expect(most, key).not.toBe(role);
    else expect(most, `${key} ${labels[key]}`).toBe(role);
  }
});
