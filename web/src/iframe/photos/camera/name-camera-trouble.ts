// SPDX-License-Identifier: Apache-2.0

export type CameraTrouble = 'denied' | 'missing' | 'busy' | 'other';

/** @source https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
const troubles: Readonly<Record<string, CameraTrouble>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** Why a camera did not start, as far as the browser says. */
export function nameCameraTrouble(error: unknown): CameraTrouble {
  const name = error instanceof Error ? error.name : '';
  return Object.hasOwn(troubles, name) ? (troubles[name] ?? 'other') : 'other';
}

/** Whether a page may ask for a camera at all: browsers offer none to pages without TLS. */
export function canAskForCamera(): boolean {
  return typeof navigator.mediaDevices?.getUserMedia === 'function';
}
