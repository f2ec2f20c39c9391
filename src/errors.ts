// SPDX-License-Identifier: Apache-2.0

/** Every expected failure: stable code -> HTTP status and what the client reads. Codes are never reused. */
export const errorTable = {
  invalidRequest: { status: 422, message: 'The request is not valid.' },
  malformedJson: { status: 422, message: 'The body is not valid JSON.' },
  wrongContentType: { status: 415, message: 'The HTTP content type is not supported here.' },
  bodyTooLarge: { status: 413, message: 'The request body is over the limit.' },
  imageTooLarge: { status: 413, message: 'An image is over the limit.' },
  bodyTooSlow: { status: 408, message: 'The request body came too slowly.' },
  tooManyImages: { status: 422, message: 'There are too many images in the request.' },
  unsupportedImage: { status: 422, message: 'The bytes are not a JPEG, PNG, WebP or AVIF picture.' },
  damagedImage: { status: 422, message: 'The picture is damaged or truncated.' },
  imageTooManyPixels: { status: 422, message: 'The picture has too many pixels.' },
  unauthenticated: { status: 401, message: 'Not authenticated' },
  forbidden: { status: 403, message: 'This account may not do that.' },
  badCredentials: { status: 401, message: 'Incorrect username or password' },
  tooManyLogins: { status: 429, message: 'Too many login attempts.' },
  tooManyDrafts: { status: 429, message: 'Too much was begun from this address: wait a little.' },
  linkExpired: { status: 410, message: 'The link has expired: fetch the report again for a new one.' },
  unknownAppKey: { status: 403, message: 'The app key is unknown or has expired.' },
  draftGone: { status: 410, message: 'What was begun here has expired: begin again.' },
  draftDone: { status: 409, message: 'The report has been made: its photographs stay as they are.' },
  appKeyTaken: { status: 409, message: 'The app key has been registered before.' },
  idempotency_key_reused: {
    status: 422,
    message: 'The idempotency key has come with another request before.',
  },
  idempotency_key_in_flight: {
    status: 409,
    message: 'A request with this idempotency key is still being answered.',
  },
  notFound: { status: 404, message: 'Not Found' },
  methodNotAllowed: { status: 405, message: 'Method Not Allowed' },
  /** For the log alone: nobody is there to read it. @source nginx, ngx_http_request.h: NGX_HTTP_CLIENT_CLOSED_REQUEST */
  clientGone: { status: 499, message: 'The client left before its answer.' },
  queueFull: { status: 503, message: 'The device is busy.' },
  workerLost: { status: 503, message: 'The analysis was interrupted.' },
  workerTimeout: { status: 503, message: 'The analysis took too long.' },
  notReady: { status: 503, message: 'The device is not ready.' },
  storageFull: { status: 507, message: 'There is no space left to keep the answer, so none is given.' },
  internal: { status: 500, message: 'Internal Server Error' },
} as const;

export type ErrorCode = keyof typeof errorTable;

/** One entry of the reference API's 422 body. */
export interface FieldProblem {
  readonly type: 'missing' | 'value_error' | 'json_invalid' | 'type_error';
  readonly msg: string;
  readonly loc: readonly (string | number)[];
}

export interface DeviceErrorDetails {
  /** For 422: one per offending field. */
  readonly problems?: readonly FieldProblem[];
  /** For 429, 503 and 507. */
  readonly retryAfterS?: number;
  /** Which image of the request, from 0. */
  readonly imageIndex?: number;
  /** Which image of a request whose images are no list: what `addImage` returned for it. */
  readonly imageNumber?: number;
  /** Where that image stood in the body. */
  readonly imagePlace?: FieldProblem['loc'];
}

/**
 * An expected failure; switch on `code`, never on `message`.
 * @example if (error instanceof DeviceError && error.code === 'queueFull') retryAfter(error.details.retryAfterS)
 */
export class DeviceError extends Error {
  readonly code: ErrorCode;
  readonly details: DeviceErrorDetails;

  constructor(code: ErrorCode, details: DeviceErrorDetails = {}, cause?: unknown) {
    super(errorTable[code].message, cause === undefined ? {} : { cause });
    this.name = 'DeviceError';
    this.code = code;
    this.details = details;
  }
}
