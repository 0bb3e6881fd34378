// npm run hard [-- --set FOLDER --file NAME,… --seconds N --save]
// Reads every awkward file of the benchmark in a process of its own and holds the words against those of pdftotext and
// pandoc. --save writes the table of docs/reading.md, whose words below the table are kept.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Contained } from './reader/contained.ts';
import { independentWords, recovered, wordsOf } from './reader/independent.ts';
import type { Told } from './reader/tell.ts';

const { values: options } = parseArgs({
  options: {
    set: { type: 'string', default: new URL('../../shared/bench/hard', import.meta.url).pathname },
    file: { type: 'string', default: '' },
    seconds: { type: 'string', default: '120' },
    save: { type: 'boolean', default: false },
    dump: { type: 'string' },
  },
});
const manifest = join(options.set, 'manifest.json');
if (!existsSync(manifest)) {
  process.stderr.write(`hard: no manifest.json in ${options.set}; give the folder of the awkward files with --set\n`);
  process.exit(2);
}

interface Awkward {
  readonly file: string;
  readonly what: string;
}

const only = options.file.split(',').filter(Boolean);
const files = (JSON.parse(readFileSync(manifest, 'utf8')) as Awkward[]).filter(
  ({ file }) => only.length === 0 || only.includes(file),
);
const reader = new Contained({ milliseconds: Number(options.seconds) * 1000, megabytes: 2048 });
const rows: string[] = [];
const kinds: Record<Told['kind'], number> = { read: 0, unreadable: 0, fault: 0 };
for (const awkward of files) {
  const told = await look(awkward);
  kinds[told.kind]++;
  rows.push(row(awkward, told));
  if (options.dump !== undefined && told.kind === 'read')
    writeFileSync(join(options.dump, `${awkward.file}.txt`), told.text.value);
  process.stdout.write(`${rows.at(-1)}\n`);
}
reader.close();
const head = [
  `${files.length} files: ${kinds.read} read, ${kinds.unreadable} undetermined with a sentence, ${kinds.fault} crashed or hung.`,
  '',
  '| file | kind | outcome | words | seconds |',
  '| --- | --- | --- | --- | --- |',
];
process.stdout.write(`${head[0]}\n`);
if (options.save) save([...head, ...rows].join('\n'));

/** Reads a file as people would, and with its password where it asks for one and the set tells it. */
async function look({ file, what }: Awkward): Promise<Told> {
  const path = join(options.set, file);
  const task = { path: file, bytes: readFileSync(path), passwords: [], ocr: 'auto', whole: false } as const;
  const told = await reader.read(task);
  const password = / password "?(\w+)"?$/.exec(what)?.[1] ?? (what.endsWith('of four spaces') ? '    ' : null);
  if (told.kind !== 'unreadable' || password === null || !told.why.includes('--password')) return told;
  const opened = await reader.read({ ...task, passwords: [password] });
  if (opened.kind !== 'read') return opened;
  const why = `${told.why} With it: read.`;
  const note = { id: '', rule: null, level: 'info', message: why, evidence: [] } as const;
  return { ...opened, text: { ...opened.text, notes: [note, ...opened.text.notes] } };
}

function row({ file, what }: Awkward, told: Told): string {
  const wanted = independentWords(join(options.set, file));
  const found = told.kind === 'read' ? wordsOf(told.text.value) : [];
  const share = wanted === null || told.kind !== 'read' ? '–' : `${(100 * recovered(wanted, found)).toFixed(0)} %`;
  const words = wanted === null ? `${found.length} / –` : `${found.length} / ${wanted.length}, ${share}`;
  return `| ${[file, what, outcome(told), words, (told.time / 1000).toFixed(1)].map(cell).join(' | ')} |`;
}

function outcome(told: Told): string {
  if (told.kind === 'unreadable') return `undetermined: ${told.why}`;
  if (told.kind === 'fault') return `**fault**: ${told.why.slice(0, 300)}`;
  const { notes, pagesWithoutText } = told.text;
  const without = pagesWithoutText.length > 0 ? [`Pages without text: ${pagesWithoutText.join(', ')}.`] : [];
  return ['read', ...without, ...notes.map(({ message }) => message)].join('. ').replaceAll('..', '.');
}

function cell(text: string): string {
  return text.replace(/[\n|]+/g, ' ');
}

/** Puts the table between its marks, so that what people wrote around it stays. */
function save(table: string): void {
  const page = new URL('../docs/reading.md', import.meta.url);
  const marks = ['<!-- table -->', '<!-- end -->'] as const;
  const now = existsSync(page) ? readFileSync(page, 'utf8') : `# Reading awkward files\n\n${marks.join('\n')}\n`;
  const [before = '', rest = ''] = now.split(marks[0]);
  const after = rest.split(marks[1])[1] ?? '';
  writeFileSync(page, `${before}${marks[0]}\n${table}\n${marks[1]}${after}`);
}
