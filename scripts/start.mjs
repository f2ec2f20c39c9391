// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import { requireRightNode } from './right-node.mjs';

await requireRightNode(fileURLToPath(import.meta.url));
const { buildPagesWhenStale } = await import('./build-pages.mjs');
await buildPagesWhenStale();

console.log('Starting: database, models, worker processes ...');
// In this process, so that Ctrl-C and kill reach the server itself.
await import('../src/main.ts').catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
if (process.exitCode === 1) await explainFailure();

async function explainFailure() {
  const { findMissingParts } = await import('./find-missing-parts.mjs');
  const missing = findMissingParts();
  if (missing.length === 0) return;
  console.error(
    `These parts cannot be loaded on ${process.platform}-${process.arch}:\n${missing.join('\n')}`,
  );
  console.error('Delete node_modules and run npm ci on this very machine, without --omit=optional.');
}
