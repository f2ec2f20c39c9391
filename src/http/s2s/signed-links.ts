// SPDX-License-Identifier: Apache-2.0
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CalledLink, ReadReport } from '../../device/read-report.ts';
import { linkPaths } from '../../device/report-links.ts';
import type { App } from '../app.ts';
import { toProblemSchemas } from '../error-schemas.ts';

export interface SignedLinkRoutes {
  readonly openMedia: ReadReport['openMedia'];
  /** The PDF behind a signed link. @throws DeviceError `notFound`, `linkExpired`, and 503s of the printing thread */
  printPdf(called: CalledLink): Promise<Uint8Array>;
}

/**
 * For what a link opens: whoever holds it may look at it, nobody may keep it, and no page of another site may show it.
 * @source security controls, section 2.3
 */
const linkHeaders = {
  'cache-control': 'private, no-store',
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-site',
  'x-content-type-options': 'nosniff',
} as const;

const common = {
  tags: ['Reports'],
  description: 'The address is made by the server and works for some minutes. An altered one is not found.',
};
const errors = toProblemSchemas('notFound', 'linkExpired', 'notReady');
const binary = { type: 'string', format: 'binary' };

/** Pictures and documents that a signed link opens; no key of anybody is in an address. */
export function routeSignedLinks(app: App, { openMedia, printPdf }: SignedLinkRoutes): void {
  app.get(`${linkPaths.media}/:picture`, {
    schema: {
      ...common,
      operationId: 'reportPicture',
      summary: 'A picture of a report',
      response: { 200: { description: 'JPEG', content: { 'image/jpeg': { schema: binary } } }, ...errors },
    },
    handler: async (request, reply) => {
      const { media, bytes } = await openMedia(toCalledLink(request));
      return sendBytes(reply.type(media.contentType), bytes);
    },
  });
  app.get(linkPaths.pdf, {
    schema: {
      ...common,
      operationId: 'reportPdf',
      summary: 'A report as PDF',
      response: {
        200: { description: 'PDF', content: { 'application/pdf': { schema: binary } } },
        ...errors,
        ...toProblemSchemas('queueFull', 'workerLost', 'workerTimeout', 'notReady'),
      },
    },
    handler: async (request, reply) => {
      const pdf = await printPdf(toCalledLink(request));
      const name = 'inline; filename="diagnostic-report.pdf"';
      return sendBytes(reply.type('application/pdf').header('content-disposition', name), pdf);
    },
  });
}

function toCalledLink({ url }: FastifyRequest): CalledLink {
  const at = url.indexOf('?');
  return at === -1 ? { path: url, query: '' } : { path: url.slice(0, at), query: url.slice(at + 1) };
}

function sendBytes(reply: FastifyReply, bytes: Uint8Array): FastifyReply {
  return reply.headers(linkHeaders).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
