// SPDX-License-Identifier: Apache-2.0
import type { MediaStore } from '../store/media/media-store.ts';
import type { Store } from '../store/store.ts';
import type { ImageReader } from '../vision/image-reader.ts';

export interface ReadyDependencies {
  readonly store: Pick<Store, 'ping'>;
  readonly media: Pick<MediaStore, 'ping'>;
  readonly reader: Pick<ImageReader, 'status'>;
}

/** Resolves when database, storage and worker processes answer. @throws Error with what does not */
export async function checkReady({ store, media, reader }: ReadyDependencies): Promise<void> {
  await Promise.all([
    store.ping().catch(failedAs('The database does not answer')),
    media.ping().catch(failedAs('The storage of pictures does not answer')),
  ]);
  if (reader.status().workers === 0) throw new Error('No worker process is alive');
}

function failedAs(words: string): (error: unknown) => never {
  return (error) => {
    // The word of the driver is one step further down where the failure is one of ours.
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new Error(`${words}: ${reason instanceof Error ? reason.message : String(reason)}`, {
      cause: error,
    });
  };
}
