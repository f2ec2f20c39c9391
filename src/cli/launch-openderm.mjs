#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Plain JavaScript: npm 10 does not put the Node that came along first, so an old one may be asked to start us.
import { fileURLToPath } from 'node:url';
import { requireRightNode } from '../../scripts/right-node.mjs';

await requireRightNode(fileURLToPath(import.meta.url));
await import('./openderm.ts');
