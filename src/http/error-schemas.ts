// SPDX-License-Identifier: Apache-2.0
import { DetailResponse, FailureEnvelope, FieldErrorsResponse, ProblemResponse } from '@openderm/contract';
import type { TSchema } from 'typebox';
import { type ErrorCode, errorTable } from '../errors.ts';

type ResponseSchemas = Readonly<Record<number, TSchema & { readonly description?: string }>>;

/** What a device route may refuse with, for its schema: one entry per status, saying which codes it stands for. */
export function toErrorSchemas(...codes: readonly ErrorCode[]): ResponseSchemas {
  return describe(codes, (status) => (status === 422 ? FieldErrorsResponse : DetailResponse));
}

/** The same for a route outside the device API. */
export function toProblemSchemas(...codes: readonly ErrorCode[]): ResponseSchemas {
  return describe(codes, () => ProblemResponse);
}

/** The same for a server-to-server route. */
export function toEnvelopeSchemas(...codes: readonly ErrorCode[]): ResponseSchemas {
  return describe(codes, () => FailureEnvelope);
}

function describe(codes: readonly ErrorCode[], schemaOf: (status: number) => TSchema): ResponseSchemas {
  const statuses = [...new Set(codes.map((code) => errorTable[code].status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const own = codes.filter((code) => errorTable[code].status === status);
      const description = own.map((code) => `\`${code}\`: ${errorTable[code].message}`).join(' ');
      return [status, { ...schemaOf(status), description }];
    }),
  );
}
