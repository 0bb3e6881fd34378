import { words } from '../../language/words.ts';
import type { Contract } from '../../types.ts';
import type { Role } from '../patterns/atoms.ts';
import type { Scales } from '../weights/weigh.ts';
import { bareName, candidates, sides } from './company.ts';
import { type Given, type Named, roleIn, stemsOf } from './named.ts';

/** From which weight on the company of a name tells what it stands for, where the contract declares nothing of it. */
const sure = 0.8;
/** The same where no other name has that role, or where next to nothing speaks for what the contract seems to declare. */
const likely = 0.5;
const unlikely = 0.1;
/** … and the name stands there so many times. */
const enough = 5;

/** Names of a side or the data that are not declared, or seem to be declared as the other side. */
export function likelyNames(contract: Contract, declared: readonly Given[], shared: Named, naming: Scales): Given[] {
  const byKey = new Map([...declared].reverse().map(([name, one]) => [stemsOf(bareName(name)), one]));
  const weighed = candidates(contract).map(({ name, count, features }) => {
    const weights = naming.weigh(features);
    const before = byKey.get(stemsOf(bareName(name)));
    const weightOf = (role: Role) => weights[naming.place(role) ?? -1] ?? 0;
    // A term that the contract defines is not what the word means elsewhere.
    return { name, count, before, now: before ? before.role : roleIn(shared, name), weightOf };
  });
  const isLikely = ({ count, now, weightOf }: (typeof weighed)[number], role: Role): boolean => {
    if (now === null) return weightOf(role) >= sure;
    const isOtherSide = (now === 'CONTRACTOR' && role === 'BOARD') || (now === 'BOARD' && role === 'CONTRACTOR');
    return isOtherSide && count >= enough && weightOf(now) <= unlikely && weightOf(role) >= likely;
  };
  const known = new Set(declared.map(([, { role }]) => role));
  return sides.flatMap((role) => {
    const [best] = weighed.filter(({ now }) => now === null).sort((a, b) => b.weightOf(role) - a.weightOf(role));
    const found = weighed.filter((one) => isLikely(one, role));
    if (found.length === 0 && !known.has(role) && best && best.weightOf(role) >= likely) found.push(best);
    return found.map(({ name, before }): Given => {
      const capital = role !== 'DATA' && words(name).length < 3;
      return [name, before ? { ...before, role } : { role, term: -1, capital }];
    });
  });
}
