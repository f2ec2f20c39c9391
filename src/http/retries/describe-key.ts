// SPDX-License-Identifier: Apache-2.0
import type { FastifySchema, RouteOptions } from 'fastify';
import Type from 'typebox';
import { type ErrorCode, errorTable } from '../../errors.ts';

/** How refusals of a route stand in its schema. */
export type ToSchemas = (...codes: readonly ErrorCode[]) => Readonly<Record<number, object>>;

const headers = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 255,
      description:
        'A word of your own for this piece of work, e.g. a UUID. Sent again with the same body within 24 hours it is answered the same, with `Idempotent-Replayed: true`, and nothing is done twice.',
    }),
  ),
});

/** Adds the key, and what is refused because of it, to the schema of a route. */
export function describeKey(route: RouteOptions, toSchemas: ToSchemas): void {
  const { response, ...schema }: FastifySchema = route.schema ?? {};
  const refusals = { ...toSchemas('idempotency_key_in_flight'), ...toSchemas('idempotency_key_reused') };
  const known = { ...(response as Readonly<Record<number, { readonly description?: string }>> | undefined) };
  const reused = `\`idempotency_key_reused\`: ${errorTable.idempotency_key_reused.message}`;
  const description = [known[422]?.description, reused].filter(Boolean).join(' ');
  const unprocessable = { ...refusals[422], ...known[422], description };
  route.schema = { ...schema, headers, response: { ...refusals, ...known, 422: unprocessable } };
}
