// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Store } from '../store.ts';

/** What every secret store does; `openStore` opens the same database again and again. */
export function testSecretStore(openStore: () => Promise<Store>): void {
  describe('secrets', () => {
    it('are made once and are the same for everybody, also when all ask at once', async () => {
      const stores = [await openStore(), await openStore(), await openStore()];
      const name = randomUUID();
      const asked = stores.flatMap(({ secrets }) => [secrets.obtain(name, 32), secrets.obtain(name, 32)]);
      const [first, ...others] = await Promise.all(asked);
      expect(first).toBeInstanceOf(Uint8Array);
      expect(first).toHaveLength(32);
      for (const other of others) expect(other).toEqual(first);
    });

    it('differ by name', async () => {
      const { secrets } = await openStore();
      expect(await secrets.obtain(randomUUID(), 32)).not.toEqual(await secrets.obtain(randomUUID(), 32));
    });

    it('are never handed out shorter than was asked for', async () => {
      const { secrets } = await openStore();
      const name = randomUUID();
      await secrets.obtain(name, 16);
      await expect(secrets.obtain(name, 32)).rejects.toThrow('has 16 bytes, expected 32');
    });
  });
}
