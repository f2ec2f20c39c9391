// SPDX-License-Identifier: Apache-2.0
import { OpenDermError, type OpenDermErrorCode, type RefusedField } from './openderm-error.ts';
import type { HttpAnswer } from './send-request.ts';

const codeByStatus: Readonly<Record<number, OpenDermErrorCode>> = {
  401: 'ERR_UNAUTHENTICATED',
  403: 'ERR_FORBIDDEN',
  404: 'ERR_NOT_FOUND',
  413: 'ERR_TOO_LARGE',
  415: 'ERR_WRONG_CONTENT_TYPE',
  422: 'ERR_INVALID_REQUEST',
  429: 'ERR_TOO_MANY_REQUESTS',
  503: 'ERR_UNAVAILABLE',
};

/** The failure an HTTP answer outside 200-299 stands for, with what the device said about it. */
export function toError(answer: HttpAnswer, code?: OpenDermErrorCode): OpenDermError {
  const body = parseObject(answer.text);
  const deviceCode = readText(body['code']) ?? readText(body['errorCode']);
  const fields = readFields(body['detail']);
  const retryAfterS = readSeconds(answer.retryAfter);
  return new OpenDermError(code ?? codeOf(answer.status), messageOf(answer.status, body, fields), {
    details: {
      status: answer.status,
      ...(deviceCode === undefined ? {} : { deviceCode }),
      ...(fields.length === 0 ? {} : { fields }),
      ...(retryAfterS === undefined ? {} : { retryAfterS }),
    },
  });
}

/** Reads the answer's JSON. @throws OpenDermError `ERR_UNEXPECTED_ANSWER` when something else speaks here, e.g. a proxy */
export function parseAnswer(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(answer.text) as unknown;
  } catch (cause) {
    const message = `Expected JSON from the device, received ${answer.text.length} characters of something else`;
    throw new OpenDermError('ERR_UNEXPECTED_ANSWER', message, { details: { status: answer.status }, cause });
  }
}

function codeOf(status: number): OpenDermErrorCode {
  const known = codeByStatus[status];
  if (known !== undefined) return known;
  if (status >= 500) return 'ERR_SERVER';
  return status >= 400 ? 'ERR_INVALID_REQUEST' : 'ERR_UNEXPECTED_ANSWER';
}

function messageOf(status: number, body: Record<string, unknown>, fields: readonly RefusedField[]): string {
  const first = fields[0];
  if (first !== undefined) return `${first.msg} (${first.loc.join('.')})`;
  return readText(body['detail']) ?? readText(body['title']) ?? `The device answered with status ${status}`;
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value = JSON.parse(text) as unknown;
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function readFields(detail: unknown): readonly RefusedField[] {
  return Array.isArray(detail) ? detail.filter(isRefusedField) : [];
}

function isRefusedField(value: unknown): value is RefusedField {
  return isObject(value) && typeof value['msg'] === 'string' && Array.isArray(value['loc']);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function readSeconds(header: string | null): number | undefined {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
