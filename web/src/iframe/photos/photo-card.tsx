// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { useFlow } from '../flow-context.ts';
import { useWords } from '../words/iframe-text.ts';
import { canAskForCamera } from './camera/name-camera-trouble.ts';
import { ChooseFiles } from './choose-files.tsx';
import { PhotoVerdict } from './photo-verdict.tsx';
import type { ShelfPhoto } from './shelf-photo.ts';

export interface PhotoActs {
  readonly onRemove: () => void;
  readonly onRetry: () => void;
  readonly onRetake: (files: readonly File[]) => void;
  /** Opens the camera inside the page instead, where the host wants that. */
  readonly onCamera: () => void;
  /** Absent where there is nothing to put in order. */
  readonly onMove?: (by: -1 | 1) => void;
}

export interface PhotoCardProps extends PhotoActs {
  readonly photo: ShelfPhoto;
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** A photograph, how far it is, and what can be done with it. */
export function PhotoCard(props: PhotoCardProps) {
  const { photo, name } = props;
  return (
    // The first look stands beside the verdict for whoever measures how well the one foresees the other.
    <li class="photo-card" data-state={photo.state} data-early={describeEarly(photo)}>
      <Picture preview={photo.preview} name={name} />
      <div class="photo-words">
        <h2>{name}</h2>
        <div aria-live="polite">
          <PhotoVerdict photo={photo} />
        </div>
        <Reduced photo={photo} />
      </div>
      <Acts {...props} />
    </li>
  );
}

function describeEarly({ early }: ShelfPhoto): string | undefined {
  return early === null ? undefined : [early.score, ...early.reasons].join(' ');
}

/** Words in its place after a reload, and where the browser cannot show it. */
function Picture({ preview, name }: Pick<ShelfPhoto, 'preview'> & { readonly name: string }) {
  const [broken, setBroken] = useState<string>();
  if (preview === null || broken === preview) return <span class="thumb none" aria-hidden="true" />;
  return <img class="thumb" src={preview} alt={name} onError={() => setBroken(preview)} />;
}

function Reduced({ photo: { reduced } }: Pick<PhotoCardProps, 'photo'>) {
  const { w, number } = useWords();
  if (reduced === null) return null;
  const size = (bytes: number) =>
    w('photos.size.bytes', { kilobytes: number(Math.max(1, Math.round(bytes / 1000))) });
  const values = { from: size(reduced.fromBytes), to: size(reduced.toBytes) };
  return <p class="small soft">{w('photos.size.reduced', values)}</p>;
}

function Acts({ photo, name, isFirst, isLast, ...acts }: PhotoCardProps) {
  const { w } = useWords();
  const { onMove } = acts;
  const isCameraFirst = useFlow().parameters.usesOwnCamera && canAskForCamera();
  const of = (act: string) => ({ 'aria-label': w('photos.act.of', { act, name }) });
  return (
    <div class="photo-acts">
      {onMove !== undefined && !(isFirst && isLast) && (
        <>
          <button
            type="button"
            class="button small icon up"
            {...of(w('photos.act.earlier'))}
            disabled={isFirst}
            onClick={() => onMove(-1)}
          />
          <button
            type="button"
            class="button small icon down"
            {...of(w('photos.act.later'))}
            disabled={isLast}
            onClick={() => onMove(1)}
          />
        </>
      )}
      {photo.state === 'stopped' && (
        <button type="button" class="button small" {...of(w('photos.act.retry'))} onClick={acts.onRetry}>
          {w('photos.act.retry')}
        </button>
      )}
      {isCameraFirst ? (
        <button type="button" class="button small" {...of(w('photos.act.retake'))} onClick={acts.onCamera}>
          {w('photos.act.retake')}
        </button>
      ) : (
        <ChooseFiles
          label={w('photos.act.retake')}
          name={w('photos.act.of', { act: w('photos.act.retake'), name })}
          onFiles={acts.onRetake}
        />
      )}
      <button type="button" class="button small" {...of(w('photos.act.remove'))} onClick={acts.onRemove}>
        {w('photos.act.remove')}
      </button>
    </div>
  );
}
