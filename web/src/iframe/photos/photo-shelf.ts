// SPDX-License-Identifier: Apache-2.0
import type { PageDraft, PagePhoto } from '@openderm/contract';
import type { DraftClient } from '@openderm/sdk';
import type { PreparePhoto } from './prepared-photo.ts';
import { type ShelfPhotos, withAdded, withMoved } from './shelf-list.ts';
import { isUnderWay, toFresh, toShelfPhoto } from './shelf-photo.ts';
import { createShelfSending } from './shelf-sending.ts';
import { createShelfState, type ShelfState } from './shelf-state.ts';
import { createShelfWishes, type ShelfWishes } from './shelf-wishes.ts';
import type { OutageCall } from './through-outages.ts';

/** The photographs that somebody chose, each on its way to the server. It outlives the screen that shows it. */
export interface PhotoShelf {
  list(): ShelfPhotos;
  /** Whether anything is still on its way, be it only a wish to forget one. */
  isBusy(): boolean;
  /** @returns what ends it */
  subscribe(listener: () => void): () => void;
  add(files: readonly Blob[], role: PagePhoto['role'], replacedId?: string): void;
  move(id: string, by: -1 | 1): void;
  remove(id: string): void;
  /** Sends one again that `stopped`. */
  retry(id: string): void;
}

export interface PhotoShelfDependencies {
  readonly client: Pick<DraftClient, 'announcePhoto' | 'sendPiece' | 'removePhoto' | 'answer' | 'read'>;
  readonly prepare: PreparePhoto;
  readonly pause: OutageCall['pause'];
  readonly createId: () => string;
  /** Addresses of pictures in memory. */
  readonly previews: { create(bytes: Blob): string; revoke(address: string): void };
  readonly onDraft: (draft: PageDraft) => void;
  readonly onTrouble: (error: unknown) => void;
  /** Each verdict as it comes. */
  readonly onVerdict: (photo: PagePhoto) => void;
}

/** @param known what the server has already */
export function createPhotoShelf(
  dependencies: PhotoShelfDependencies,
  known: readonly PagePhoto[],
): PhotoShelf {
  const state = createShelfState(known.map(toShelfPhoto));
  const wishes = createShelfWishes(state, dependencies);
  const sending = createShelfSending({ state, wishes, dependencies });
  const remove = (id: string) => removePhoto(id, { state, wishes, dependencies });
  return {
    list: state.list,
    isBusy: () => wishes.isOpen() || state.list().some(isUnderWay),
    subscribe: state.subscribe,
    add(files, role, replacedId) {
      const added = files.map((file) => ({ id: dependencies.createId(), file }));
      const fresh = added.map(({ id, file }) => toFresh(id, role, dependencies.previews.create(file)));
      for (const { id, file } of added)
        state.outgoing.set(id, { abort: new AbortController(), bytes: file, hasBegun: false });
      state.show(withAdded(state.list(), fresh, replacedId));
      if (replacedId !== undefined && added.length > 0) remove(replacedId);
      for (const { id, file } of added) sending.prepare(id, file);
    },
    move(id, by) {
      const moved = withMoved(state.list(), id, by);
      if (moved === state.list()) return;
      state.show(moved);
      const photoOrder = moved.map((photo) => photo.id);
      wishes.make(() => dependencies.client.answer({ photoOrder }));
    },
    remove,
    retry(id) {
      state.change(id, { state: 'queued' });
      sending.send(id);
    },
  };
}

interface Removal {
  readonly state: ShelfState;
  readonly wishes: ShelfWishes;
  readonly dependencies: Pick<PhotoShelfDependencies, 'client' | 'previews'>;
}

function removePhoto(id: string, { state, wishes, dependencies }: Removal): void {
  const photo = state.find(id);
  if (photo === undefined) return;
  const out = state.outgoing.get(id);
  out?.abort.abort();
  state.outgoing.delete(id);
  if (photo.preview !== null) dependencies.previews.revoke(photo.preview);
  state.show(state.list().filter((each) => each.id !== id));
  // What a reload left is the server's.
  if (out?.hasBegun ?? true) wishes.make(() => dependencies.client.removePhoto(id));
}
