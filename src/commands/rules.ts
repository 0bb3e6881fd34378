import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exit } from '../exit-code.ts';
import { type Line, painter, say } from '../format/paint.ts';
import { columns } from '../format/wrap.ts';
import { loadPack } from '../load/index.ts';
import { rulesFolder } from '../package.ts';
import type { Pack, Rule } from '../types.ts';
import { wantsColor, widthOf } from './formats.ts';
import { packFolders } from './rules-folder.ts';
import { print, type Streams } from './streams.ts';

/** `dpa-lint rules list`: the packs and their rules. */
export async function runRulesList(folder: string | undefined, streams: Streams): Promise<number> {
  const packs = await Promise.all((await packFolders(folder)).map((one) => loadPack(one)));
  const width = widthOf(streams);
  const paint = painter(wantsColor(undefined, streams.stdout, streams.env));
  const lines = packs.flatMap((pack) => packLines(pack, width));
  await print(streams.stdout, `${lines.map(paint).join('\n')}\n`);
  return exit.fine;
}

/** `dpa-lint rules schema`: the JSON Schema of a rule file, for editors. */
export async function runRulesSchema(streams: Streams): Promise<number> {
  await print(streams.stdout, await readFile(join(rulesFolder, 'rule.schema.json'), 'utf8'));
  return exit.fine;
}

function packLines(pack: Pack, width: number): Line[] {
  const { id, title, effective, lawAsOf, profiles, rules } = pack;
  return [
    [say(id, 'strong'), say(`  ${title}`)],
    [say(`  contracts from ${effective} on, law read up to ${lawAsOf}; profiles: ${profiles.join(', ')}`, 'dim')],
    ...rules.flatMap((rule) => ruleLines(rule, width)),
  ];
}

function ruleLines({ id, kind, title, citation, profiles }: Rule, width: number): Line[] {
  const asked = profiles.length > 0 ? ` (${profiles.join(', ')})` : '';
  const name = 28;
  return columns([
    { pieces: [say('  ')], width: 2 },
    { pieces: [say(id)], width: name },
    { pieces: [say(' ')], width: 1 },
    { pieces: [say(title), say(`  ${citation}; ${kind}${asked}`, 'dim')], width: Math.max(width - name - 3, 24) },
  ]);
}
