// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import * as contract from './index.ts';

const schemas: Readonly<Record<string, TSchema>> = {
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
  'image-quality.request.json': contract.ImageQualityRequest,
  'image-quality.response.json': contract.ImageQualityResponse,
  'limits.response.json': contract.LimitsResponse,
  'login.request.json': contract.LoginRequest,
  'login.response.json': contract.LoginResponse,
  'questionnaires.response.json': contract.QuestionnairesResponse,
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
