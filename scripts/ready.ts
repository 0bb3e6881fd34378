// npm run ready: the action and the hook as their users get them, from a clone of the last commit. It installs packages,
// so it takes minutes and no part in the tests.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAction } from './action-steps.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const place = await mkdtemp(join(tmpdir(), 'dpa-lint-ready-'));
const [action, workspace] = [join(place, 'action'), join(place, 'work')];

try {
  await mkdir(workspace);
  await copyFile(join(root, 'fixtures/void/lakeview-storygrove.pdf'), join(workspace, 'void.pdf'));
  await copyFile(join(root, 'fixtures/valid/lakeview-storygrove.docx'), join(workspace, 'valid.docx'));
  execFileSync('git', ['init', '-q', workspace]);
  execFileSync('git', ['add', '.'], { cwd: workspace });
  execFileSync('git', ['clone', '-q', root, action]);

  const inputs = { sarif: 'out.sarif' };
  const first = await runAction({ action, workspace, temp: join(place, 'temp'), inputs });
  tell('action, from a clone', first.code === 1 && first.summary !== '' && first.outputs.sarif === './out.sarif');
  const second = await runAction({ action, workspace, temp: join(place, 'temp'), inputs: { paths: 'valid.docx' } });
  tell('action, a valid contract', second.code === 0);

  const found = spawnSync('pre-commit', ['--version']).status === 0;
  if (found) hookByPreCommit();
  else await hookByHand();
} finally {
  await rm(place, { recursive: true });
}

function hookByPreCommit(): void {
  const words = ['try-repo', action, 'dpa-lint', '--ref', 'HEAD', '--all-files', '--verbose'];
  const env = { ...process.env, PRE_COMMIT_HOME: join(place, 'pre-commit') };
  const { status, stdout } = spawnSync('pre-commit', words, { cwd: workspace, env, encoding: 'utf8' });
  tell('hook, by pre-commit try-repo', status === 1 && stdout.includes('✗ VOID') && stdout.includes('✓ VALID'));
}

/** What pre-commit does with a hook of `language: node`. */
async function hookByHand(): Promise<void> {
  const name = execFileSync('npm', ['pack'], {
    cwd: action,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
  tell('npm pack prints nothing but a name', (await readdir(action)).includes(name));
  const prefix = join(place, 'installed');
  execFileSync('npm', ['install', '-g', '--prefix', prefix, join(action, name)], { stdio: 'ignore' });
  const { status, stdout } = spawnSync(join(prefix, 'bin/dpa-lint'), ['void.pdf', 'valid.docx'], {
    cwd: workspace,
    encoding: 'utf8',
  });
  tell('hook, installed from the packed file', status === 1 && stdout.includes('✗ VOID') && stdout.includes('✓ VALID'));
}

function tell(what: string, good: boolean): void {
  process.stdout.write(`${good ? 'ok    ' : 'FAILED'} ${what}\n`);
  if (!good) process.exitCode = 1;
}
