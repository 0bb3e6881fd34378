import { type Command, Option } from 'commander';
import { type FailLevel, failLevels } from '../exit-code.ts';
import { formatters } from '../format/index.ts';
import type { ReadOptions } from '../types.ts';
import type { AcceptOptions } from './acceptance.ts';
import type { CacheOptions } from './cache-folder.ts';
import { choice, count, day, list, most, seconds } from './values.ts';

/** What every command that reads a contract may be told. */
export interface ReadingOptions {
  readonly password?: readonly string[];
  readonly revisions?: ReadOptions['revisions'];
  readonly ocr?: ReadOptions['ocr'];
  readonly rules?: string;
  /** A file; false: none is looked for. */
  readonly config?: string | false;
}

/** Facts that no contract holds; they outrank the side file. */
export interface FactOptions {
  readonly entered?: string;
  readonly renewed?: string;
  readonly amended?: string;
  readonly noticeGiven?: string;
  readonly cureBy?: string;
  readonly noticeNamed?: readonly string[];
  readonly exempt?: readonly string[];
  readonly outOfScope?: string;
}

export interface LintOptions extends ReadingOptions, FactOptions, AcceptOptions, CacheOptions {
  readonly format?: readonly string[];
  readonly profile?: string;
  readonly asOf?: string;
  readonly exclude?: readonly string[];
  readonly rule?: readonly string[];
  readonly skip?: readonly string[];
  /** The contract whose side file holds; each one's own where there is none. */
  readonly beside?: string;
  /** A commit; contracts that are as they were then are left out. */
  readonly since?: string;
  readonly failOn?: FailLevel;
  /** More warnings than these make the run fail. */
  readonly maxWarnings?: number;
  readonly selfCheck?: true;
  readonly timeout?: number;
  readonly jobs?: number;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly color?: boolean;
}

const facts = 'Facts that no contract holds (or write them in <contract>.dpa.yml):';
const reading = 'Reading:';
const output = 'Output:';

export function lintOptions(command: Command): Command {
  command
    .argument('[paths...]', 'files, folders (walked), globs, or - for a list of paths on standard input')
    .optionsGroup('Judging:')
    .option('--profile <name>', 'policy (all that a board asks for) or statute (what the statute lists)')
    .option('--as-of <date>', 'the day on which the verdict is given (default: today)', day)
    .option('--self-check', 'try the findings: is what they rest on taken away, negated or swapped, do they follow?')
    .option('--exclude <glob>', 'leave out what matches; repeatable', list)
    .option('--rule <rule>', 'look at this rule alone; repeatable (the verdict then tells what was skipped)', list)
    .option('--skip <rule>', 'do not look at this rule; repeatable', list)
    .option('--since <ref>', 'only contracts that changed since a commit, or since a branch parted from it')
    .option('--baseline <file>', 'fail only on what this file does not know; "dpa-lint baseline" writes it')
    .option('--audit', 'ignore waivers and the baseline')
    .addOption(failOnOption('what ends in exit code 1'))
    .option('--max-warnings <number>', 'more warnings than these end in exit code 1, too (default: any number)', most);
  configOption(rulesOption(command))
    .optionsGroup(output)
    .option(
      '-f, --format <name>',
      `${Object.keys(formatters).join(', ')}, or NAME=FILE; repeatable (default: terminal)`,
      list,
    )
    .option('-q, --quiet', 'verdicts alone')
    .option('-v, --verbose', 'the evidence for what passed, too')
    .option('--color', 'colour even where the output is no terminal')
    .option('--no-color', 'no colour');
  return factOptions(workOptions(readingOptions(command)));
}

export function failOnOption(about: string): Option {
  const told = `${about}: ${failLevels.join(', ')} (default: conflict)`;
  return new Option('--fail-on <level>', told).argParser(choice(failLevels));
}

export function rulesOption(command: Command): Command {
  return command.option('--rules <dir>', 'a rule pack, or a folder that holds one');
}

/** How the work is done, which changes nothing of what is found. */
export function workOptions(command: Command): Command {
  return command
    .option('--timeout <seconds>', 'time that one contract may take (default: 120)', seconds)
    .option('--jobs <number>', 'threads (default: one a core above a handful of contracts)', count)
    .option('--cache-dir <dir>', 'where what was found is kept (default: in node_modules/.cache or ~/.cache)')
    .option('--no-cache', 'keep nothing, and read nothing that was kept');
}

export function configOption(command: Command): Command {
  return command
    .option('--config <file>', 'the configuration (default: the nearest .dpa-lint.yml in or above a contract)')
    .option('--no-config', 'look for no configuration');
}

export function readingOptions(command: Command): Command {
  return command
    .optionsGroup(reading)
    .option('--password <word>', 'for locked files; repeatable, tried in order', list)
    .addOption(
      new Option(
        '--revisions <view>',
        'which view of tracked changes is the contract: accepted (default), original',
      ).argParser(choice(['accepted', 'original'])),
    )
    .addOption(
      new Option('--ocr <when>', 'recognise pages that are pictures: auto (default), off, force').argParser(
        choice(['auto', 'off', 'force']),
      ),
    );
}

function factOptions(command: Command): Command {
  return command
    .optionsGroup(facts)
    .option('--entered <date>', 'day on which the contract was entered into', day)
    .option('--renewed <date>', 'day of the last renewal', day)
    .option('--amended <date>', 'day of the last amendment', day)
    .option('--notice-given <date>', 'day of the notice to amend', day)
    .option('--cure-by <date>', 'day by which the notice asks to amend', day)
    .option('--notice-named <rule>', 'a provision that the notice named (default: all that lack); repeatable', list)
    .option('--exempt <flag>', 'a flag of the exemption that is true; repeatable', list)
    .option('--out-of-scope <reason>', 'why the Act does not reach the contract');
}
