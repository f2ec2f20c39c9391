// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import { DeviceError } from '../errors.ts';
import type { App } from './app.ts';
import { type IframePageDependencies, routeIframePage } from './iframe/page.ts';
import { embedHeaders, pageHeaders, playgroundHeaders } from './security-headers.ts';

export interface PagesDependencies extends IframePageDependencies {
  /** What `npm run build` makes. */
  readonly pagesDir: string;
}

/** Names in assets/ carry a hash of their content. */
const assetCacheControl = 'public, max-age=31536000, immutable';
const pageCacheControl = 'no-cache';
/** Its address stays while its content changes: a browser looks for a new one within the hour. @source our own convention */
const embedCacheControl = 'public, max-age=3600, stale-while-revalidate=86400';
const pages = {
  '/': 'index.html',
  '/docs': 'docs.html',
  '/docs/instructions': 'instructions.html',
  '/docs/scores': 'scores.html',
  '/admin': 'admin.html',
  '/playground': 'playground.html',
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
    // Compressed twins are made with the pages; they are no addresses of their own.
    globIgnore: ['*.html', '**/*.{br,gz}'],
    preCompressed: true,
    schemaHide: true,
    setHeaders: (reply, path) => {
      reply.headers(headersOf(relative(pagesDir, path).replaceAll('\\', '/')));
    },
  });
  for (const [path, file] of Object.entries(pages)) {
    app.get(path, { schema: { hide: true }, handler: (_request, reply) => reply.sendFile(file) });
  }
  routeIframePage(app, dependencies);
}

/** @param path inside the folder of the built pages */
function headersOf(path: string): Readonly<Record<string, string>> {
  // Who may frame these depends on the key in their address: their route says it.
  if (/^iframe[^/]*\.html$/.test(path)) return {};
  if (path.startsWith('embed/')) return { ...embedHeaders, 'cache-control': embedCacheControl };
  if (path.startsWith('assets/')) return { ...pageHeaders, 'cache-control': assetCacheControl };
  const headers = path === pages['/playground'] ? playgroundHeaders : pageHeaders;
  return { ...headers, 'cache-control': pageCacheControl };
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
