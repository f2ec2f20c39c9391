// SPDX-License-Identifier: Apache-2.0
import type { ConceptMap, ConceptMapGroupElement, ConceptMapGroupElementTarget } from '@medplum/fhirtypes';
import type { Condition, Icd11Match } from '../../catalogue/catalogue.ts';
import { icd11Codings } from '../../catalogue/icd11-codings.ts';
import { icd11System, icd11Version } from './foreign-systems.ts';
import { toPublishedBase } from './published-base.ts';
import type { R4Sources } from './r4-context.ts';

type Equivalence = ConceptMapGroupElementTarget['equivalence'];

/** How a code of ICD-11 fits: broader ones are wider. @source https://hl7.org/fhir/R4/valueset-concept-map-equivalence.html */
const equivalences: Readonly<Record<Icd11Match, Equivalence>> = {
  exact: 'equivalent',
  broader: 'wider',
  residual: 'wider',
  unspecified: 'wider',
  combined: 'inexact',
};

/** Our conditions in ICD-11. */
export function toConditionMap({
  catalogue,
  canonical,
}: R4Sources): ConceptMap & { id: string; url: string } {
  const title = 'Conditions of the catalogue in ICD-11 MMS';
  return {
    ...toPublishedBase('ConceptMap', { id: 'condition-icd11', title }, canonical),
    description: `${title}, release ${icd11Version}.`,
    sourceUri: canonical.of('ValueSet', 'condition'),
    group: [
      {
        source: canonical.of('CodeSystem', 'condition'),
        sourceVersion: canonical.version,
        target: icd11System,
        targetVersion: icd11Version,
        element: catalogue.conditions.flatMap(toElement),
      },
    ],
  };
}

function toElement(condition: Condition): ConceptMapGroupElement[] {
  const { slug, text, icd11 } = condition;
  if (icd11 === null) return [];
  const equivalence = equivalences[icd11.match ?? 'exact'];
  const comment = equivalence === 'inexact' ? { comment: 'The codes apply together.' } : {};
  const target = icd11Codings(condition).map(({ code, title }) => ({
    code,
    display: title,
    equivalence,
    ...comment,
  }));
  return [{ code: slug, display: text, target }];
}
