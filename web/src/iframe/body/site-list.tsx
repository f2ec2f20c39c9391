// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { foldText } from '../../language/fold-text.ts';
import { useWords } from '../words/iframe-text.ts';
import type { NamedSite } from './use-site-names.ts';

export interface SiteListProps {
  readonly sites: readonly NamedSite[];
  readonly chosen: string | null;
  readonly onChoose: (site: string) => void;
}

/** The same places as the drawing and more, to be found by their names: for keyboards, screen readers and small places. */
export function SiteList({ sites, chosen, onChoose }: SiteListProps) {
  const { w } = useWords();
  const [wanted, setWanted] = useState('');
  const found = sites.filter(({ name }) => foldText(name).includes(foldText(wanted)));
  return (
    <div class="site-list">
      <label class="field">
        <span>{w('body.search')}</span>
        <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      </label>
      <fieldset>
        <legend class="unseen">{w('body.heading')}</legend>
        {found.map(({ code, name }) => (
          <label key={code} class="site">
            <input
              type="radio"
              name="site"
              value={code}
              checked={code === chosen}
              onChange={() => onChoose(code)}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      {found.length === 0 && <p role="status">{w('body.none')}</p>}
    </div>
  );
}
