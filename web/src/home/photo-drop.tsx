// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { useText } from '../language/text.ts';
import { acceptedTypes, type PhotoLimits } from './check-photos.ts';
import { useStrayFiles } from './use-stray-files.ts';

export interface PhotoDropProps {
  readonly limits: PhotoLimits | undefined;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where photographs come in: dropped, chosen, pasted, or taken with the camera of a phone. */
export function PhotoDrop({ limits, onFiles }: PhotoDropProps) {
  const { t } = useText();
  const [isOver, setOver] = useState(false);
  useStrayFiles(onFiles);
  return (
    <fieldset
      class={isOver ? 'drop over' : 'drop'}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={() => setOver(false)}
      aria-label={t('choose.heading')}
    >
      <p class="drop-words">
        <strong>{isOver ? t('choose.dropNow') : t('choose.drop')}</strong>
        <span class="soft">{t('choose.or')}</span>
      </p>
      <div class="row">
        <FileButton label={t('choose.browse')} isCamera={false} onFiles={onFiles} />
        <FileButton label={t('choose.camera')} isCamera={true} onFiles={onFiles} />
      </div>
      <LimitWords limits={limits} />
    </fieldset>
  );
}

interface FileButtonProps {
  readonly label: string;
  readonly isCamera: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

// The input itself stays focusable and is labelled by the button drawn around it.
function FileButton({ label, isCamera, onFiles }: FileButtonProps) {
  return (
    <label class={isCamera ? 'button file camera' : 'button primary file'}>
      {label}
      <input
        class="unseen"
        type="file"
        accept={acceptedTypes.join(',')}
        multiple={!isCamera}
        {...(isCamera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again after it was removed.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}

function LimitWords({ limits }: { readonly limits: PhotoLimits | undefined }) {
  const { t, size, number } = useText();
  if (limits === undefined) return null;
  const megapixels = number(limits.pixels / 1e6);
  return (
    <p class="small soft">
      {t('choose.limits', { images: limits.images, size: size(limits.imageBytes), megapixels })}
    </p>
  );
}
