// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { acceptsFhir, wantsFhir } from './wants-fhir.ts';

const report = '/s2s-api/v3/anonymous-diagnostic-reports/abc';
const ask = (url: string, accept?: string, method = 'GET') => ({
  url,
  method,
  headers: accept === undefined ? {} : { accept },
});

describe('the header Accept', () => {
  it.each([
    'application/fhir+json',
    'Application/FHIR+JSON; fhirVersion=4.0',
    'text/html, application/fhir+json;q=0.9, */*',
    ' application/fhir+json ;q=0.5',
  ])('asks for FHIR: %s', (accept) => {
    expect(acceptsFhir(ask(report, accept))).toBe(true);
  });

  it.each([
    undefined,
    '',
    '*/*',
    'application/json',
    'application/fhir+xml',
    'application/fhir+json;q=0',
    'application/fhir+json; q=0.0',
  ])('does not: %s', (accept) => {
    expect(acceptsFhir(ask(report, accept))).toBe(false);
  });
});

describe('an answer in FHIR', () => {
  const fhir = 'application/fhir+json';

  it.each([
    ask('/fhir'),
    ask('/fhir/metadata'),
    ask('/fhir/CodeSystem?url=x'),
    ask(`${report}?format=fhir-r4`),
    ask(`${report}?locale=es`, fhir),
    ask(report.replace('s2s-api', 's2s'), fhir, 'HEAD'),
  ])('is wanted: $url', (request) => {
    expect(wantsFhir(request)).toBe(true);
  });

  it.each([
    ask(report),
    ask(`${report}?format=raw`, fhir),
    ask(`${report}?format=fhir`, fhir),
    ask('/s2s-api/v3/anonymous-diagnostic-reports', fhir, 'POST'),
    ask(report, fhir, 'DELETE'),
    ask('/fhirs', fhir),
    ask('/v1/conditions', fhir),
    ask('//', fhir),
    ask('//a:b', fhir),
    ask('//example.org/fhir'),
  ])('is not: $method $url', (request) => {
    expect(wantsFhir(request)).toBe(false);
  });
});
