// The steps of action.yml that are shell, run as a runner would: with its files, its variables and its expressions.
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

export interface ActionRun {
  readonly code: number;
  readonly outputs: Readonly<Partial<Record<'exit-code' | 'sarif' | 'report', string>>>;
  readonly log: string;
  readonly summary: string;
  /** Names of the shell steps that ran, and what the others would have used. */
  readonly steps: readonly string[];
}

export interface ActionJob {
  /** Where the action lies. */
  readonly action: string;
  /** The repository that was checked out. */
  readonly workspace: string;
  readonly temp: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly github?: Readonly<Record<string, string>>;
  /** Put before the PATH. */
  readonly tools?: string;
  readonly skip?: readonly string[];
}

export async function runAction(job: ActionJob): Promise<ActionRun> {
  const { action, workspace, temp, tools, skip = [] } = job;
  const { PATH: path = '' } = process.env;
  const { inputs, outputs, runs } = parse(await readFile(join(action, 'action.yml'), 'utf8'));
  await mkdir(temp, { recursive: true });
  const summary = join(temp, 'summary.md');
  await writeFile(summary, '');
  const known = new Map<string, string>();
  for (const [name, { default: value = '' }] of Object.entries<{ default?: string }>(inputs)) {
    known.set(`inputs.${name}`, job.inputs?.[name] ?? value);
  }
  known.set('github.action_path', action);
  known.set('runner.temp', temp);
  known.set('runner.os', 'Linux');
  for (const [name, value] of Object.entries(job.github ?? {})) known.set(`github.${name}`, value);
  const ran: string[] = [];
  let [log, code] = ['', 0];
  for (const step of runs.steps as Step[]) {
    if (code !== 0 || !holds(step.if, known)) continue;
    ran.push(step.uses ?? step.name ?? '');
    if (step.run === undefined || skip.includes(step.name ?? '')) continue;
    const output = join(temp, `output-${ran.length}`);
    await writeFile(output, '');
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([key, value]) => [key, filled(value, known)]));
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step.run],
      {
        cwd: join(workspace, filled(step['working-directory'] ?? '.', known)),
        encoding: 'utf8',
        env: {
          PATH: tools === undefined ? path : `${tools}:${path}`,
          HOME: temp,
          CI: 'true',
          GITHUB_ACTIONS: 'true',
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: summary,
          GITHUB_WORKSPACE: workspace,
          ...env,
        },
      },
    );
    log += stdout + stderr;
    code = status ?? 1;
    for (const line of (await readFile(output, 'utf8')).split('\n').filter((one) => one !== '')) {
      known.set(`steps.${step.id}.outputs.${line.slice(0, line.indexOf('='))}`, line.slice(line.indexOf('=') + 1));
    }
  }
  const told = Object.entries<{ value: string }>(outputs).map(([name, { value }]) => [name, filled(value, known)]);
  return { code, outputs: Object.fromEntries(told), log, summary: await readFile(summary, 'utf8'), steps: ran };
}

function filled(text: string, known: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{\{ ([^}]+) \}\}/g, (_, name: string) => known.get(name) ?? '');
}

/** `a == 'b' && c != ''`, which is all that the action uses. */
function holds(condition: string | undefined, known: ReadonlyMap<string, string>): boolean {
  return (condition ?? '').split('&&').every((part) => {
    const [, name = '', sign, value] = /^\s*(\S+) (==|!=) '([^']*)'\s*$/.exec(part) ?? [];
    return sign === undefined || ((known.get(name) ?? '') === value) === (sign === '==');
  });
}
