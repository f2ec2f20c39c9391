// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { DeviceError, type ErrorCode, errorTable } from '../errors.ts';
import { toDeviceErrorResponse, toProblemResponse } from './error-response.ts';
import { toDeviceError } from './to-device-error.ts';

const codes = Object.keys(errorTable) as ErrorCode[];

describe('a refusal', () => {
  it.each(codes)('%s has its status, our words and nothing of the cause', (code) => {
    const error = new DeviceError(code, {}, new Error('a secret of the house'));
    for (const { status, body } of [toDeviceErrorResponse(error), toProblemResponse(error)]) {
      expect(status).toBe(errorTable[code].status);
      expect(JSON.stringify(body)).toContain(errorTable[code].message);
      expect(JSON.stringify(body)).not.toContain('secret');
    }
  });

  it('of a missing token is the word for word answer of the reference, with the scheme', () => {
    const { body, headers } = toDeviceErrorResponse(new DeviceError('unauthenticated'));
    expect(body).toEqual({ detail: 'Not authenticated' });
    expect(headers['www-authenticate']).toBe('Bearer');
  });

  it.each(['queueFull', 'tooManyLogins', 'bodyTooLarge'] as const)('says when to come back: %s', (code) => {
    expect(Number(toDeviceErrorResponse(new DeviceError(code)).headers['retry-after'])).toBeGreaterThan(0);
    const known = toDeviceErrorResponse(new DeviceError(code, { retryAfterS: 6.2 }));
    expect(known.headers['retry-after']).toBe('7');
  });

  it('says where, when a room behind the door only knew which image', () => {
    const problems = [
      { type: 'value_error', msg: 'Value error, Only base64 data is allowed', loc: [] } as const,
    ];
    const { body } = toDeviceErrorResponse(new DeviceError('invalidRequest', { problems, imageIndex: 3 }));
    const loc = ['body', 'payload', 3, 'contentAttachment', 'data'];
    expect(body).toEqual({ detail: [{ ...problems[0], loc }] });
  });

  it('names its code beside the entries where they do not say it', () => {
    const { body } = toDeviceErrorResponse(new DeviceError('damagedImage', { imageIndex: 0 }));
    expect(body).toMatchObject({ code: 'damagedImage', detail: [{ type: 'value_error' }] });
  });
});

describe('what was thrown', () => {
  it('stays what it is when it is ours', () => {
    const error = new DeviceError('queueFull');
    expect(toDeviceError(error)).toBe(error);
  });

  it.each([
    ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 415, 'wrongContentType'],
    ['FST_ERR_CTP_BODY_TOO_LARGE', 413, 'bodyTooLarge'],
    ['ECONNRESET', undefined, 'clientGone'],
    ['FST_ERR_BAD_URL', 400, 'invalidRequest'],
    ['SOMETHING_ELSE', undefined, 'internal'],
  ])('%s becomes one of ours', (code, statusCode, expected) => {
    expect(toDeviceError(Object.assign(new Error('x'), { code, statusCode })).code).toBe(expected);
  });

  it('becomes internal with its cause when it is a bug', () => {
    const bug = new TypeError('undefined is not a function');
    expect(toDeviceError(bug)).toMatchObject({ code: 'internal', cause: bug });
  });
});
