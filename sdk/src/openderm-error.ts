// SPDX-License-Identifier: Apache-2.0

/** Stable across versions: switch on these, never on `message`. */
export type OpenDermErrorCode =
  | 'ERR_BAD_CREDENTIALS'
  | 'ERR_UNAUTHENTICATED'
  | 'ERR_FORBIDDEN'
  | 'ERR_NOT_FOUND'
  | 'ERR_TOO_LARGE'
  | 'ERR_WRONG_CONTENT_TYPE'
  | 'ERR_INVALID_REQUEST'
  | 'ERR_TOO_MANY_REQUESTS'
  | 'ERR_UNAVAILABLE'
  | 'ERR_SERVER'
  | 'ERR_UNEXPECTED_ANSWER'
  | 'ERR_NETWORK'
  | 'ERR_ABORTED';

/** One field the device refused, as in the body of a 422. */
export interface RefusedField {
  readonly type: string;
  readonly msg: string;
  readonly loc: readonly (string | number)[];
}

export interface OpenDermErrorDetails {
  /** HTTP status; absent when no answer arrived. */
  readonly status?: number;
  /** The device's own code, e.g. `queueFull`, where it sent one. */
  readonly deviceCode?: string;
  /** For 422: one per offending field. */
  readonly fields?: readonly RefusedField[];
  /** For 429 and 503: seconds to wait before trying again, 0 or more. */
  readonly retryAfterS?: number;
}

/**
 * A call that brought no answer one can use.
 * @example
 * catch (error) {
 *   if (error instanceof OpenDermError && error.code === 'ERR_UNAVAILABLE') retryIn(error.details.retryAfterS ?? 5);
 * }
 */
export class OpenDermError extends Error {
  readonly code: OpenDermErrorCode;
  readonly details: OpenDermErrorDetails;

  constructor(code: OpenDermErrorCode, message: string, options: OpenDermErrorOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'OpenDermError';
    this.code = code;
    this.details = options.details ?? {};
  }
}

export interface OpenDermErrorOptions {
  readonly details?: OpenDermErrorDetails;
  readonly cause?: unknown;
}
