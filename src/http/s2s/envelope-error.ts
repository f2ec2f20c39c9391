// SPDX-License-Identifier: Apache-2.0
import type { FailureEnvelope } from '@openderm/contract';
import { type DeviceError, errorTable } from '../../errors.ts';
import { toDeviceErrorResponse } from '../error-response.ts';

/** A refusal as the server-to-server routes print it. */
export interface EnvelopeRefusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: FailureEnvelope;
}

/** Faults that the message names one by one: more do not help whoever has to mend them. */
const mostNamed = 10;

/** A refusal in the envelope of these routes: the code to switch on, the faults in words. */
export function toEnvelopeError(error: DeviceError): EnvelopeRefusal {
  const { status, headers, body } = toDeviceErrorResponse(error);
  const faults = 'detail' in body && typeof body.detail !== 'string' ? body.detail : [];
  const named = faults.slice(0, mostNamed).map(({ loc, msg }) => `${loc.join('.')}: ${plain(msg)}`);
  const message = [errorTable[error.code].message, named.join('; ')].filter((part) => part !== '').join(' ');
  const asked = status === 401 ? { 'www-authenticate': 'X-API-TOKEN' } : {};
  return {
    status,
    headers: { ...headers, ...asked },
    body: { success: false, message, data: null, errorCode: error.code },
  };
}

/** The form of the device API's messages says nothing here. */
function plain(message: string): string {
  return message.replace(/^Value error, /, '');
}

/** Whether a path belongs to the server-to-server routes. */
export function isServerToServer(url: string): boolean {
  return /^\/s2s(-api)?(\/|\?|$)/.test(url);
}

/** Both spellings of the address, with what tells their operations apart. @source the compatible API uses both */
export const prefixes = [
  { prefix: '/s2s-api/v3', suffix: '' },
  { prefix: '/s2s/v3', suffix: 'Alias' },
] as const;
