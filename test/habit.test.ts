import { expect, test } from 'vitest';
import { clauseContract } from '../src/commands/clause-contract.ts';
import { extract, plainly } from '../src/extract/index.ts';
import { find } from '../src/lint.ts';
import { loadExamples } from '../src/load/index.ts';
import { compileReady, loadReady } from '../src/ready.ts';

// What drafters add to a sentence by habit changes nothing in law, so it changes nothing that is found.
const rules = new URL('../rules/ct', import.meta.url).pathname;
const compiled = compileReady(await loadReady(rules));
const sentences = (await loadExamples(rules)).flatMap(({ rule, satisfies, conflicts }) =>
  [...satisfies.slice(0, 20), ...conflicts.slice(0, 20)]
    .map(({ text }) => text)
    .filter((text) =>
      /^(?:The |We |Our )?[A-Z][\w’']+ (?:shall|will|may|must|agrees?|reserves) [^|?:;“"]*[a-z]{2}\.$/u.test(text),
    )
    .map((text) => ({ rule, text })),
);

async function found(rule: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(clauseContract(text));
  const { findings } = find(await extract({ path: 'clause.md', bytes }, plainly), compiled);
  const own = findings.find((one) => one.rule.id === rule);
  return `${own?.required} ${own?.conflicts.map(({ name }) => name).join()}`;
}

test('there is enough to try', () => {
  expect(sentences.length).toBeGreaterThan(100);
});

test.each([
  ', to the fullest extent permitted by applicable law',
  ', in compliance with all applicable federal and state laws and regulations',
  ', at no additional cost to the Board',
  ', as further described in Exhibit 4',
  ', and doing so shall not be construed as an admission of fault or liability',
  ', and this Section shall survive termination of this Agreement',
])('nothing changes with "%s"', async (rider) => {
  const changed = [];
  for (const { rule, text } of sentences) {
    const [before, after] = [await found(rule, text), await found(rule, text.replace(/\.$/u, `${rider}.`))];
    if (before !== after) changed.push(`${text} ${before} → ${after}`);
  }
  expect(changed).toEqual([]);
});
