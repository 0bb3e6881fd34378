import { UsageError } from '../errors.ts';
import { exit, exitCode, warnings } from '../exit-code.ts';
import { version } from '../package.ts';
import { delivery } from './delivery.ts';
import { destinations, refuseOverwriting, wantsColor, widthOf } from './formats.ts';
import type { LintOptions } from './options.ts';
import { failLevel } from './plan.ts';
import { prepare } from './run.ts';
import { complain, type Streams } from './streams.ts';

/** `dpa-lint [paths…]`: judges contracts and reports. */
export async function runLint(paths: readonly string[], options: LintOptions, streams: Streams): Promise<number> {
  const to = destinations(options.format ?? [], streams.stdout);
  const verbosity = verbosityOf(options);
  const { pack, profile, asOf, paths: found, configOf, strays, contracts } = await prepare(paths, options, streams);
  await refuseOverwriting(to, found);
  const color = wantsColor(options.color, streams.stdout, streams.env);
  const report = { version, pack, profile, asOf };
  const reports = await delivery(to, { report, color, width: widthOf(streams), verbosity, streams });
  const codes = new Set<number>();
  let warned = 0;
  let doubtful = 0;
  for await (const contract of contracts()) {
    const code = exitCode([contract], failLevel(options, configOf(contract.path)));
    codes.add(code);
    if (code === exit.found && exitCode([contract], 'incomplete') === exit.fine) doubtful++;
    warned += warnings(contract);
    await reports.add(contract);
  }
  const written = await reports.end();
  for (const stray of await strays()) await complain(streams, stray);
  // A line that says "valid" does not tell why the run fails.
  if (doubtful > 0) {
    const contracts = doubtful === 1 ? '1 contract fails' : `${doubtful} contracts fail`;
    await complain(streams, `${contracts} for warnings alone, as --fail-on note asks`);
  }
  if (warned > (options.maxWarnings ?? Number.POSITIVE_INFINITY)) {
    const told = `${warned} warnings are more than --max-warnings ${options.maxWarnings}`;
    await complain(streams, `${told}`);
    codes.add(exit.found);
  }
  if (!written) return exit.usage;
  // The worst code of one contract is the code of them all.
  if (codes.size > 0) return Math.max(...codes);
  // That nothing changed is an answer; that nothing was found is none.
  return options.since === undefined ? exitCode([]) : exit.fine;
}

function verbosityOf({ quiet, verbose }: LintOptions): 'quiet' | 'normal' | 'verbose' {
  if (quiet && verbose) throw new UsageError('--quiet and --verbose ask for opposites');
  return quiet ? 'quiet' : verbose ? 'verbose' : 'normal';
}
