// SPDX-License-Identifier: Apache-2.0
import type {
  Bundle,
  CodeableConcept,
  DiagnosticReport,
  Extension,
  Media,
  Observation,
  QuestionnaireResponse,
  Resource,
} from '@medplum/fhirtypes';
import { describe, expect, it } from 'vitest';
import { createRandomReport } from '../../../test/fixtures/random-reports.ts';
import { strictSources, toStrictReport } from '../../../test/fixtures/strict-reports.ts';
import { toFhirReport } from '../report/fhir-report.ts';
import { toRawReport } from '../report/raw-report.ts';
import { toFhirText } from './fhir-text.ts';
import { toReportBundle } from './report-bundle.ts';

/** A report in all views, and what stands where in the strict one. */
function open(seed: number) {
  const shown = createRandomReport(seed);
  const bundle = toReportBundle(toStrictReport(shown), strictSources, 'pt');
  const raw = toRawReport(shown, strictSources, 'pt');
  const fhir = toFhirReport(shown, strictSources, 'pt');
  return { shown, raw, fhir, ...createFind(bundle) };
}

function createFind(bundle: Bundle) {
  const entries = bundle.entry ?? [];
  const all = <Type extends Resource['resourceType']>(type: Type) =>
    entries.flatMap(({ resource }) =>
      resource?.resourceType === type ? [resource as Extract<Resource, { resourceType: Type }>] : [],
    );
  const follow = (reference: string | undefined) =>
    entries.find(({ fullUrl }) => fullUrl === reference)?.resource;
  const observations = (code: string) => all('Observation').filter((each) => codeOf(each.code) === code);
  const report = all('DiagnosticReport')[0] as DiagnosticReport;
  return { bundle, all, follow, observations, report };
}

const codeOf = (concept: CodeableConcept | undefined) => concept?.coding?.[0]?.code;
const displayOf = (concept: CodeableConcept | undefined) => concept?.coding?.[0]?.display;
const viewOf = ({ view }: Media) => codeOf(view);
const part = (extension: Extension | undefined, name: string) =>
  extension?.extension?.find(({ url }) => url === name);

/** Values of components by code; a code that is there twice has a list. */
function valuesOf(observation: Observation | undefined, wanted: string): unknown[] {
  const components = observation?.component?.filter(({ code }) => codeOf(code) === wanted) ?? [];
  return components.map((each) => {
    const { valueQuantity, valueBoolean, valueString, valueCodeableConcept } = each;
    return valueQuantity?.value ?? valueBoolean ?? valueString ?? valueCodeableConcept ?? null;
  });
}

const seeds = Array.from({ length: 60 }, (_, seed) => seed);

describe('the strict view and the flat one', () => {
  it.each(['identity', 'figures', 'photographs', 'ranked list', 'scores'] as const)('agree on %s', (what) => {
    for (const seed of seeds) compare[what](open(seed));
  });
});

type Opened = ReturnType<typeof open>;

