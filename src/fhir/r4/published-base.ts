// SPDX-License-Identifier: Apache-2.0
import type { Canonical, PublishedType } from './canonical.ts';

interface Named {
  readonly id: string;
  readonly title: string;
}

/** What everything that is published says of itself. */
export function toPublishedBase<Type extends PublishedType>(
  type: Type,
  { id, title }: Named,
  canonical: Canonical,
) {
  return {
    resourceType: type,
    id,
    url: canonical.of(type, id),
    version: canonical.version,
    name: toComputableName(id),
    title,
    status: 'active' as const,
    experimental: false,
    publisher: 'OpenDerm contributors',
  };
}

/** `body-site` as `BodySite`: a capital first, letters and digits. @source https://hl7.org/fhir/R4/codesystem.html, csd-0 */
function toComputableName(id: string): string {
  return id.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
