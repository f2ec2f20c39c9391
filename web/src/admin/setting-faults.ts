// SPDX-License-Identifier: Apache-2.0
import type { OpenDermError } from '@openderm/sdk';
import { plain } from './wish-failure.tsx';

/** What the device said of a setting: all of it that lies at or under the place, e.g. `allowedOrigins` or `theme.primary`. */
export type FaultsAt = (place: string) => readonly string[];

export function toFaultsAt(failure: OpenDermError | undefined): FaultsAt {
  const fields = (failure?.details.fields ?? []).map(({ loc, msg }) => ({
    place: loc.slice(1).join('.'),
    message: plain(msg),
  }));
  return (place) =>
    fields
      .filter((field) => field.place === place || field.place.startsWith(`${place}.`))
      .map(({ message }) => message);
}
