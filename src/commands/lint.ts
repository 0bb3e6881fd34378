import { inProcess, lintEach } from '../audit/audit.ts';
import { UsageError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';
import { compile } from '../match/index.ts';
import { version } from '../package.ts';
import { refuseStrangers, rulesOf } from './config.ts';
import { contractsFor } from './contracts.ts';
import { delivery } from './delivery.ts';
import { destinations, wantsColor, widthOf } from './formats.ts';
import type { LintOptions } from './options.ts';
import { packOf } from './pack.ts';
import { failLevel, settingsOf, withOwn } from './plan.ts';
import { progress } from './progress.ts';
import { pending } from './sources.ts';
import type { Streams } from './streams.ts';

/** `dpa-lint [paths…]`: judges contracts and reports. */
export async function runLint(paths: readonly string[], options: LintOptions, streams: Streams): Promise<number> {
  const to = destinations(options.format ?? [], streams.stdout);
  const verbosity = verbosityOf(options);
  const found = await contractsFor(paths, options, streams);
  const applied = [...found.values()];
  const pack = await packOf({ rules: options.rules ?? rulesOf(applied) });
  refuseStrangers(applied, pack);
  const contracts = await Promise.all(
    [...found].map(async ([path, own]) => withOwn(await pending(path, pack), options, { ...own, pack })),
  );
  const line = progress(options.quiet === true ? null : streams.stderr, contracts.length);
  const flags = settingsOf(options, pack);
  const settings = {
    ...flags,
    onFault: (path: string, error: unknown) => {
      if (verbosity === 'verbose') streams.stderr.write(`${path}: ${error instanceof Error ? error.stack : error}\n`);
    },
  };
  const compiled = compile(pack);
  const audit = { pack, examiner: inProcess(() => compiled), jobs: 1 };
  const profiles = new Set(contracts.map(({ own }) => own.profile));
  const [common = flags.profile] = profiles.size === 1 ? profiles : [];
  const report = { version, pack, profile: common, asOf: flags.asOf };
  const color = wantsColor(options.color, streams.stdout, streams.env);
  const reports = await delivery(to, { report, color, width: widthOf(streams), verbosity, streams });
  const codes = new Set<number>();
  try {
    for await (const contract of lintEach(contracts.map(line.follow), audit, settings)) {
      line.end();
      codes.add(exitCode([contract], failLevel(options, found.get(contract.path)?.values ?? {})));
      await reports.add(contract);
    }
  } finally {
    line.end();
  }
  await reports.end();
  // The worst code of one contract is the code of them all.
  return codes.size === 0 ? exitCode([]) : Math.max(...codes);
}

function verbosityOf({ quiet, verbose }: LintOptions): 'quiet' | 'normal' | 'verbose' {
  if (quiet && verbose) throw new UsageError('--quiet and --verbose ask for opposites');
  return quiet ? 'quiet' : verbose ? 'verbose' : 'normal';
}
