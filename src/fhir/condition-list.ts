// SPDX-License-Identifier: Apache-2.0
import type { ConditionResponse, ConditionsResponse } from '@openderm/contract';
import type { Catalogue, Condition } from '../catalogue/catalogue.ts';
import { toConditionCode } from './conclusion.ts';
import { toWireNames } from './wire-names.ts';

/** The whole catalogue as the helper endpoint prints it. */
export function toConditionList(catalogue: Catalogue): ConditionsResponse {
  return catalogue.conditions.map(toConditionEntry);
}

function toConditionEntry(condition: Condition): ConditionResponse {
  const { slug, names, synonyms, category, flags, priorTier, priorSource } = condition;
  return {
    slug,
    code: toConditionCode(condition),
    name: toWireNames(names),
    synonyms: [...synonyms],
    category,
    indicator: {
      pigmentedLesion: flags.pigmented,
      malignancy: flags.malignant,
      urgentReferral: flags.urgent,
      highPriorityReferral: flags.highPriority,
    },
    prior: { tier: priorTier, source: priorSource },
  };
}
