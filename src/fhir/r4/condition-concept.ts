// SPDX-License-Identifier: Apache-2.0
import type { CodeableConcept } from '@medplum/fhirtypes';
import { icd11Codings } from '../../catalogue/icd11-codings.ts';
import { nameBodySite, nameCondition } from '../../catalogue/local-name.ts';
import { findCondition } from '../report/report-context.ts';
import { icd11System, icd11Version } from './foreign-systems.ts';
import { type R4Context, toNamedText } from './r4-context.ts';

/** A condition by our code and by ICD-11, where the classification has it. */
export function toConditionConcept(slug: string, context: R4Context): CodeableConcept {
  const condition = findCondition(slug, context);
  const icd11 = icd11Codings(condition).map(({ code, title }) => ({
    system: icd11System,
    version: icd11Version,
    code,
    display: title,
  }));
  return {
    coding: [context.sources.terminology.coding('condition', slug), ...icd11],
    ...toNamedText(nameCondition(condition, context.locale), context),
  };
}

/** The body site of the report. */
export function toSiteConcept(context: R4Context): CodeableConcept {
  const { report, sources, locale } = context;
  const { bodySite } = report.record;
  const coding = [sources.terminology.coding('body-site', bodySite)];
  const site = sources.bodySites.find(({ code }) => code === bodySite);
  return site === undefined ? { coding } : { coding, ...toNamedText(nameBodySite(site, locale), context) };
}
