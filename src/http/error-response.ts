// SPDX-License-Identifier: Apache-2.0
import type { DetailResponse, FieldErrorsResponse, ProblemResponse } from '@openderm/contract';
import { type DeviceError, type ErrorCode, errorTable, type FieldProblem } from '../errors.ts';

export interface ErrorResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: FieldErrorsResponse | DetailResponse | ProblemResponse;
}

/** A refusal as the device API prints it: the reference's form, with our stable code beside it. */
export function toDeviceErrorResponse(error: DeviceError): ErrorResponse {
  const { status, message } = errorTable[error.code];
  const headers = { 'content-type': 'application/json; charset=utf-8', ...toHeaders(error) };
  if (status === 422) return { status, headers, body: toFieldErrors(error) };
  // The reference's (FastAPI's) bodies for these carry nothing else.
  const isPlain = error.code === 'unauthenticated' || status === 404 || status === 405;
  return { status, headers, body: isPlain ? { detail: message } : { detail: message, code: error.code } };
}

/** A refusal outside the device API, as RFC 9457 wants it. */
export function toProblemResponse(error: DeviceError): ErrorResponse {
  const { status, message } = errorTable[error.code];
  const headers = { 'content-type': 'application/problem+json; charset=utf-8', ...toHeaders(error) };
  return { status, headers, body: { type: 'about:blank', title: message, status, code: error.code } };
}

/** Whoever comes back sooner meets the same queue. */
const retryAfterBusyS = 2;
const retryAfterLoginsS = 60;
/** The limit does not move by itself; an operator may raise it. */
const retryAfterTooLargeS = 3600;

const retryAfterSByStatus: Readonly<Record<number, number>> = {
  413: retryAfterTooLargeS,
  429: retryAfterLoginsS,
  503: retryAfterBusyS,
};

function toHeaders({ code, details }: DeviceError): Readonly<Record<string, string>> {
  const { status } = errorTable[code];
  const retryAfterS = details.retryAfterS ?? retryAfterSByStatus[status];
  return {
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...(status === 408 ? { connection: 'close' } : {}),
    ...(retryAfterS === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterS)) }),
  };
}

/** Codes whose entries already say everything. */
const unnamedCodes: ReadonlySet<ErrorCode> = new Set(['invalidRequest', 'malformedJson']);

function toFieldErrors(error: DeviceError): FieldErrorsResponse {
  const problems = error.details.problems ?? [{ type: 'value_error', msg: '', loc: [] } as const];
  const detail = problems.map(({ type, msg, loc }) => ({
    type,
    msg: msg === '' ? `Value error, ${error.message}` : msg,
    loc: [...locate(error, loc)],
  }));
  return unnamedCodes.has(error.code) ? { detail } : { detail, code: error.code };
}

/** Rooms behind the door know the number of an image, not where it stood in the body. */
function locate(error: DeviceError, loc: FieldProblem['loc']): FieldProblem['loc'] {
  if (loc.length > 0) return loc;
  const { imageIndex, imagePlace } = error.details;
  if (imagePlace !== undefined) return imagePlace;
  if (imageIndex !== undefined) return ['body', 'payload', imageIndex, 'contentAttachment', 'data'];
  return error.code === 'tooManyImages' ? ['body', 'payload'] : ['body'];
}
