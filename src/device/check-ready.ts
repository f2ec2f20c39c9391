// SPDX-License-Identifier: Apache-2.0
import type { Store } from '../store/store.ts';
import type { ImageReader } from '../vision/image-reader.ts';

/** Resolves when database and worker processes answer. @throws Error with what does not */
export async function checkReady(store: Pick<Store, 'ping'>, reader: Pick<ImageReader, 'status'>) {
  await store.ping();
  if (reader.status().workers === 0) throw new Error('No worker process is alive');
}
