// SPDX-License-Identifier: Apache-2.0
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type CameraTrouble, nameCameraTrouble } from './name-camera-trouble.ts';

export interface Camera {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly state: 'starting' | 'running' | CameraTrouble;
  /** To the one on the other side; undefined where there is only one. */
  readonly turn: (() => void) | undefined;
}

type Facing = 'environment' | 'user';

/** As fine as what is sent; cameras that are coarser give what they have. Our own convention. */
const wanted = { width: { ideal: 2048 }, height: { ideal: 1536 } };

/** The camera, on while the caller is shown; off, its light too, as soon as it is not. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [facing, setFacing] = useState<Facing>('environment');
  const [state, setState] = useState<Camera['state']>('starting');
  const [cameras, setCameras] = useState(1);
  useEffect(() => {
    const abort = new AbortController();
    setState('starting');
    show(facing, video, abort.signal).then(
      async () => {
        if (abort.signal.aborted) return;
        setState('running');
        setCameras(await countCameras());
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setState(nameCameraTrouble(error));
      },
    );
    return () => abort.abort();
  }, [facing]);
  const turn = () => setFacing(facing === 'user' ? 'environment' : 'user');
  return { video, state, turn: cameras > 1 ? turn : undefined };
}

async function show(
  facing: Facing,
  video: RefObject<HTMLVideoElement | null>,
  signal: AbortSignal,
): Promise<void> {
  const asked = { audio: false, video: { facingMode: { ideal: facing }, ...wanted } };
  const stream = await navigator.mediaDevices.getUserMedia(asked);
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  // Whoever left while the browser was still asking is not filmed.
  if (signal.aborted) return stop();
  signal.addEventListener('abort', stop);
  if (video.current === null) return;
  video.current.srcObject = stream;
  await video.current.play();
}

async function countCameras(): Promise<number> {
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return devices.filter(({ kind }) => kind === 'videoinput').length;
}
