// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { BodyFigure } from '../body/body-figure.tsx';
import { listRefinements } from '../body/refinements.ts';
import { SiteList } from '../body/site-list.tsx';
import { type NamedSite, useSiteNames } from '../body/use-site-names.ts';
import { useFlow } from '../flow-context.ts';
import { useSave } from '../use-save.ts';
import { useWords } from '../words/iframe-text.ts';
import { StepFrame } from './step-frame.tsx';

/** Where on the body it is: tapped on a drawing, or found in a list. */
export function BodySiteStep() {
  const { draft } = useFlow();
  const { w } = useWords();
  const save = useSave();
  const sites = useSiteNames();
  const [isList, setList] = useState(false);
  const chosen = draft.answers.bodySite;
  const choose = (bodySite: string) => save({ bodySite });
  return (
    <StepFrame heading={w('body.heading')} isNextDisabled={chosen === null}>
      <p class="soft">{w('body.hint')}</p>
      <Chosen sites={sites ?? []} chosen={chosen} onChoose={choose} />
      {!isList && (
        <div class="figures">
          <BodyFigure view="front" chosen={chosen} onChoose={choose} />
          <BodyFigure view="back" chosen={chosen} onChoose={choose} />
        </div>
      )}
      <button type="button" class="button small" aria-expanded={isList} onClick={() => setList(!isList)}>
        {w(isList ? 'body.showFigure' : 'body.showList')}
      </button>
      {isList && sites && <SiteList sites={sites} chosen={chosen} onChoose={choose} />}
    </StepFrame>
  );
}

interface ChosenProps {
  readonly sites: readonly NamedSite[];
  readonly chosen: string | null;
  readonly onChoose: (site: string) => void;
}

/** What was chosen, in words, and what may be meant more exactly. */
function Chosen({ sites, chosen, onChoose }: ChosenProps) {
  const { w } = useWords();
  const name = sites.find(({ code }) => code === chosen)?.name;
  const near = chosen === null ? [] : listRefinements(chosen);
  return (
    <div class="chosen-site">
      <p role="status" aria-live="polite">
        {name === undefined ? w('body.nothing') : w('body.chosen', { name })}
      </p>
      {near.length > 0 && (
        <fieldset class="refine">
          <legend class="small soft">{w('body.exactly')}</legend>
          {near.map((code) => (
            <label key={code}>
              <input
                type="radio"
                name="refinement"
                checked={code === chosen}
                onChange={() => onChoose(code)}
              />
              <span>{sites.find((each) => each.code === code)?.name ?? code}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
