// SPDX-License-Identifier: Apache-2.0
import type { FastifyRequest } from 'fastify';

/** @source https://hl7.org/fhir/R4/http.html#mime-type */
export const fhirContentType = 'application/fhir+json; charset=utf-8';

/** Where published resources are, and everything that is answered in FHIR. */
export const fhirPrefix = '/fhir';

/** Whether a client that names no format asks for FHIR by its header. */
export function acceptsFhir({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  const types = (headers.accept ?? '').toLowerCase().split(',');
  return types.some(
    (type) => /^\s*application\/fhir\+json\s*(;|$)/.test(type) && !/;\s*q=0(\.0*)?\s*(;|$)/.test(type),
  );
}

/** Whether whoever reads the answer expects a FHIR resource, a refusal too. */
export function wantsFhir(request: Pick<FastifyRequest, 'headers' | 'method' | 'url'>): boolean {
  // As the router reads it: clients write addresses that are none, such as `//`.
  const [path = '', query] = request.url.split('?', 2);
  if (path === fhirPrefix || path.startsWith(`${fhirPrefix}/`)) return true;
  const isReport = /^\/s2s(-api)?\/v3\/anonymous-diagnostic-reports\/[^/]+$/.test(path);
  if (!isReport || !['GET', 'HEAD'].includes(request.method)) return false;
  const format = new URLSearchParams(query).get('format');
  return format === null ? acceptsFhir(request) : format === 'fhir-r4';
}
