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

/** The part of an OpenAPI document that names the formats. */
interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly get: { readonly parameters: readonly Parameter[] } }>>;
}

interface Parameter {
  readonly name: string;
  readonly schema: { readonly enum?: readonly string[] };
}

/** Every format that the server says it has. */
export async function listFormats(
  origin: string,
): Promise<readonly (readonly [format: string, look: Look])[]> {
  const { paths } = (await (await fetch(`${origin}/openapi.json`)).json()) as OpenApi;
  const parameters = paths['/s2s-api/v3/anonymous-diagnostic-reports/{encryptedId}']?.get.parameters ?? [];
  const formats = parameters.find(({ name }) => name === 'format')?.schema.enum ?? [];
  assert.notEqual(formats.length, 0, 'Expected the server to name its formats');
  return formats.map((format) => {
    const look = looks[format];
    assert.ok(look, `The server has a format ${format} that nobody looks at here`);
    return [format, look];
  });
}

async function lookAtEnvelope({ backend, id }: Made, format: 'raw' | 'fhir'): Promise<string> {
  const answer = await backend.read(id, `format=${format}`);
  const { success, data } = (await answer.json()) as { readonly success: boolean; readonly data: unknown };
  assert.equal(success, true);
  assert.ok(fits[format].Check(data), `Expected a report as contract/src/${format}-report.ts says`);
  return `${JSON.stringify(data).length} characters`;
}

/** As much of a FHIR document as is looked at here; its validity is what test/ is about. */
interface Bundle {
  readonly resourceType: string;
  readonly type: string;
  readonly entry: readonly { readonly resource: { readonly resourceType: string } }[];
}

async function lookAtBundle({ backend, id }: Made): Promise<string> {
  const byQuery = await readBundle(await backend.read(id, 'format=fhir-r4'));
  const byHeader = await readBundle(await backend.read(id, '', { Accept: 'application/fhir+json' }));
  assert.deepEqual([byQuery.resourceType, byQuery.type], ['Bundle', 'document']);
  const resources = byQuery.entry.map(({ resource }) => resource.resourceType);
  assert.equal(resources[0], 'Composition');
  assert.deepEqual(
    byHeader.entry.map(({ resource }) => resource.resourceType),
    resources,
  );
  return `${resources.length} resources`;
}

async function readBundle(answer: Response): Promise<Bundle> {
  assert.match(answer.headers.get('content-type') ?? '', /^application\/fhir\+json/);
  return (await answer.json()) as Bundle;
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
