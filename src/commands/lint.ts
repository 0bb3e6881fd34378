import { text } from 'node:stream/consumers';
import { inProcess, lintEach } from '../audit/audit.ts';
import { UsageError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';
import { compile } from '../match/index.ts';
import { version } from '../package.ts';
import { delivery } from './delivery.ts';
import { factsOf } from './facts.ts';
import { destinations, wantsColor, widthOf } from './formats.ts';
import type { LintOptions } from './options.ts';
import { packOf, profileOf } from './pack.ts';
import { findContracts } from './paths.ts';
import { progress } from './progress.ts';
import { pending } from './sources.ts';
import type { Streams } from './streams.ts';
import { today } from './today.ts';

/** `dpa-lint [paths…]`: judges contracts and reports. */
export async function runLint(paths: readonly string[], options: LintOptions, streams: Streams): Promise<number> {
  const to = destinations(options.format ?? [], streams.stdout);
  const verbosity = verbosityOf(options);
  const found = await contractsAt(paths, options.exclude ?? [], streams);
  const pack = await packOf(options);
  const contracts = await Promise.all(found.map((path) => pending(path, pack)));
  const profile = profileOf(pack, options.profile);
  const asOf = options.asOf ?? today();
  const line = progress(options.quiet === true ? null : streams.stderr, contracts.length);
  const settings = {
    profile,
    asOf,
    facts: factsOf(options, pack),
    reading: {
      passwords: options.password ?? [],
      revisions: options.revisions,
      ocr: options.ocr,
      onProgress: line.tell,
    },
    timeout: options.timeout * 1000,
    selfCheck: options.selfCheck ?? false,
    onFault: (path: string, error: unknown) => {
      if (verbosity === 'verbose') streams.stderr.write(`${path}: ${error instanceof Error ? error.stack : error}\n`);
    },
  };
  const compiled = compile(pack);
  const audit = { pack, examiner: inProcess(() => compiled), jobs: 1 };
  const report = { version, pack, profile, asOf };
  const color = wantsColor(options.color, streams.stdout, streams.env);
  const reports = await delivery(to, { report, color, width: widthOf(streams), verbosity, streams });
  const codes = new Set<number>();
  try {
    for await (const contract of lintEach(contracts.map(line.follow), audit, settings)) {
      line.end();
      codes.add(exitCode([contract], options.failOn));
      await reports.add(contract);
    }
  } finally {
    line.end();
  }
  await reports.end();
  // The worst code of one contract is the code of them all.
  return codes.size === 0 ? exitCode([]) : Math.max(...codes);
}

async function contractsAt(paths: readonly string[], exclude: readonly string[], streams: Streams): Promise<string[]> {
  if (paths.length === 0) {
    throw new UsageError('no path: name a contract, a folder of contracts, or - for a list on standard input');
  }
  const named = paths.filter((path) => path !== '-');
  const found = named.length > 0 ? await findContracts(named, exclude) : [];
  // One stale line in a long list must not stop the others: it is reported as a contract that could not be read.
  const listed = paths.includes('-') ? lines(await text(streams.stdin)) : [];
  if (found.length + listed.length === 0) throw new UsageError('no path on standard input');
  return [...new Set([...found, ...listed])];
}

function lines(list: string): string[] {
  return list.split(list.includes('\0') ? '\0' : /\r?\n/).filter((line) => line.trim() !== '');
}

function verbosityOf({ quiet, verbose }: LintOptions): 'quiet' | 'normal' | 'verbose' {
  if (quiet && verbose) throw new UsageError('--quiet and --verbose ask for opposites');
  return quiet ? 'quiet' : verbose ? 'verbose' : 'normal';
}
