// SPDX-License-Identifier: Apache-2.0
import type { BodySite } from '../../catalogue/body-sites.ts';
import type { Catalogue, Condition } from '../../catalogue/catalogue.ts';
import { nameBodySite, nameCondition } from '../../catalogue/local-name.ts';
import type { OwnConcept } from './own-concepts.ts';

/** What stands for everything that the classifier was not taught. */
const other: OwnConcept = {
  code: 'other',
  display: 'Another condition',
  definition: 'A condition that the classifier was not taught.',
};

export function toConditionConcepts({ conditions }: Catalogue): readonly OwnConcept[] {
  return [...conditions.map(toConditionConcept), other];
}

function toConditionConcept(condition: Condition): OwnConcept {
  const { slug, text, names, category, icd11 } = condition;
  const portuguese = nameCondition(condition, 'pt');
  return {
    code: slug,
    display: text,
    names: portuguese.locale === 'pt' ? { ...names, pt: portuguese.name } : names,
    facts: { category, ...(icd11 === null ? {} : { icd11: icd11.code }) },
  };
}

export function toBodySiteConcepts(sites: readonly BodySite[]): readonly OwnConcept[] {
  return sites.map((site) => ({
    code: site.code,
    display: site.names.en,
    names: { ...site.names, pt: nameBodySite(site, 'pt').name },
    facts: {
      ...(site.acceptedAsInput ? { acceptedAsInput: true } : {}),
      ...(site.parent === null ? {} : { parent: site.parent }),
      ...(site.laterality === null ? {} : { laterality: site.laterality }),
    },
  }));
}
