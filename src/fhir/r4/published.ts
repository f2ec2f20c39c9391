// SPDX-License-Identifier: Apache-2.0
import type {
  CapabilityStatement,
  CodeSystem,
  ConceptMap,
  Questionnaire,
  StructureDefinition,
  ValueSet,
} from '@medplum/fhirtypes';
import { toCapabilityStatement } from './capability-statement.ts';
import { toCodeSystem } from './code-system.ts';
import { toConditionMap } from './condition-map.ts';
import { toExtensionDefinitions } from './extension-definitions.ts';
import { toQuestionnaires } from './questionnaires.ts';
import type { R4Sources } from './r4-context.ts';
import { toValueSet } from './value-set.ts';

export type PublishedResource = (CodeSystem | ValueSet | ConceptMap | Questionnaire | StructureDefinition) & {
  readonly id: string;
  readonly url: string;
};

/** What reports refer to, for readers who want to know what a code means. */
export interface Published {
  readonly capabilities: CapabilityStatement;
  readonly resources: readonly PublishedResource[];
}

export function toPublished(sources: R4Sources): Published {
  const { terminology, canonical } = sources;
  return {
    capabilities: toCapabilityStatement(canonical),
    resources: [
      ...terminology.systems.map((system) => toCodeSystem(system, canonical)),
      ...terminology.systems.map((system) => toValueSet(system, canonical)),
      toConditionMap(sources),
      ...toQuestionnaires(sources),
      ...toExtensionDefinitions(canonical),
    ],
  };
}
