// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './right-node.mjs';

const pagesDir = join(projectDir, 'web', 'dist');
const cacheDir = join(projectDir, 'node_modules', '.cache', 'openderm');
const stampFile = join(cacheDir, 'pages.sha256');
/** Everything the pages are made of, the libraries by their lock file. */
const sources = [
  'web/*.{html,json,ts}',
  'web/src/**/*',
  'web/public/**/*',
  'sdk/src/**/*',
  'contract/src/**/*',
  'package-lock.json',
];

/** Builds web/dist unless it was built from these very sources. Without the means to build, what is there stays. */
export async function buildPagesWhenStale() {
  const stamp = hashSources();
  const built = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  const hasPages = existsSync(join(pagesDir, 'index.html'));
  if (hasPages && built === stamp) return;
  try {
    console.log('Building the pages ...');
    await build();
    writeFileSync(stampFile, stamp);
  } catch (error) {
    const rest = hasPages ? 'The pages built earlier are served.' : 'The API answers, without pages.';
    console.error(`The pages could not be built: ${error.message}\n${rest}`);
  }
}

function hashSources() {
  const files = globSync(sources, { cwd: projectDir, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(file.slice(projectDir.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

/** Into a folder of its own first: a server that is running, or another start, never sees half of the pages. */
async function build() {
  const vite = await import('vite');
  mkdirSync(cacheDir, { recursive: true });
  const outDir = join(cacheDir, `pages-${process.pid}`);
  await vite.build({
    configFile: join(projectDir, 'web', 'vite.config.ts'),
    build: { outDir, emptyOutDir: true },
  });
  rmSync(pagesDir, { recursive: true, force: true });
  renameSync(outDir, pagesDir);
}
