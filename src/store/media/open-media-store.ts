// SPDX-License-Identifier: Apache-2.0
import type { StoragePlace } from '../../record/storage-place.ts';
import { createMediaFolder } from './create-media-folder.ts';
import type { MediaStore } from './media-store.ts';

/** Pictures at a place. Nothing is asked of it yet: a place that is away for a while keeps no server from starting. */
export async function openMediaStore(place: StoragePlace): Promise<MediaStore> {
  if (place.kind === 'folder') return createMediaFolder(place.dir);
  // The library is loaded by those who use it.
  const [{ openBucket }, { createMediaBucket }] = await Promise.all([
    import('../open-bucket.ts'),
    import('./create-media-bucket.ts'),
  ]);
  return createMediaBucket(openBucket(place));
}
