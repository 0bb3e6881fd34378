import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes files into a folder that goes when the test does, and gives its path. */
export async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dpa-lint-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

/** What a promise is rejected with, the folder taken out of it. */
export async function complaint(promise: Promise<unknown>, folder: string): Promise<string> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof Error ? `${error.name}: ${error.message.replaceAll(folder, '.')}` : 'no error';
}

export const packText = `id: xx
title: An Act
law_as_of: 2024-12-31
effective: 2018-07-01
state: Somewhere
profiles: [policy, statute]
default_profile: policy
cure_days: 30
exemption: { c0: necessary }
order: [severability]
`;

export const ruleText = `id: ownership
kind: required
title: Student data is not the contractor's property
citation: § 1(a)(1)
certainty: statute
policy: item 1
profiles: [policy, statute]
basis: void
about: who owns and controls student data
elements:
  property:
    title: whose property the data is
    ways:
      - BOARD ~ {+own} ~ DATA
      - all: [DATA, { duty: { actor: CONTRACTOR, force: [must-not], action: own } }]
    partly:
      - near: { scope: section, of: { not: { any: [a, b] } } }
conflicts:
  takes-ownership:
    why: The contractor takes ownership of student data.
    ways: ['CONTRACTOR {own} DATA']
    unless: [{ zone: definition }]
notes:
  thin-channel: { level: warning, message: Thin., ways: [{ period: { over: 30, businessDays: 17 } }] }
message: No sentence says whose the data is.
why: Else the contractor may claim it.
fix: The data belongs to <board>.
`;
