import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixtures } from '../scripts/fuzz/inputs.ts';
import { diceOf, mutate } from '../scripts/fuzz/mutate.ts';
import { UnreadableError } from '../src/errors.ts';
import { extract } from '../src/extract/index.ts';

// Spoilt files give a text or a sentence for people, never another error. `npm run fuzz` does it by the thousand.
const inputs = fixtures().filter(({ bytes }) => bytes.length < 60_000);

test('a hundred spoilt files are read or refused with a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 30 }), async (seed) => {
      const dice = diceOf(seed);
      const [input, other] = [inputs[dice(inputs.length)], inputs[dice(inputs.length)]];
      if (input === undefined || other === undefined) throw new Error('there are no fixtures');
      const { bytes } = mutate(input.bytes, other.bytes, dice);
      try {
        const text = await extract({ path: input.path, bytes });
        for (const { start, end } of text.blocks) expect(end).toBeGreaterThanOrEqual(start);
        expect(text.blocks.at(-1)?.end ?? 0).toBeLessThanOrEqual(text.value.length);
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
        expect(error.message).toMatch(/[.]$/);
      }
    }),
    { numRuns: 100, seed: 20_260_701, endOnFailure: true },
  );
});
