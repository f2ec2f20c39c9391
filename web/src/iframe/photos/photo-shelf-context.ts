// SPDX-License-Identifier: Apache-2.0
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { PictureDesk } from './look/picture-desk.ts';
import type { PhotoShelf } from './photo-shelf.ts';

const missing = (): never => {
  throw new Error('photographs need a PhotoShelfProvider around it');
};

export const PhotoShelfContext = createContext<PhotoShelf | undefined>(undefined);

/** The shelf; the caller is drawn anew whenever something on it changes. */
export function usePhotoShelf(): PhotoShelf {
  const shelf = useContext(PhotoShelfContext) ?? missing();
  const [, redraw] = useState(0);
  useEffect(() => shelf.subscribe(() => redraw((count) => count + 1)), [shelf]);
  return shelf;
}

export const PictureDeskContext = createContext<PictureDesk | undefined>(undefined);

export function usePictureDesk(): PictureDesk {
  return useContext(PictureDeskContext) ?? missing();
}
