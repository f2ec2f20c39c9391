// SPDX-License-Identifier: Apache-2.0
import type {
  CodeSystem,
  CodeSystemConcept,
  CodeSystemConceptProperty,
  CodeSystemProperty,
} from '@medplum/fhirtypes';
import type { Canonical } from './canonical.ts';
import { filled } from './fhir-text.ts';
import type { OwnConcept } from './own-concepts.ts';
import { toPublishedBase } from './published-base.ts';
import type { OwnCodeSystem } from './terminology.ts';

/** What the further facts of our concepts mean. */
const properties: Readonly<Record<string, Pick<CodeSystemProperty, 'uri' | 'type' | 'description'>>> = {
  category: { type: 'string', description: 'Chapter of the catalogue' },
  icd11: {
    type: 'string',
    description: 'ICD-11 MMS code; two with a comma where the classification needs two',
  },
  parent: {
    uri: 'http://hl7.org/fhir/concept-properties#parent',
    type: 'code',
    description: 'The site that this one is a part of',
  },
  laterality: { type: 'string', description: 'left or right' },
  acceptedAsInput: { type: 'boolean', description: 'A photograph can be of it; left out where not' },
  system: { type: 'string', description: 'Code of the scoring system' },
  mode: { type: 'string', description: 'local: one body site; global: the person or the whole body' },
  validated: { type: 'boolean', description: 'Left out for an index of our own that nobody has validated' },
};

export function toCodeSystem(
  system: OwnCodeSystem,
  canonical: Canonical,
): CodeSystem & { id: string; url: string } {
  const { id, concepts } = system;
  const used = new Set(concepts.flatMap(({ facts = {} }) => Object.keys(facts)));
  const known = Object.entries(properties).filter(([code]) => used.has(code));
  return {
    ...toPublishedBase('CodeSystem', system, canonical),
    description: `${system.title}, as reports of OpenDerm name them.`,
    caseSensitive: true,
    valueSet: canonical.of('ValueSet', id),
    content: 'complete',
    count: concepts.length,
    ...filled(
      'property',
      known.map(([code, facts]) => ({ code, ...facts })),
    ),
    concept: concepts.map(toConcept),
  };
}

function toConcept({ code, display, definition, names = {}, facts = {} }: OwnConcept): CodeSystemConcept {
  const designation = Object.entries(names).map(([language, value]) => ({ language, value }));
  return {
    code,
    display,
    ...(definition === undefined ? {} : { definition }),
    ...filled('designation', designation),
    ...filled('property', Object.entries(facts).map(toProperty)),
  };
}

function toProperty([code, value]: [string, string | true]): CodeSystemConceptProperty {
  if (value === true) return { code, valueBoolean: value };
  return properties[code]?.type === 'code' ? { code, valueCode: value } : { code, valueString: value };
}
