import { extract } from '../../src/extract/index.ts';
import { type CompiledPack, openReader } from '../../src/match/index.ts';
import { bareName, candidates, keyOf, sides } from '../../src/match/names/company.ts';
import { Page } from '../../src/match/page.ts';
import type { Role } from '../../src/match/patterns/atoms.ts';
import { parse } from '../../src/parse/index.ts';
import type { Case } from '../accuracy/cases.ts';
import type { Passage } from './passages.ts';
import { rolesOf } from './roles.ts';

/**
 * The names of a contract with the company they keep, and whether each stands for a side or the data. Of a second name that
 * the contract itself declares for one of them nobody knows whether the writer meant it. `source`: the number of the contract; `compiled` without
 * weights.
 */
export async function namesIn(one: Case, source: number, compiled: CompiledPack): Promise<Passage[]> {
  const text = await extract({ path: one.path, bytes: one.bytes() });
  const page = new Page(openReader(parse(text, compiled.pack.lexicon), compiled.atoms));
  return candidates(page.reader.contract).map(({ name, features }) => {
    const said = sides.find((side) => keyOf(bareName(one.called[side])) === keyOf(bareName(name)));
    const [declared]: (Role | undefined)[] = said ? [] : rolesOf(page, name);
    return {
      share: 1,
      source,
      features,
      truths: Int8Array.from(sides, (side) => (said === side ? 1 : declared === side ? -1 : 0)),
    };
  });
}
