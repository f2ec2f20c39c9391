// SPDX-License-Identifier: Apache-2.0
import type { CodeableConcept, Encounter, Extension, Meta, Reference, Resource } from '@medplum/fhirtypes';
import type { LocalName } from '../../catalogue/local-name.ts';
import type { ReportLocale } from '../../record/company.ts';
import type { QuestionnaireSources } from '../questionnaire-list.ts';
import type { ReportContext } from '../report/report-context.ts';
import type { ShownReport } from '../report/shown-report.ts';
import type { Canonical } from './canonical.ts';
import { toFhirText } from './fhir-text.ts';
import { assertedByMachine } from './foreign-systems.ts';
import type { CodeSystemId, Terminology } from './terminology.ts';

/** What strict reports are made of besides the record. */
export interface R4Sources extends QuestionnaireSources {
  readonly canonical: Canonical;
  readonly terminology: Terminology;
  /** A UUID made of a name: the same for the same name. */
  nameUuid(name: string): string;
  /** What a printed report says, in the language of this one. */
  say(key: string, locale: ReportLocale): string;
}

/** A report and whose it is. */
export interface R4Report extends ShownReport {
  readonly company: { readonly name: string };
}

/** What every part of a strict report is made with. */
export interface R4Context extends ReportContext {
  readonly report: R4Report;
  readonly sources: R4Sources;
}

/** A resource of the bundle, under the name by which others refer to it. */
export interface Part<Kind extends Resource = Resource> {
  readonly name: string;
  readonly resource: Kind;
}

/** The id of a part: it stays the same however often the report is read, and says nothing of the record's own. */
export function idOf(name: string, { report, sources }: R4Context): string {
  return sources.nameUuid(`${report.record.diagnosis.id}/${name}`);
}

export function addressOf(name: string, context: R4Context): string {
  return `urn:uuid:${idOf(name, context)}`;
}

export function referTo({ name, resource }: Part, context: R4Context) {
  return { reference: addressOf(name, context), type: resource.resourceType };
}

/** Parts that exist once, by name and type. */
const single = { patient: 'Patient', device: 'Device', company: 'Organization' } as const;

export function referToSingle(name: keyof typeof single, context: R4Context) {
  return { reference: addressOf(name, context), type: single[name] };
}

/** For what a machine concluded. */
export function asserted({ locale }: R4Context): { readonly meta: Meta; readonly language: string } {
  return { meta: { security: [assertedByMachine] }, language: locale };
}

/** Whom and which visit a part is about. */
export function aboutVisit(context: R4Context) {
  const { visitIdentifier } = context.report.record;
  const value = visitIdentifier === null ? undefined : toFhirText(visitIdentifier);
  return {
    subject: referToSingle('patient', context),
    ...(value === undefined ? {} : toVisit(value, context)),
  };
}

function toVisit(value: string, { sources }: R4Context): { readonly encounter: Reference<Encounter> } {
  const identifier = { system: sources.canonical.identifiers('visit'), value };
  return { encounter: { type: 'Encounter', identifier } };
}

/** A meaning of ours, with the text that a person reads. */
export function toOwnConcept(
  [system, code]: readonly [CodeSystemId, string],
  text: string | undefined,
  { sources }: R4Context,
): CodeableConcept {
  const coding = [sources.terminology.coding(system, code)];
  return text === undefined ? { coding } : { coding, text };
}

/** A name as text; one in another language than the report's says so. */
export function toNamedText(
  { name, locale: nameLocale }: LocalName,
  { locale, sources }: R4Context,
): { readonly text: string; readonly extension?: Extension[] } {
  if (nameLocale === locale) return { text: name };
  const url = sources.canonical.of('StructureDefinition', 'text-language');
  return { text: name, extension: [{ url, valueCode: nameLocale }] };
}
