import { UnreadableError } from '../errors.ts';
import { exit } from '../exit-code.ts';
import { extract } from '../extract/index.ts';
import { type Line, painter, say } from '../format/paint.ts';
import { hang } from '../format/wrap.ts';
import { parse } from '../parse/index.ts';
import type { Block, Contract, Note, Zone } from '../types.ts';
import { configurations } from './config.ts';
import { wantsColor, widthOf } from './formats.ts';
import type { ReadingOptions } from './options.ts';
import { packOf } from './pack.ts';
import { calledIn, readingOf } from './plan.ts';
import { readSource } from './sources.ts';
import { complain, print, type Streams } from './streams.ts';

/** `dpa-lint text FILE`: what the linter saw, with page and clause marks. */
export async function runText(
  path: string,
  options: ReadingOptions & { readonly color?: boolean },
  streams: Streams,
): Promise<number> {
  const { values } = await configurations(options)(path);
  const { lexicon } = await packOf({ ...values, ...options });
  try {
    const text = await extract(await readSource(path), readingOf(options, values));
    const paint = painter(wantsColor(options.color, streams.stdout, streams.env));
    const lines = [
      ...body(parse(text, lexicon, calledIn(values)), widthOf(streams)),
      ...noteLines(text.notes, widthOf(streams)),
    ];
    await print(streams.stdout, `${lines.map(paint).join('\n')}\n`);
    return text.pagesWithoutText.length > 0 ? exit.undetermined : exit.fine;
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    await complain(streams, `${path}: ${error.message}`);
    return exit.undetermined;
  }
}

/** The margin names a clause where it begins; words that bind nobody say what they are instead. */
function body(contract: Contract, width: number): Line[] {
  const { value, blocks, pagesWithoutText } = contract.text;
  const zones = zonesByBlock(contract);
  let page: number | null = null;
  return blocks
    .flatMap((block, index) => {
      const turned = block.page !== null && block.page !== page;
      page = block.page;
      return [
        ...(turned ? [[], pageLine(`page ${page}`, width)] : []),
        ...hang(
          margin(contract, block, zones.get(index)),
          [say(value.slice(block.start, block.end), styleOf(zones.get(index)))],
          width,
        ),
      ];
    })
    .concat(pagesWithoutText.length === 0 ? [] : [pageLine(`no text on page ${pagesWithoutText.join(', ')}`, width)]);
}

function pageLine(words: string, width: number): Line {
  return [say(`── ${words} ${'─'.repeat(Math.max(width - words.length - 4, 2))}`, 'dim')];
}

const marginWidth = 14;

function margin({ sections }: Contract, { start, end, container }: Block, zone: Zone | undefined): Line {
  const label = sections.find((section) => section.start >= start && section.start < end)?.label ?? '';
  const kind = zone === undefined || zone === 'operative' || zone === 'heading' ? '' : zone;
  const told = [label, kind, container === 'body' ? '' : container].filter((part) => part !== '').join(' ');
  return [say(told.slice(0, marginWidth - 2).padEnd(marginWidth), 'dim')];
}

function styleOf(zone: Zone | undefined) {
  if (zone === 'heading') return 'strong';
  return zone === undefined || zone === 'operative' || zone === 'definition' ? 'plain' : 'dim';
}

/** The zone of a block's first statement. */
function zonesByBlock({ statements }: Contract): Map<number, Zone> {
  const zones = new Map<number, Zone>();
  for (const { block, zone } of statements) if (!zones.has(block)) zones.set(block, zone);
  return zones;
}

function noteLines(notes: readonly Note[], width: number): Line[] {
  if (notes.length === 0) return [];
  return [
    [],
    ...notes.flatMap(({ message, id }) => hang([say('! ', 'doubt')], [say(message), say(`  ${id}`, 'dim')], width)),
  ];
}
