// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { useFocusOnShow } from '../../../page/use-focus-on-show.ts';
import { useFlow } from '../../flow-context.ts';
import { type IframeKey, useWords } from '../../words/iframe-text.ts';
import type { CameraTrouble } from './name-camera-trouble.ts';
import { takePicture } from './take-picture.ts';
import { type Camera, useCamera } from './use-camera.ts';
import { type Guidance, useGuidance } from './use-guidance.ts';

export interface CameraPanelProps {
  readonly onPhoto: (photo: Blob) => void;
  readonly onClose: () => void;
  /** It does not start. */
  readonly onTrouble: (trouble: CameraTrouble) => void;
}

/** The camera inside the page: what to change is said while it is held, and the photograph is seen before it is used. */
export function CameraPanel({ onPhoto, onClose, onTrouble }: CameraPanelProps) {
  const { w } = useWords();
  const camera = useCamera();
  const [taken, setTaken] = useState<Blob>();
  const { state } = camera;
  useEffect(() => {
    if (state !== 'starting' && state !== 'running') onTrouble(state);
  }, [state]);
  const take = async () => {
    if (camera.video.current !== null) setTaken(await takePicture(camera.video.current));
  };
  return (
    <section class="camera" aria-labelledby="camera-heading">
      <h2 id="camera-heading">{w('photos.camera.heading')}</h2>
      <Finder camera={camera} isHidden={taken !== undefined} />
      {taken === undefined ? (
        <div class="camera-ways">
          <button
            type="button"
            class="button primary"
            data-testid="shutter"
            disabled={state !== 'running'}
            onClick={take}
          >
            {w('photos.camera.take')}
          </button>
          {camera.turn && (
            <button type="button" class="button" onClick={camera.turn}>
              {w('photos.camera.turn')}
            </button>
          )}
          <button type="button" class="button" onClick={onClose}>
            {w('photos.camera.close')}
          </button>
        </div>
      ) : (
        <Taken photo={taken} onUse={() => onPhoto(taken)} onAgain={() => setTaken(undefined)} />
      )}
    </section>
  );
}

interface FinderProps {
  readonly camera: Camera;
  readonly isHidden: boolean;
}

/** What the camera sees, a frame to aim with, and a word about what to change. */
function Finder({ camera: { video, state }, isHidden }: FinderProps) {
  const { w } = useWords();
  const { concern } = useFlow().draft.answers;
  const isRunning = state === 'running';
  const guidance = useGuidance(video, isRunning && !isHidden);
  return (
    <div class="finder" hidden={isHidden}>
      <video ref={video} playsInline muted aria-label={w('photos.camera.heading')} />
      <span class={concern === 'spot' ? 'aim spot' : 'aim'} aria-hidden="true" />
      <p class={guidance === 'good' ? 'hint good' : 'hint'} role="status">
        {w(isRunning ? keyOf(guidance) : 'photos.camera.starting')}
      </p>
    </div>
  );
}

function keyOf(guidance: Guidance): IframeKey {
  if (guidance === 'good' || guidance === 'looking') return `photos.camera.${guidance}`;
  return guidance === 'notSkin' ? 'photos.camera.looking' : `photos.camera.hints.${guidance}`;
}

interface TakenProps {
  readonly photo: Blob;
  readonly onUse: () => void;
  readonly onAgain: () => void;
}

function Taken({ photo, onUse, onAgain }: TakenProps) {
  const { w } = useWords();
  const [address, setAddress] = useState<string>();
  const first = useFocusOnShow<HTMLButtonElement>();
  useEffect(() => {
    const made = URL.createObjectURL(photo);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return (
    <>
      <div class="finder">{address && <img src={address} alt={w('photos.camera.preview')} />}</div>
      <div class="camera-ways">
        <button ref={first} type="button" class="button primary" data-testid="use-photo" onClick={onUse}>
          {w('photos.camera.use')}
        </button>
        <button type="button" class="button" onClick={onAgain}>
          {w('photos.camera.again')}
        </button>
      </div>
    </>
  );
}