const compare = {
  identity({ raw, report, all, shown }: Opened) {
    expect(report.identifier?.[0]?.value).toBe(raw.id);
    expect([report.status, report.issued]).toEqual([raw.status, raw.createdAt]);
    const visit = raw.visitIdentifier === null ? undefined : toFhirText(raw.visitIdentifier);
    expect(report.encounter?.identifier?.value).toBe(visit);
    const extraData = report.extension?.[0]?.valueString;
    expect(extraData === undefined ? null : JSON.parse(extraData)).toEqual(raw.extraData);
    expect(report.presentedForm?.map(({ url }) => url)).toEqual([
      raw.pdf,
      ...(raw.url === null ? [] : [raw.url]),
    ]);
    expect(displayOf(report.conclusionCode?.[0])).toBe(raw.pathology?.code);
    if (raw.pathology !== null) expect(report.conclusion).toBe(raw.pathology.name);
    const said = all('QuestionnaireResponse').find(({ questionnaire }) => questionnaire === undefined);
    expect(said?.item?.map(({ text, answer }) => [text, answer?.[0]?.valueString]) ?? []).toEqual(
      raw.anamnesisGeneral.map(({ question, answer }) => [toFhirText(question), toFhirText(answer)]),
    );
    expect(JSON.stringify(all('Patient'))).not.toMatch(/"(family|given|identifier|birthDate)"/);
    expect(JSON.stringify(report)).not.toContain(shown.record.id);
  },

  figures({ raw, observations, all }: Opened) {
    const { metrics, preliminaryFindings, iaSeconds, imageEvidencePercent, warnings, models } = raw.result;
    const [performance] = observations('performance');
    for (const [code, value] of Object.entries(metrics)) expect(valuesOf(performance, code)).toEqual([value]);
    const [indicators] = observations('clinicalIndicators');
    for (const [code, value] of Object.entries(preliminaryFindings))
      expect([code, ...valuesOf(indicators, code)]).toEqual([code, value]);
    const [analysis] = observations('analysis');
    expect(valuesOf(analysis, 'duration')).toEqual([iaSeconds]);
    expect(valuesOf(analysis, 'imageEvidence')).toEqual([imageEvidencePercent]);
    expect(valuesOf(analysis, 'catalogueVersion')).toEqual([raw.result.catalogueVersion]);
    expect((valuesOf(analysis, 'warning') as CodeableConcept[]).map(codeOf)).toEqual(warnings);
    const [software, ...others] = all('Device');
    expect(software?.version?.[0]?.value).toBe(raw.result.softwareVersion);
    expect(
      others.map(({ deviceName, version, type, identifier }) => ({
        name: deviceName?.[0]?.name,
        version: version?.[0]?.value,
        task: codeOf(type),
        sha256: identifier?.[0]?.value,
      })),
    ).toEqual(models.map(({ licence: _, ...model }) => model));
  },

  photographs({ raw, all, observations }: Opened) {
    const media = all('Media');
    const photographs = media.filter((each) => viewOf(each) === 'photograph');
    const quality = observations('photographQuality');
    const heatMaps = media.filter((each) => viewOf(each) === 'heatMap');
    expect(photographs.map(({ content }) => content.url)).toEqual(
      raw.result.observations.map((each) => each.media.url),
    );
    raw.result.observations.forEach(
      ({ media: { modality, diqaScore, isValid, reasons, heatMaps: maps } }, index) => {
        expect(codeOf(photographs[index]?.modality)).toBe(modality);
        expect(quality[index]?.valueQuantity?.value).toBe(diqaScore);
        expect(valuesOf(quality[index], 'usable')).toEqual([isValid]);
        expect((valuesOf(quality[index], 'photographFault') as CodeableConcept[]).map(codeOf)).toEqual(
          reasons,
        );
        const own = heatMaps.filter(
          ({ partOf }) => partOf?.[0]?.reference === `urn:uuid:${photographs[index]?.id}`,
        );
        expect(own.map(({ content }) => content.url)).toEqual(maps.map(({ url }) => url));
        const conditions = own.map(({ reasonCode }) =>
          displayOf(reasonCode?.[0])?.replace('Another condition', 'other'),
        );
        expect(conditions).toEqual(maps.map(({ condition }) => condition));
        expect([codeOf(photographs[index]?.bodySite), photographs[index]?.bodySite?.text]).toEqual([
          raw.bodySite.code,
          raw.bodySite.name,
        ]);
      },
    );
    const context = media.find((each) => viewOf(each) === 'context');
    expect(context?.content.url).toBe(raw.macroscopicMedia?.url);
  },

  'ranked list'({ raw, all }: Opened) {
    const [differential] = all('RiskAssessment');
    const listed = differential?.prediction?.map(({ outcome, probabilityDecimal }) => ({
      probability: probabilityDecimal,
      code: displayOf(outcome),
      name: outcome?.text,
      icd11: outcome?.coding
        ?.slice(1)
        .map(({ code }) => code)
        .join(', '),
      language: outcome?.extension?.[0]?.valueCode ?? 'pt',
    }));
    expect(listed ?? []).toEqual(
      raw.result.conclusions.map(({ probability, pathology: { code, name, icd11, nameLocale } }) => ({
        probability,
        code,
        name,
        icd11: icd11 ?? '',
        language: nameLocale,
      })),
    );
  },

  scores({ raw, fhir, report, follow, all }: Opened) {
    const scores = (report.result ?? [])
      .map(({ reference }) => follow(reference) as Observation)
      .filter(({ code }) => code.coding?.[0]?.system?.endsWith('/score'));
    expect(scores).toHaveLength(raw.result.scoringSystems.length);
    raw.result.scoringSystems.forEach((own, index) => {
      const score = scores[index];
      const sources = score?.derivedFrom?.map(({ reference }) => follow(reference)) ?? [];
      expect(score?.code.coding?.at(-1)?.code).toBe(own.scoringSystem.code);
      expect([score?.code.text, score?.valueQuantity?.value]).toEqual([
        own.scoringSystem.name,
        own.score.value,
      ]);
      const level = codeOf(score?.interpretation?.[0]);
      expect(level === undefined ? null : Number(level)).toBe(own.score.severity.value);
      expect(
        score?.referenceRange?.map(({ low, high, text }) => [low?.value, high?.value ?? null, text]) ?? [],
      ).toEqual(own.score.severity.interpretations.map(({ min, max, text }) => [min, max, text]));
      expect(valuesOf(score, 'forced')).toEqual([own.forced]);
      expect(valuesOf(score, 'validated')).toEqual([own.validated]);
      expect(valuesOf(score, 'reduction')).toEqual(own.reduction === null ? [] : [own.reduction]);
      expect(displayOf(valuesOf(score, 'scoredFor')[0] as CodeableConcept)).toBe(own.condition);
      const warnings = valuesOf(score, 'warning') as CodeableConcept[];
      expect(warnings.map((each) => ({ code: codeOf(each), text: each.text }))).toEqual(own.warnings);
      const pictures = sources.filter((each) => each?.resourceType === 'Media');
      expect(pictures[0]?.content.url).toBe(raw.result.observations[own.imageIndex]?.media.url);
      expect(pictures[1]?.content.url).toBe(own.explainabilityMedia?.url);
      expect(pictures[1]?.extension?.map(toAnnotation) ?? []).toEqual(
        fhir.result.questionnaires[index]?.explainabilityMedia?.annotations ?? [],
      );
      const earlier = sources.filter((each) => each?.resourceType === 'Observation');
      expect(
        earlier.map(({ identifier, issued, valueQuantity }) => ({
          diagnosticReportId: identifier?.[0]?.value,
          issued,
          value: valueQuantity?.value,
        })),
      ).toEqual(own.history ?? []);
      const answers = sources.find((each) => each?.resourceType === 'QuestionnaireResponse');
      expect(all('QuestionnaireResponse')).toContain(answers);
      expect(toFacets(answers)).toEqual(
        own.facets
          .map(({ facet, value, method, confidence }) => ({
            ...value,
            name: facet.name,
            code: facet.code,
            method,
            confidence,
          }))
          .toSorted((a, b) => a.code.localeCompare(b.code)),
      );
    });
  },
};

function toAnnotation(extension: Extension) {
  const number = (name: string) => part(extension, name)?.valueInteger;
  return {
    id: part(extension, 'id')?.valueString,
    rect: {
      topLeft: { x: number('left'), y: number('top') },
      width: number('width'),
      height: number('height'),
    },
    type: part(extension, 'type')?.valueCode,
    confidence: part(extension, 'confidence')?.valueDecimal,
  };
}

function toFacets(answers: QuestionnaireResponse | undefined) {
  const items = answers?.item ?? [];
  return items
    .map(({ linkId, answer, extension }) => {
      const { valueInteger, valueDecimal, valueCoding } = answer?.[0] ?? {};
      return {
        code: linkId,
        name: part(extension?.[0], 'name')?.valueString,
        raw: valueInteger ?? valueDecimal ?? valueCoding?.extension?.[0]?.valueDecimal,
        display: part(extension?.[0], 'display')?.valueString,
        method: part(extension?.[0], 'method')?.valueCoding?.code,
        confidence: part(extension?.[0], 'confidence')?.valueDecimal ?? null,
      };
    })
    .toSorted((a, b) => a.code.localeCompare(b.code));
}
