// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { FhirReport, RawReport } from '@openderm/contract';
import { Compile } from 'typebox/compile';
import { readParts } from '../../test/fixtures/read-parts.ts';
import type { Backend } from './backend.ts';

/** A report of two photographs and one of where it is. */
export interface Made {
  readonly backend: Backend;
  readonly id: string;
}

/** Reads the report in one format and looks at it; returns what it has seen. */
type Look = (made: Made) => Promise<string>;

const fits = { raw: Compile(RawReport), fhir: Compile(FhirReport) };

const looks: Readonly<Record<string, Look>> = {
  raw: (made) => lookAtEnvelope(made, 'raw'),
  fhir: (made) => lookAtEnvelope(made, 'fhir'),
  'fhir-r4': lookAtBundle,
  pdf: lookAtPdf,
  dicom: lookAtDicom,
};

/** Every format that the server says it has. */
export async function listFormats(
  origin: string,
): Promise<readonly (readonly [format: string, look: Look])[]> {
  const document = await (await fetch(`${origin}/openapi.json`)).json();
  const { parameters } = document.paths['/s2s-api/v3/anonymous-diagnostic-reports/{encryptedId}'].get;
  const { schema } = parameters.find(({ name }: { readonly name: string }) => name === 'format');
  return schema.enum.map((format: string) => {
    const look = looks[format];
    assert.ok(look, `The server has a format ${format} that nobody looks at here`);
    return [format, look];
  });
}

async function lookAtEnvelope({ backend, id }: Made, format: 'raw' | 'fhir'): Promise<string> {
  const { success, data } = await (await backend.read(id, `format=${format}`)).json();
  assert.equal(success, true);
  assert.ok(fits[format].Check(data), `Expected a report as contract/src/${format}-report.ts says`);
  return `${JSON.stringify(data).length} characters`;
}

async function lookAtBundle({ backend, id }: Made): Promise<string> {
  const byQuery = await backend.read(id, 'format=fhir-r4');
  const byHeader = await backend.read(id, '', { Accept: 'application/fhir+json' });
  for (const answer of [byQuery, byHeader]) {
    assert.match(answer.headers.get('content-type') ?? '', /^application\/fhir\+json/);
    const bundle = await answer.json();
    assert.deepEqual([bundle.resourceType, bundle.type], ['Bundle', 'document']);
    assert.equal(bundle.entry[0].resource.resourceType, 'Composition');
    if (answer === byHeader) return `${bundle.entry.length} resources`;
  }
  return '';
}

async function lookAtPdf({ backend, id }: Made): Promise<string> {
  const sizes: number[] = [];
  for (const query of ['format=pdf', 'format=pdf&audience=patient&locale=pt']) {
    const answer = await backend.read(id, query);
    assert.ok(answer.redirected && answer.headers.get('content-type') === 'application/pdf');
    const pdf = Buffer.from(await answer.arrayBuffer());
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    sizes.push(pdf.length);
  }
  return `${sizes.join(' and ')} bytes, for clinician and patient`;
}

/** Between the preamble and the first attribute of every DICOM file. @source DICOM PS3.10, 7.1 */
const dicomMark = { at: 128, letters: 'DICM' } as const;

async function lookAtDicom({ backend, id }: Made): Promise<string> {
  const answer = await backend.read(id, 'format=dicom');
  const body = Buffer.from(await answer.arrayBuffer());
  const files = readParts(body, answer.headers.get('content-type') ?? '').map(({ bytes }) => bytes);
  assert.equal(files.length, 3, 'Expected two photographs and the one of where it is');
  for (const file of files) assert.equal(file.indexOf(dicomMark.letters, dicomMark.at), dicomMark.at);
  return `${files.length} files, ${body.length} bytes`;
}
