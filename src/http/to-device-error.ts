// SPDX-License-Identifier: Apache-2.0
import { DeviceError, type ErrorCode } from '../errors.ts';
import { type SchemaFault, toFieldProblems } from './body/to-field-problems.ts';

/** What the framework throws before a route's own code runs. */
interface FrameworkError extends Error {
  readonly code?: string;
  readonly statusCode?: number;
  readonly validation?: readonly SchemaFault[];
  readonly validationContext?: string;
}

const codesByFrameworkCode: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrongContentType',
  FST_ERR_CTP_BODY_TOO_LARGE: 'bodyTooLarge',
  // In the middle of its body.
  ECONNRESET: 'clientGone',
  ERR_STREAM_PREMATURE_CLOSE: 'clientGone',
};

const bases: Readonly<Record<string, string>> = { querystring: 'query', params: 'path', headers: 'header' };

/** Any failure as one of ours; a bug becomes `internal` with its cause. */
export function toDeviceError(error: unknown): DeviceError {
  if (error instanceof DeviceError) return error;
  const failure = error as FrameworkError;
  if (failure.validation !== undefined) {
    const base = bases[failure.validationContext ?? ''] ?? 'body';
    return new DeviceError('invalidRequest', { problems: toFieldProblems(failure.validation, base) });
  }
  const code = codesByFrameworkCode[failure.code ?? ''] ?? codeOfStatus(failure.statusCode);
  return new DeviceError(code, {}, error);
}

function codeOfStatus(status: number | undefined): ErrorCode {
  if (status === 404) return 'notFound';
  return status !== undefined && status >= 400 && status < 500 ? 'invalidRequest' : 'internal';
}
