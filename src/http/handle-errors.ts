// SPDX-License-Identifier: Apache-2.0
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeviceError, type ErrorCode } from '../errors.ts';
import type { App } from './app.ts';
import { type ErrorResponse, toDeviceErrorResponse, toProblemResponse } from './error-response.ts';
import { type OutcomeRefusal, toOperationOutcome } from './fhir/operation-outcome.ts';
import { wantsFhir } from './fhir/wants-fhir.ts';
import { type EnvelopeRefusal, isServerToServer, toEnvelopeError } from './s2s/envelope-error.ts';
import { dataHeaders } from './security-headers.ts';
import { toDeviceError } from './to-device-error.ts';

/** Refusals whose reason lies behind the door: a database or a storage that does not answer, a disk that is full. */
const forOperator: ReadonlySet<ErrorCode> = new Set(['notReady', 'storageFull']);

/** Every refusal in the form of its part of the house; a bug is logged whole and answered without a word of it. */
export function handleErrors(app: App): void {
  app.setErrorHandler((error, request, reply) => {
    const failure = toDeviceError(error);
    if (failure.code === 'internal') request.log.error({ err: failure.cause ?? failure }, 'internal error');
    if (failure.code === 'clientGone') request.log.info(failure.message);
    // What the operator has to mend: the client reads no more of it than when to come back.
    if (forOperator.has(failure.code)) request.log.warn({ err: failure.cause ?? failure }, failure.message);
    return sendError(failure, request, reply);
  });
  app.setNotFoundHandler((request, reply) => {
    const allowed = findAllowedMethods(app, request);
    if (allowed.length === 0) return sendError(new DeviceError('notFound'), request, reply);
    return sendError(new DeviceError('methodNotAllowed'), request, reply.header('allow', allowed.join(', ')));
  });
}

/** For addresses that no route could read: nothing is there. No hook has run, so the usual headers are missing. */
export function refuseAddress(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendError(new DeviceError('notFound', {}, error), request, reply.headers(dataHeaders));
}

function sendError(error: DeviceError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const response = toResponse(error, request);
  return reply
    .code(response.status)
    .headers(response.headers)
    .serializer((body: unknown) => JSON.stringify(body))
    .send(response.body);
}

function toResponse(
  error: DeviceError,
  request: FastifyRequest,
): ErrorResponse | EnvelopeRefusal | OutcomeRefusal {
  const { url } = request;
  if (wantsFhir(request)) return toOperationOutcome(error);
  if (isServerToServer(url)) return toEnvelopeError(error);
  return isDeviceApi(url) ? toDeviceErrorResponse(error) : toProblemResponse(error);
}

function isDeviceApi(url: string): boolean {
  return /^\/v[12](\.0)?(\/|$)/.test(url);
}

function findAllowedMethods(app: App, request: FastifyRequest): readonly string[] {
  const url = request.url.split('?')[0] ?? '/';
  return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
    (method) => app.findRoute({ url, method }) !== null,
  );
}
