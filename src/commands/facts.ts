import { UsageError } from '../errors.ts';
import type { Facts, Pack } from '../types.ts';
import type { FactOptions } from './options.ts';
import { ruleOf, unknown } from './pack.ts';

/** The facts told by flags, and those alone: what is not told leaves the side file its say. */
export function factsOf(options: FactOptions, pack: Pack): Facts {
  const { entered, renewed, amended, noticeGiven, cureBy, noticeNamed, exempt, outOfScope } = options;
  return {
    ...(entered !== undefined && { entered }),
    ...(renewed !== undefined && { renewed }),
    ...(amended !== undefined && { amended }),
    ...(noticeGiven !== undefined && { noticeGiven }),
    ...(cureBy !== undefined && { cureBy }),
    ...(noticeNamed !== undefined && { noticeNamed: noticeNamed.map((name) => ruleOf(pack, name).id) }),
    ...(exempt !== undefined && { exempt: Object.fromEntries(exempt.map((flag) => [flagOf(pack, flag), true])) }),
    ...(outOfScope !== undefined && { outOfScope }),
  };
}

function flagOf(pack: Pack, flag: string): string {
  if (Object.hasOwn(pack.exemption, flag)) return flag;
  throw new UsageError(unknown('--exempt', flag, Object.keys(pack.exemption)));
}
