// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import type { FindLogo } from '../../device/drafts/find-logo.ts';
import type { Company } from '../../record/company.ts';
import type { App } from '../app.ts';
import { toProblemSchemas } from '../error-schemas.ts';

const path = '/iframe/api/companies/:companyId/logo';

/** The address of a company's logo, which changes with it; null where it has none. */
export function toLogoPath({ id, theme }: Pick<Company, 'id' | 'theme'>): string | null {
  if (theme.logo === null) return null;
  const version = createHash('sha256').update(theme.logo).digest('hex').slice(0, 16);
  return `${path.replace(':companyId', id)}?v=${version}`;
}

/** The sign above a company's pages. */
export function routeLogo(app: App, { findLogo }: { readonly findLogo: FindLogo }): void {
  app.get(path, {
    schema: {
      tags: ['Page'],
      operationId: 'companyLogo',
      summary: 'The logo of a company',
      params: Type.Object({ companyId: Type.String({ maxLength: 64 }) }),
      response: {
        200: {
          description: 'PNG, JPEG or WebP',
          content: { 'image/*': { schema: { type: 'string', format: 'binary' } } },
        },
        ...toProblemSchemas('notFound'),
      },
    },
    handler: async ({ params }, reply) => {
      const { contentType, bytes } = await findLogo(params.companyId);
      // The address changes with the picture.
      reply.header('cache-control', 'public, max-age=31536000, immutable');
      return sendPicture(reply.type(contentType) as FastifyReply, bytes);
    },
  });
}

function sendPicture(reply: FastifyReply, bytes: Uint8Array): FastifyReply {
  return reply.send(Buffer.from(bytes));
}
