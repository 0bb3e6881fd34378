import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { plainly } from '../src/extract/index.ts';
import { lint, type Settings } from '../src/lint.ts';
import { compileReady, loadReady } from '../src/ready.ts';
import type { Checked } from '../src/types.ts';

// One contract in seven formats. What is found in it is a matter of its words, never of the program that saved it.
const formats = ['docx', 'odt', 'rtf', 'html', 'md', 'txt', 'pdf'];
const compiled = compileReady(await loadReady(new URL('../rules/ct', import.meta.url).pathname));
const settings: Settings = {
  profile: 'policy',
  asOf: '2026-07-01',
  facts: {},
  reading: plainly,
};

describe.each(['valid', 'void'])('%s', (contract) => {
  let told: readonly string[] = [];
  beforeAll(async () => {
    told = findings(await check(`${contract}.docx`));
  });

  test.each(formats)('%s', async (format) => {
    expect(findings(await check(`${contract}.${format}`))).toEqual(told);
  });

  test('says what it is', () => {
    expect(told[0]).toBe(contract);
  });
});

async function check(name: string): Promise<Checked> {
  const path = `fixtures/alike/${name}`;
  return lint({ path, bytes: await readFile(path) }, compiled, settings);
}

/** The verdict, the day, then what each rule requires, what of it is there, and what conflicts. */
function findings({ verdict, entered, findings }: Checked): string[] {
  const rules = findings.map(({ rule, required, elements, conflicts }) => {
    const against = conflicts.map(({ name }) => name).sort();
    return `${rule.id}: ${required} ${JSON.stringify(elements)}; against: ${against.join(', ')}`;
  });
  return [verdict.outcome, `entered ${entered}`, ...rules];
}
