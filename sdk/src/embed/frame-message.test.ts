// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrameMessage } from './frame-message.ts';

const tell = (message: string, id: unknown, payload: unknown) => ({ message, id, payload });

test.each([
  tell('analysis_completed', 'an-id', null),
  tell('invalid_company_key', 'key', null),
  tell('invalid_company_key', null, null),
  tell('image_rejected', 'photo', ['hasEnoughQuality']),
  tell('openderm_ready', null, null),
  tell('openderm_step', null, 'photos'),
  tell('openderm_height', null, 0),
  tell('openderm_error', null, 'code'),
])('reads %j', (data) => {
  expect(readFrameMessage(data)).toBe(data);
});

test.each([
  tell('analysis_completed', null, null),
  tell('analysis_completed', '', null),
  tell('image_rejected', null, 'dark'),
  tell('openderm_step', null, 4),
  tell('openderm_height', null, Number.POSITIVE_INFINITY),
  tell('openderm_height', null, Number.NaN),
  tell('openderm_height', null, -1),
  tell('openderm_height', null, '10'),
  tell('openderm_error', null, null),
  tell('openderm_ready', 7, null),
  tell('toString', null, null),
  tell('__proto__', null, null),
])('reads nothing into %j', (data) => {
  expect(readFrameMessage(data)).toBeUndefined();
});

test('reads nothing into anything else, and never fails', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(readFrameMessage(data)).toBeUndefined();
    }),
  );
});
