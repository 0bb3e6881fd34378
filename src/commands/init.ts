import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { exit } from '../exit-code.ts';
import { configName } from '../load/find-config.ts';
import { print, type Streams } from './streams.ts';

/** `dpa-lint init [folder]`: a configuration to start from, every line explained. */
export async function runInit(folder: string, streams: Streams): Promise<number> {
  const file = join(folder, configName);
  await writeFile(file, template, { flag: 'wx' }).catch((cause: unknown) => {
    const exists = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw new UsageError(`${file}: ${exists ? 'this file is there already' : 'the file cannot be written'}`, { cause });
  });
  await print(streams.stdout, `Wrote ${file}. "dpa-lint config print FILE" shows what holds for a contract.\n`);
  return exit.fine;
}

const template = `# yaml-language-server: $schema=./node_modules/dpa-lint/docs/config.schema.json
# The configuration of dpa-lint for the contracts in this folder and below. Flags go before it.

# Either policy (all that a board asks for) or statute (what the statute alone lists).
profile: policy

# What ends in exit code 1, one of never, void, conflict, incomplete and note. Each holds those before it.
fail-on: conflict

# Another file to start from, or an installed package.
# extends: ../dpa-lint.base.yml

# A rule pack of your own.
# rules: ./rules/ours

# Left out when a folder is walked.
# exclude: [drafts, "*.txt"]

# For locked files, tried in order.
# passwords: [school2024]

# Findings that somebody accepted, with reason, approver and last day; "dpa-lint waive" writes one.
# waivers: ./waivers.yml

# Findings that were there before; "dpa-lint baseline" writes it, and only new ones fail.
# baseline: ./.dpa-lint-baseline.json

# Rules that are not looked at. A contract that was not looked at whole is never called valid.
# skip: [deletion-request]

# What the contracts call their sides and the data, where the text alone does not tell.
# parties:
#   contractor: [Orrery Science, the Grantee]
#   board: Lakeview Board of Education
#   data: Roster Files

# Days that the board allows where the law allows more. A longer term fails the run and is not void.
# limits:
#   breach-30-days: 10

# How grave what a rule finds is taken, one of off, note, warning and error. For what the law asks for, anything below
# error takes "allow-weaker: true", and accepts without a change of the verdict.
# severity:
#   operator-security: error
#   scope-student: note

# Other ways for some contracts; the last that fits goes before the others.
# overrides:
#   - files: [archive/**]
#     profile: statute
#     timeout: 300
`;
