// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import { compiledDir, requireRightNode } from './right-node.mjs';

await requireRightNode(fileURLToPath(import.meta.url));
const { buildPagesWhenStale } = await import('./build-pages.mjs');
await buildPagesWhenStale();

// The tests start many servers and commands: none compiles what another has.
process.env.NODE_COMPILE_CACHE ??= compiledDir;

// As `vitest run` with whatever was asked for, e.g. npm test -- src/http
process.argv.splice(2, 0, 'run');
await import('../node_modules/vitest/vitest.mjs');
