// SPDX-License-Identifier: Apache-2.0
import type { FastifyRequest } from 'fastify';

/** Where everything about one company is. */
export const companyPath = '/v1/admin/companies/:companyId';

/** The company an address names; whether there is one is for the desk to say. */
export function companyIdOf(request: FastifyRequest): string {
  return partOf(request, 'companyId');
}

/** A named part of the address. */
export function partOf({ params }: FastifyRequest, name: string): string {
  return String((params as Readonly<Record<string, unknown>>)[name]);
}
