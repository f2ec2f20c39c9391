// SPDX-License-Identifier: Apache-2.0
import type { FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { DeviceError } from '../errors.ts';
import { createFindProblems } from './body/find-problems.ts';
import type { ReceiveDocument } from './document-intake.ts';

/** The document of a request once it fits a schema. @throws DeviceError as `ReceiveDocument`, `invalidRequest` */
export function createReadDocument<Schema extends TSchema>(
  schema: Schema,
  receiveDocument: ReceiveDocument,
): (request: FastifyRequest) => Promise<Static<Schema>> {
  const findProblems = createFindProblems(schema);
  return async (request) => {
    const document = await receiveDocument(request);
    const problems = findProblems(document);
    if (problems.length > 0) throw new DeviceError('invalidRequest', { problems });
    return document as Static<Schema>;
  };
}
