// SPDX-License-Identifier: Apache-2.0
import { useText } from '../language/text.ts';
import { useFocusOnShow } from '../page/use-focus-on-show.ts';
import { bodyBytes, type PhotoLimits, type PhotoProblem } from './check-photos.ts';
import { PhotoDrop } from './photo-drop.tsx';
import { PhotoList } from './photo-list.tsx';
import type { Photos } from './use-photos.ts';

export interface ChoosingProps {
  readonly photos: Photos;
  readonly limits: PhotoLimits | undefined;
  readonly onStart: () => void;
}

/** Choose photographs, see them, send them. */
export function Choosing({ photos, limits, onStart }: ChoosingProps) {
  const { t } = useText();
  const heading = useFocusOnShow<HTMLHeadingElement>();
  const count = photos.chosen.length;
  const isTooLarge =
    limits !== undefined && bodyBytes(photos.chosen.map(({ file }) => file)) > limits.bodyBytes;
  return (
    <>
      <section class="stack choosing">
        <h1 ref={heading} tabIndex={-1}>
          {t('choose.heading')}
        </h1>
        <p class="lead">{t('choose.lead')}</p>
        <PhotoDrop limits={limits} onFiles={photos.add} />
        <Problems problems={photos.problems} limits={limits} />
        <PhotoList photos={photos} />
        <p class="unseen" role="status">
          {count > 0 && t('choose.added', { count })}
        </p>
        {count > 0 && (
          <button type="button" class="button primary large" disabled={isTooLarge} onClick={onStart}>
            {t('choose.analyse', { count })}
          </button>
        )}
      </section>
      <Tips />
    </>
  );
}

interface ProblemsProps {
  readonly problems: readonly PhotoProblem[];
  readonly limits: PhotoLimits | undefined;
}

function Problems({ problems, limits }: ProblemsProps) {
  const { t, size } = useText();
  const describe = (problem: PhotoProblem) => {
    if (problem.kind === 'wrongType') return t('choose.wrongType', { name: problem.name });
    if (problem.kind === 'tooMany') return t('choose.tooMany', { images: limits?.images ?? 0 });
    if (problem.kind === 'tooLargeTogether') return t('choose.tooLargeTogether');
    const limit = size(limits?.imageBytes ?? 0);
    return t('choose.tooLarge', { name: problem.name, size: size(problem.sizeBytes), limit });
  };
  return (
    <div role="alert" class="stack">
      {problems.map((problem) => (
        <p class="note grave" key={JSON.stringify(problem)}>
          {describe(problem)}
        </p>
      ))}
    </div>
  );
}

function Tips() {
  const { t } = useText();
  return (
    <aside class="tips stack">
      <h2>{t('choose.tipsHeading')}</h2>
      <ul class="stack">
        <li>{t('choose.tip1')}</li>
        <li>{t('choose.tip2')}</li>
        <li>{t('choose.tip3')}</li>
        <li>{t('choose.tip4')}</li>
      </ul>
    </aside>
  );
}
