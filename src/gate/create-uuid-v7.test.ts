// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { createUuidV7 } from './create-uuid-v7.ts';

it('is a version 7 id of that millisecond', () => {
  // The time of RFC 9562's own example, A.6.
  const id = createUuidV7(0x017f22e279b0);
  expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('sorts by time and does not repeat', () => {
  const ids = Array.from({ length: 1000 }, (_, index) => createUuidV7(1_700_000_000_000 + index));
  expect(ids.toSorted()).toEqual(ids);
  const sameMs = new Set(Array.from({ length: 1000 }, () => createUuidV7(1_700_000_000_000)));
  expect(sameMs.size).toBe(1000);
});
