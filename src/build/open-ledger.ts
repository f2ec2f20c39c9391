// SPDX-License-Identifier: Apache-2.0
import manifest from '../../package.json' with { type: 'json' };
import type { Config } from '../config.ts';
import { createUuidV7 } from '../gate/create-uuid-v7.ts';
import { createPasswordHasher, type PasswordHasher } from '../gate/password-hash.ts';
import { createLogger } from '../http/create-logger.ts';
import { toOrigin } from '../http/listen.ts';
import type { MediaStore } from '../store/media/media-store.ts';
import { openMediaStore } from '../store/media/open-media-store.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';

/** Of the software; models and catalogue have versions of their own. */
export const softwareVersion = manifest.version;

/** The machine's own. */
export const clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now() };
/** UUIDv7. */
export const ids = { create: () => createUuidV7(clock.nowMs()) };

export interface Ledger {
  readonly store: Store;
  readonly media: MediaStore;
  readonly passwords: PasswordHasher;
  readonly clock: typeof clock;
  readonly ids: typeof ids;
  close(): Promise<void>;
}

/** Accounts and records, without models: for commands that work beside a running server. */
export async function buildLedger(config: Config, logger = createLogger(config)): Promise<Ledger> {
  const { dataDir, databaseUrl, storage } = config;
  const store = await openStore({ dataDir, databaseUrl: databaseUrl?.reveal(), log: logger });
  const media = await openMediaStore(storage);
  const close = async () => {
    media.close();
    await store.close();
  };
  return { store, media, passwords: createPasswordHasher(), clock, ids, close };
}

/** Where clients find this server. */
export function toPublicUrl({ publicUrl, host, port }: Config): string {
  return publicUrl ?? toOrigin(host, port);
}
