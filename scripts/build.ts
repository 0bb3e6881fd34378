// npm run build: the sources as dist/, with the few files of `natural` that are used inside it, so that nobody who
// installs the package gets its databases.
import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { loadPack } from '../src/load/index.ts';
import { readyFile } from '../src/ready.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const { dependencies, peerDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

await rm(dist, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  // Flat, as the chunks are, so that the pool finds its worker beside itself.
  entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts', worker: 'src/audit/worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Every chunk lies beside the entries: `package.ts` counts on being one level below the root.
  chunkNames: '[name]-[hash]',
  external: [...Object.keys(dependencies), ...Object.keys(peerDependencies)].flatMap((name) => [name, `${name}/*`]),
  metafile: true,
});
refuseForeign(Object.keys(metafile.inputs));

const { name, text } = readyFile(await loadPack(join(root, 'rules/ct')));
await writeFile(join(dist, name), text);

execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
await keepPublicTypes();

/** Whatever is bundled is shipped without its own licence file and security notices: it should be little. */
function refuseForeign(inputs: readonly string[]): void {
  const foreign = inputs.filter(
    (file) => file.includes('node_modules/') && !file.includes('node_modules/natural/lib/'),
  );
  if (foreign.length > 0) throw new Error(`bundled by mistake: ${foreign.join(', ')}`);
}

/** The declarations that `index.d.ts` leads to; those of the inner stages are nobody's business. */
async function keepPublicTypes(): Promise<void> {
  const reached = new Set<string>();
  const reach = async (file: string): Promise<void> => {
    if (reached.has(file)) return;
    reached.add(file);
    const code = (await readFile(join(dist, file), 'utf8')).replace(/(from '\.[^']+)\.ts'/g, "$1.js'");
    await writeFile(join(dist, file), code);
    for (const [, specifier = ''] of code.matchAll(/from '(\.[^']+)'/g)) {
      await reach(posix.join(posix.dirname(file), specifier.replace(/\.js$/, '.d.ts')));
    }
  };
  await reach('index.d.ts');
  const declarations = (await readdir(dist, { recursive: true })).filter((file) => file.endsWith('.d.ts'));
  await Promise.all(
    declarations.filter((file) => !reached.has(file.replaceAll('\\', '/'))).map((file) => rm(join(dist, file))),
  );
  for (const entry of await readdir(dist, { withFileTypes: true })) {
    if (entry.isDirectory()) await rm(join(dist, entry.name), { recursive: true });
  }
}
