// SPDX-License-Identifier: Apache-2.0
import type { BodySitesResponse } from '@openderm/contract';
import { useEffect, useState } from 'preact/hooks';
import { useFlow } from '../flow-context.ts';
import { useTrouble } from '../trouble-context.ts';
import { useWords } from '../words/iframe-text.ts';
import { nameIn } from '../words/name-in.ts';

export interface NamedSite {
  readonly code: string;
  readonly name: string;
}

/** Every place that can be photographed, by its name in the reader's language; undefined until they are here. */
export function useSiteNames(): readonly NamedSite[] | undefined {
  const { client } = useFlow();
  const { language } = useWords();
  const onTrouble = useTrouble();
  const [sites, setSites] = useState<readonly NamedSite[]>();
  useEffect(() => {
    client.bodySites().then((answer) => setSites(nameSites(answer, language)), onTrouble);
  }, [client, language]);
  return sites;
}

function nameSites(sites: BodySitesResponse, language: string): readonly NamedSite[] {
  const open = sites.filter(({ acceptedAsInput }) => acceptedAsInput);
  const named = open.map(({ code, name }) => ({ code, name: nameIn(name, language) ?? code }));
  return named.toSorted((one, other) => one.name.localeCompare(other.name, language));
}
