// SPDX-License-Identifier: Apache-2.0
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePictureDesk } from '../photo-shelf-context.ts';
import type { EarlyVerdict } from '../prepared-photo.ts';

/** Between two looks: soon enough to follow a hand, rarely enough to spare a phone. Our own convention. */
const lookEveryMs = 400;

export type Guidance = EarlyVerdict['reasons'][number] | 'good' | 'looking';

/**
 * What to change before the shutter is pressed, by the measures by which the photograph will be judged. A word is
 * said when two looks in a row agree on it, so that it can be read.
 */
export function useGuidance(video: RefObject<HTMLVideoElement | null>, isOn: boolean): Guidance {
  const desk = usePictureDesk();
  const [guidance, setGuidance] = useState<Guidance>('looking');
  useEffect(() => {
    if (!isOn) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: Guidance | undefined;
    let isOver = false;
    const look = async () => {
      const seen = await lookThrough(video.current, desk.look);
      if (isOver) return;
      if (seen !== undefined && seen === last) setGuidance(seen);
      last = seen;
      timer = setTimeout(look, lookEveryMs);
    };
    look();
    return () => {
      isOver = true;
      clearTimeout(timer);
      setGuidance('looking');
    };
  }, [desk, isOn]);
  return guidance;
}

async function lookThrough(
  video: HTMLVideoElement | null,
  look: (bitmap: ImageBitmap) => Promise<EarlyVerdict | undefined>,
): Promise<Guidance | undefined> {
  if (video === null || video.videoWidth === 0 || document.hidden) return undefined;
  const bitmap = await createImageBitmap(video).catch(() => undefined);
  const seen = bitmap && (await look(bitmap));
  return seen && (seen.reasons[0] ?? 'good');
}
