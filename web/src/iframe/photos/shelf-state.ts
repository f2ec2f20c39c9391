// SPDX-License-Identifier: Apache-2.0
import { type ShelfPhotos, withChange } from './shelf-list.ts';
import type { ShelfPhoto } from './shelf-photo.ts';

/** Bytes on their way; aborted when nobody wants them any longer. */
export interface Outgoing {
  readonly abort: AbortController;
  bytes: Blob;
  /** From then on the server may have heard of it. */
  hasBegun: boolean;
}

/** What is on the shelf now, and who wants to know. */
export interface ShelfState {
  list(): ShelfPhotos;
  find(id: string): ShelfPhoto | undefined;
  show(photos: ShelfPhotos): void;
  change(id: string, to: Partial<ShelfPhoto>): void;
  subscribe(listener: () => void): () => void;
  readonly outgoing: Map<string, Outgoing>;
}

export function createShelfState(first: ShelfPhotos): ShelfState {
  const listeners = new Set<() => void>();
  let photos = first;
  const show = (changed: ShelfPhotos) => {
    photos = changed;
    for (const listener of listeners) listener();
  };
  return {
    list: () => photos,
    find: (id) => photos.find((photo) => photo.id === id),
    show,
    change: (id, to) => show(withChange(photos, id, to)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    outgoing: new Map(),
  };
}
