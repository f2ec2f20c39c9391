// SPDX-License-Identifier: Apache-2.0
import type { BodySitesResponse } from '@openderm/contract';
import type { BodySite } from '../catalogue/body-sites.ts';
import { toWireNames } from './wire-names.ts';

/** All body sites as the reference's helper endpoint prints them, with what we add. */
export function toBodySiteList(bodySites: readonly BodySite[]): BodySitesResponse {
  return bodySites.map(({ code, names, parent, acceptedAsInput }) => ({
    code,
    name: toWireNames(names),
    parent,
    acceptedAsInput,
  }));
}
