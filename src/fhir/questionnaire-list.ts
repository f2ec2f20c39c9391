// SPDX-License-Identifier: Apache-2.0
import type { QuestionnaireResponse, QuestionnairesResponse } from '@openderm/contract';
import { ancestorsOf } from '../catalogue/body-site-ancestors.ts';
import type { BodySite } from '../catalogue/body-sites.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type CodedCondition, createConditionsOfCode } from '../catalogue/conditions-of-code.ts';
import { wordIn } from '../catalogue/words.ts';
import { acceptsSite, scalesBands } from '../scoring/accepts-site.ts';
import type { Form, Licence, ScoringSystem, Site } from '../scoring/scoring-system.ts';
import { findWholeBodySystem } from '../scoring/whole-body.ts';
import { toExampleRequest } from './example-request.ts';
import { toQuestionnaireItems } from './questionnaire-item.ts';
import { toReading } from './questionnaire-reading.ts';
import { toWireLocale, toWireNames } from './wire-names.ts';
import type { Wording } from './wording.ts';
import { toWorkedExample } from './worked-example.ts';

/** What the list is made of. */
export interface QuestionnaireSources {
  readonly systems: readonly ScoringSystem[];
  readonly bodySites: readonly BodySite[];
  readonly catalogue: Catalogue;
  readonly wording: Wording;
}

/** Every way to answer every scoring system, as the helper endpoint prints it. */
export function toQuestionnaireList(sources: QuestionnaireSources): QuestionnairesResponse {
  const conditionsOfCode = createConditionsOfCode(sources.catalogue);
  return sources.systems.flatMap((system) => {
    const conditions = system.conditions && uniqueByCode(system.conditions.flatMap(conditionsOfCode));
    return system.forms.map((form) => toQuestionnaire(system, form, { ...sources, conditions }));
  });
}

function uniqueByCode(conditions: readonly CodedCondition[]): readonly CodedCondition[] {
  return [...new Map(conditions.map((each) => [each.code, each])).values()];
}

type Sources = QuestionnaireSources & { readonly conditions: readonly CodedCondition[] | null };

function toQuestionnaire(system: ScoringSystem, form: Form, sources: Sources): QuestionnaireResponse {
  const { code } = system;
  const { conditions } = sources;
  const context = { form: form.identifier, wording: sources.wording };
  const sites = toSites(system, form, sources.bodySites);
  const [condition = sources.catalogue.conditions[0]] = (conditions ?? []).map((each) => each.condition);
  return {
    identifier: form.identifier,
    code,
    mode: form.mode,
    path: toPath(system, form),
    wholeBody: toWholeBody(system),
    title: toWireNames(sources.wording.title(code, form.identifier)),
    description: toWireNames(wordIn(`${code}.description`)),
    notFor: toWireNames(wordIn(`${code}.notFor`)),
    item: toQuestionnaireItems(form.items, { ...context, by: 'asked' }),
    resultItem: toQuestionnaireItems(form.items, { ...context, by: 'seen' }),
    atLeastOne: form.atLeastOne ?? false,
    conditions: conditions?.map(toNamedCode) ?? null,
    ...sites,
    ...toReading(system),
    ...toProvenance(system, form, sources.wording),
    example: toExampleRequest(system, form, { condition: condition?.text ?? '', sites: sites.bodySites }),
    workedExample: toWorkedExample(system, form, sources.bodySites),
  };
}

function toNamedCode({ code, condition }: CodedCondition) {
  return { code, text: condition.text, names: toWireNames(condition.names) };
}

function toPath({ input }: ScoringSystem, { mode }: Form): string {
  if (input === 'questionnaire') return '/severity-assessment/manual';
  return `/severity-assessment/automatic/${mode}`;
}

function toWholeBody({ code }: ScoringSystem): QuestionnaireResponse['wholeBody'] {
  const wholeBody = findWholeBodySystem(code);
  if (wholeBody === undefined) return null;
  return { path: '/severity-assessment/automatic/global', personItem: [...wholeBody.personItems] };
}

function toSites(system: ScoringSystem, form: Form, bodySites: readonly BodySite[]) {
  const open = bodySites.filter(({ acceptedAsInput }) => acceptedAsInput);
  const sites = open.map(({ code }): Site => ({ code, ancestors: ancestorsOf(code, bodySites) }));
  const accepted = sites.filter((site) => acceptsSite(system, form, site));
  return {
    bodySites: accepted.length === sites.length ? null : accepted.map(({ code }) => code),
    bodySiteRequired: true,
    bandsScaledBySite: accepted.some((site) => scalesBands(form, site)),
  };
}

function toProvenance(
  { source, licence, validated, pending }: ScoringSystem,
  { identifier }: Form,
  wording: Wording,
) {
  return {
    source: { ...source },
    licence: toLicence(licence, wording.licensedLocales(identifier).map(toWireLocale)),
    validated,
    verification: pending.length > 0 ? ('pending' as const) : ('verified' as const),
    pendingFacts: [...pending],
  };
}

function toLicence({ terms, holder, note, url }: Licence, textLocales: string[]) {
  return { terms, holder, note, url: url ?? null, textLoaded: textLocales.length > 0, textLocales };
}
