// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../words/iframe-text.ts';
import { type FigureView, listRegions } from './figure-regions.ts';
import { listDrawn } from './refinements.ts';

export interface BodyFigureProps {
  readonly view: FigureView;
  readonly chosen: string | null;
  readonly onChoose: (site: string) => void;
}

/** The drawn body. The list beside it says the same to those who do not point, so this is hidden from screen readers. */
export function BodyFigure({ view, chosen, onChoose }: BodyFigureProps) {
  const { w } = useWords();
  const drawing = usePointed(onChoose);
  const coloured = chosen === null ? [] : listDrawn(chosen);
  const [left, right] = view === 'front' ? (['right', 'left'] as const) : (['left', 'right'] as const);
  return (
    <figure class="figure" aria-hidden="true">
      <figcaption class="small soft">
        <strong>{w(`body.${view}`)}</strong>
        <span>{w(`body.${left}`)}</span>
        <span>{w(`body.${right}`)}</span>
      </figcaption>
      <svg ref={drawing} viewBox="8 4 184 452" focusable="false" aria-hidden="true">
        {listRegions(view).map(({ site, path, isMirrored }) => (
          <path
            key={site}
            d={path}
            data-site={site}
            class={coloured.includes(site) ? 'region chosen' : 'region'}
            {...(isMirrored ? { transform: 'matrix(-1 0 0 1 200 0)' } : {})}
          />
        ))}
      </svg>
    </figure>
  );
}

/** Listens on the drawing as a whole: its parts are no controls of their own, the list is the one for keyboards. */
function usePointed(onChoose: (site: string) => void) {
  const drawing = useRef<SVGSVGElement>(null);
  useEffect(() => {
    const svg = drawing.current;
    const point = ({ target }: Event) => {
      const site = target instanceof SVGElement ? target.dataset['site'] : undefined;
      if (site !== undefined) onChoose(site);
    };
    svg?.addEventListener('click', point);
    return () => svg?.removeEventListener('click', point);
  });
  return drawing;
}
