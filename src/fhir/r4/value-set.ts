// SPDX-License-Identifier: Apache-2.0
import type { ValueSet } from '@medplum/fhirtypes';
import type { Canonical } from './canonical.ts';
import { toPublishedBase } from './published-base.ts';
import type { OwnCodeSystem } from './terminology.ts';

/** Everything of one of our code systems. */
export function toValueSet(
  system: OwnCodeSystem,
  canonical: Canonical,
): ValueSet & { id: string; url: string } {
  return {
    ...toPublishedBase('ValueSet', system, canonical),
    description: `${system.title}: every code.`,
    compose: { include: [{ system: canonical.of('CodeSystem', system.id) }] },
  };
}
