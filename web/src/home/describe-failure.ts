// SPDX-License-Identifier: Apache-2.0
import { OpenDermError, type OpenDermErrorCode } from '@openderm/sdk';
import type { Text } from '../language/text.ts';

const keys = {
  ERR_BAD_CREDENTIALS: 'failure.badCredentials',
  ERR_UNAUTHENTICATED: 'failure.unauthenticated',
  ERR_FORBIDDEN: 'failure.forbidden',
  ERR_NOT_FOUND: 'failure.notFound',
  ERR_TOO_LARGE: 'failure.tooLarge',
  ERR_WRONG_CONTENT_TYPE: 'failure.wrongContentType',
  ERR_INVALID_REQUEST: 'failure.invalid',
  ERR_TOO_MANY_REQUESTS: 'failure.tooManyRequests',
  ERR_UNAVAILABLE: 'failure.unavailable',
  ERR_SERVER: 'failure.server',
  ERR_UNEXPECTED_ANSWER: 'failure.unexpected',
  ERR_NETWORK: 'failure.network',
  ERR_ABORTED: 'failure.aborted',
} as const satisfies Record<OpenDermErrorCode, string>;

/** What went wrong, in words for the person at the screen. */
export function describeFailure(error: OpenDermError, { t }: Pick<Text, 't'>): string {
  const field = error.details.fields?.[0];
  const reason = field === undefined ? error.message : stripPrefix(field.msg);
  const photo = field?.loc.find((part) => typeof part === 'number');
  if (error.code === 'ERR_INVALID_REQUEST' && photo !== undefined)
    return t('failure.invalidPhoto', { number: photo + 1, reason });
  return t(keys[error.code], { reason });
}

/** What was thrown, as the client's own error; anything else is a fault of this page and is said to be unexpected. */
export function asOpenDermError(error: unknown): OpenDermError {
  if (error instanceof OpenDermError) return error;
  return new OpenDermError('ERR_UNEXPECTED_ANSWER', String(error), { cause: error });
}

function stripPrefix(message: string): string {
  return message.replace(/^Value error, /, '');
}
