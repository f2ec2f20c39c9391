// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import { DeviceError } from '../errors.ts';
import type { App } from './app.ts';
import { type IframePageDependencies, routeIframePage } from './iframe/page.ts';
import { pageHeaders } from './security-headers.ts';

export interface PagesDependencies extends IframePageDependencies {
  /** What `npm run build` makes. */
  readonly pagesDir: string;
}

/** Names in assets/ carry a hash of their content. */
const assetCacheControl = 'public, max-age=31536000, immutable';
const pageCacheControl = 'no-cache';
const pages = {
  '/': 'index.html',
  '/docs': 'docs.html',
  '/docs/instructions': 'instructions.html',
  '/docs/scores': 'scores.html',
  '/admin': 'admin.html',
} as const;

/** The start page and the documentation, built by the web workspace; without them the API stands alone. */
export async function routePages(app: App, dependencies: PagesDependencies): Promise<void> {
  const { pagesDir } = dependencies;
  if (!existsSync(join(pagesDir, 'index.html'))) return routeAbsentPages(app);
  await app.register(fastifyStatic, {
    root: pagesDir,
    serve: true,
    wildcard: false,
    index: false,
    cacheControl: false,
    globIgnore: ['*.html'],
    schemaHide: true,
    setHeaders: (reply, path) => {
      // Who may frame these depends on the key in their address.
      if (basename(path).startsWith('iframe')) return;
      const isAsset = path.startsWith(join(pagesDir, 'assets'));
      reply.headers({ ...pageHeaders, 'cache-control': isAsset ? assetCacheControl : pageCacheControl });
    },
  });
  for (const [path, file] of Object.entries(pages)) {
    app.get(path, { schema: { hide: true }, handler: (_request, reply) => reply.sendFile(file) });
  }
  routeIframePage(app, dependencies);
}

function routeAbsentPages(app: App): void {
  for (const path of Object.keys(pages)) {
    app.get(path, {
      schema: { hide: true },
      handler: (): FastifyReply => {
        throw new DeviceError('notFound', {}, 'The pages have not been built: npm run build');
      },
    });
  }
}
