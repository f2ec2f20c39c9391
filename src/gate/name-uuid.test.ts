// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { nameUuid } from './name-uuid.ts';

describe('the UUID of a name', () => {
  it('is the same for the same name, and another for another', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `name ${index}`);
    expect(names.map(nameUuid)).toEqual(names.map(nameUuid));
    expect(new Set(names.map(nameUuid)).size).toBe(1000);
  });

  it('says that it is of version 8', () => {
    for (const name of ['', 'a', 'é', 'x'.repeat(10_000)])
      expect(nameUuid(name)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
