// SPDX-License-Identifier: Apache-2.0
import type { ShelfPhoto } from './shelf-photo.ts';

export type ShelfPhotos = readonly ShelfPhoto[];

export function withChange(photos: ShelfPhotos, id: string, change: Partial<ShelfPhoto>): ShelfPhotos {
  return photos.map((photo) => (photo.id === id ? { ...photo, ...change } : photo));
}

/** The new ones where the replaced one is, else at the end. */
export function withAdded(
  photos: ShelfPhotos,
  added: ShelfPhotos,
  replacedId: string | undefined,
): ShelfPhotos {
  const at = photos.findIndex(({ id }) => id === replacedId);
  return at < 0 ? [...photos, ...added] : photos.toSpliced(at, 0, ...added);
}

/** One place up or down among those of its role; at the end of the row nothing happens. */
export function withMoved(photos: ShelfPhotos, id: string, by: -1 | 1): ShelfPhotos {
  const moved = photos.find((photo) => photo.id === id);
  const row = photos.filter(({ role }) => role === moved?.role);
  const neighbour = moved && row[row.indexOf(moved) + by];
  if (moved === undefined || neighbour === undefined) return photos;
  return photos.map((photo) => {
    if (photo === moved) return neighbour;
    return photo === neighbour ? moved : photo;
  });
}

/** Whether the server has those that both know in another order. */
export function isOrderedOtherwise(photos: ShelfPhotos, known: readonly { readonly id: string }[]): boolean {
  const here = photos.map(({ id }) => id).filter((id) => known.some((each) => each.id === id));
  const there = known.map(({ id }) => id).filter((id) => here.includes(id));
  return here.some((id, index) => id !== there[index]);
}
