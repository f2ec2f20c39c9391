// SPDX-License-Identifier: Apache-2.0
import type { BodySiteResponse, BodySitesResponse } from '@openderm/contract';
import { childrenOf } from '../catalogue/body-site-ancestors.ts';
import type { BodySite } from '../catalogue/body-sites.ts';
import { toWireNames } from './wire-names.ts';

/** All body sites as the reference's helper endpoint prints them, with what we add. */
export function toBodySiteList(bodySites: readonly BodySite[]): BodySitesResponse {
  return bodySites.map((site) => toBodySite(site, bodySites));
}

function toBodySite(site: BodySite, bodySites: readonly BodySite[]): BodySiteResponse {
  const { code, names, furtherNames, parent, kind, laterality, acceptedAsInput } = site;
  return {
    code,
    name: { ...toWireNames(names), ...furtherNames },
    parent,
    children: [...childrenOf(code, bodySites)],
    kind,
    laterality,
    acceptedAsInput,
  };
}
