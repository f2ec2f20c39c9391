// SPDX-License-Identifier: Apache-2.0
import type { ConditionResponse, ConditionsResponse } from '@openderm/contract';
import type { Catalogue, CatalogueLocale, Condition } from '../catalogue/catalogue.ts';
import { toConditionCode } from './conclusion.ts';

/** The reference keys its helper names by language and country. */
const wireLocales: Readonly<Record<CatalogueLocale, string>> = {
  en: 'en_GB',
  es: 'es_ES',
  fr: 'fr_FR',
  de: 'de_DE',
};

/** The whole catalogue as the helper endpoint prints it. */
export function toConditionList(catalogue: Catalogue): ConditionsResponse {
  return catalogue.conditions.map(toConditionEntry);
}

function toConditionEntry(condition: Condition): ConditionResponse {
  const { slug, names, synonyms, flags, priorTier, priorSource } = condition;
  const locales = Object.entries(wireLocales) as [CatalogueLocale, string][];
  return {
    slug,
    code: toConditionCode(condition),
    name: Object.fromEntries(locales.map(([locale, wireLocale]) => [wireLocale, names[locale]])),
    synonyms: [...synonyms],
    indicator: {
      pigmentedLesion: flags.pigmented,
      malignancy: flags.malignant,
      urgentReferral: flags.urgent,
      highPriorityReferral: flags.highPriority,
    },
    prior: { tier: priorTier, source: priorSource },
  };
}
