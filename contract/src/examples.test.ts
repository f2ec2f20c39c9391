// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import * as contract from './index.ts';

const schemas: Readonly<Record<string, TSchema>> = {
  'app-key.request.json': contract.AppKeyRequest,
  'app-key.response.json': contract.AppKeyResponse,
  'body-sites.response.json': contract.BodySitesResponse,
  'clinical-signs.response.json': contract.ClinicalSignsResponse,
  'condition.response.json': contract.ConditionResponse,
  'conditions.response.json': contract.ConditionsResponse,
  'device-information.response.json': contract.DeviceInformationResponse,
  'diagnosis-support.request.json': contract.DiagnosisSupportRequest,
  'diagnosis-support.response.json': contract.DiagnosisSupportResponse,
  'discovery.response.json': contract.DiscoveryResponse,
  'evolution.request.json': contract.EvolutionRequest,
  'evolution.response.json': contract.EvolutionResponse,
  'fhir-report.response.json': contract.FhirReportResponse,
  'image-quality.request.json': contract.ImageQualityRequest,
  'image-quality.response.json': contract.ImageQualityResponse,
  'limits.response.json': contract.LimitsResponse,
  'login.request.json': contract.LoginRequest,
  'login.response.json': contract.LoginResponse,
  'questionnaires.response.json': contract.QuestionnairesResponse,
  'raw-report.response.json': contract.RawReportResponse,
  'report.failure.json': contract.FailureEnvelope,
  'report.request.json': contract.CreateReportRequest,
  'severity-assessment-global.request.json': contract.SeverityAssessmentGlobalRequest,
  'severity-assessment-global.response.json': contract.SeverityAssessmentGlobalResponse,
  'severity-assessment-local.request.json': contract.SeverityAssessmentLocalRequest,
  'severity-assessment-local.response.json': contract.SeverityAssessmentLocalResponse,
  'severity-assessment-manual.request.json': contract.SeverityAssessmentManualRequest,
  'severity-assessment-manual.response.json': contract.SeverityAssessmentManualResponse,
};

const folder = new URL('../examples/', import.meta.url);

describe('the examples', () => {
  it('have a schema each', () => {
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(schemas));
  });

  it.each(Object.entries(schemas))('%s fits its schema', (file, schema) => {
    const example: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    expect(Compile(schema).Errors(example)).toEqual([]);
  });
});

describe('the request schema', () => {
  const request = Compile(contract.DiagnosisSupportRequest);

  it('ignores fields it does not know, as existing clients send some', () => {
    const payload = [{ contentAttachment: { data: 'AA==', extra: 1 }, more: true }];
    expect(request.Check({ resourceType: 'ServiceRequest', payload })).toBe(true);
  });

  it.each([
    ['no payload', {}],
    ['an empty payload', { payload: [] }],
    ['a payload that is no list', { payload: { contentAttachment: { data: 'AA==' } } }],
    ['no data', { payload: [{ contentAttachment: {} }] }],
    ['data that is no text', { payload: [{ contentAttachment: { data: 1 } }] }],
    ['a title that is no text', { payload: [{ contentAttachment: { data: 'AA==', title: 1 } }] }],
    [
      'a title that is a letter',
      { payload: [{ contentAttachment: { data: 'AA==', title: 'x'.repeat(501) } }] },
    ],
    ['too many images', { payload: Array(21).fill({ contentAttachment: { data: 'AA==' } }) }],
  ])('refuses %s', (_fault, document) => {
    expect(request.Check(document)).toBe(false);
  });
});

describe('the app key', () => {
  const request = Compile(contract.AppKeyRequest);
  const expiresAt = '2026-12-31T23:59:59+00:00';

  it.each([
    ['64 letters and digits', 'aZ09'.repeat(16), true],
    ['one less', 'a'.repeat(63), false],
    ['another character', `${'a'.repeat(64)}-`, false],
    ['a line break', `${'a'.repeat(64)}\n`, false],
    ['a letter that is not ASCII', `${'a'.repeat(64)}é`, false],
    ['a whole book', 'a'.repeat(257), false],
    ['nothing', '', false],
  ])('of %s: %s %s', (_what, appKey, isTaken) => {
    expect(request.Check({ appKey, expiresAt })).toBe(isTaken);
  });
});

describe('the request for a report', () => {
  const request = Compile(contract.CreateReportRequest);
  const payload = [{ contentAttachment: { data: 'AA==' } }];
  const bodySite = 'headFront';

  it('needs photographs and a body site, and nothing else', () => {
    expect(request.Check({ payload, bodySite })).toBe(true);
    expect(request.Check({ payload })).toBe(false);
    expect(request.Check({ bodySite })).toBe(false);
  });

  it('takes an explicit null for everything else', () => {
    const empty = {
      macroscopicMedia: null,
      visitIdentifier: null,
      extraData: null,
      anamnesisGeneral: null,
      forcedScoringSystems: null,
      knownAnswers: null,
      subject: null,
    };
    expect(request.Check({ payload, bodySite, ...empty })).toBe(true);
  });

  it.each([
    ['extra data that are a list', { extraData: [] }],
    ['extra data that are a text', { extraData: 'CASE-123' }],
    ['an answer without a question', { anamnesisGeneral: [{ answer: 'No' }] }],
    ['a score that is no text', { forcedScoringSystems: [1] }],
    ['answers that are no object', { knownAnswers: { ascorad: 4 } }],
    ['a context photograph without data', { macroscopicMedia: { contentAttachment: {} } }],
    ['a visit that is a number', { visitIdentifier: 42 }],
  ])('refuses %s', (_fault, given) => {
    expect(request.Check({ payload, bodySite, ...given })).toBe(false);
  });
});
