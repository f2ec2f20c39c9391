// SPDX-License-Identifier: Apache-2.0
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FindPageCompany } from '../../device/drafts/find-page-company.ts';
import type { Company } from '../../record/company.ts';
import type { App } from '../app.ts';
import { pageHeaders } from '../security-headers.ts';

export interface IframePageDependencies {
  readonly findPageCompany: FindPageCompany;
}

/** Every answer is for one key, and none outlives it. */
const unkept = { 'cache-control': 'no-store' };

/** The page that companies show inside their own; `reply.sendFile` must know the folder of the built pages. */
export function routeIframePage(app: App, { findPageCompany }: IframePageDependencies): void {
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const company = await findPageCompany(request.query as Readonly<Record<string, unknown>>);
    const [file, headers] =
      company === undefined ? ['iframe-inert.html', inertHeaders] : ['iframe.html', toFramedHeaders(company)];
    reply.removeHeader('x-frame-options');
    return reply.headers({ ...headers, ...unkept }).sendFile(file, { cacheControl: false });
  };
  app.get('/iframe', { schema: { hide: true }, handler });
}

/** The page may be framed by the company's own pages. */
function toFramedHeaders({ allowedOrigins }: Company): Readonly<Record<string, string>> {
  const ancestors = allowedOrigins.length === 0 ? "'none'" : allowedOrigins.join(' ');
  return withAncestors(pageHeaders, ancestors);
}

/** Anybody may frame it: it shows nothing, and says that the key opens nothing. */
const inertHeaders = withAncestors(
  {
    ...pageHeaders,
    'content-security-policy':
      "default-src 'none'; script-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  },
  '*',
);

/** The older header knows no list of origins: the newer one speaks alone. */
function withAncestors(
  { 'x-frame-options': _, ...headers }: Readonly<Record<string, string>>,
  ancestors: string,
): Readonly<Record<string, string>> {
  const policy = headers['content-security-policy'] ?? '';
  return {
    ...headers,
    'content-security-policy': policy.replace("frame-ancestors 'none'", `frame-ancestors ${ancestors}`),
  };
}
