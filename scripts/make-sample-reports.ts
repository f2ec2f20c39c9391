// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServer } from '../src/build.ts';
import { readConfig } from '../src/config.ts';
import { type CompanyBackend, openBackend } from '../test/fixtures/company-backend.ts';

/** The two cases that the documentation offers, in both views. */
export const sampleCases = {
  confident: {
    photographs: ['seborrhoeic-keratosis-1.jpg'],
    context: 'seborrhoeic-keratosis-1.jpg',
    bodySite: 'trunkFront',
    // No sample shows a condition that has a score: this one is asked for, so that a reader sees its shape.
    forcedScoringSystems: ['apasi'],
  },
  inconclusive: {
    photographs: ['actinic-keratosis-1.jpg', 'squamous-cell-carcinoma-1.jpg', 'blurred.jpg'],
    context: null,
    bodySite: 'headFront',
    forcedScoringSystems: [],
  },
} as const;

export type SampleName = `report-${keyof typeof sampleCases}-${'raw' | 'fhir'}.json`;

/** Where links would lead: a name that is nobody's. @source RFC 2606 */
const publicUrl = 'https://derm.example.org';

const photosDir = new URL('../examples/photos/', import.meta.url);

/** What a server with the models of this repository answers for the sample photographs, as JSON text by file name. */
export async function makeSampleReports(): Promise<ReadonlyMap<SampleName, string>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'openderm-samples-'));
  const server = await buildServer(
    readConfig({
      OPENDERM_PORT: '0',
      OPENDERM_DATA_DIR: dataDir,
      OPENDERM_PUBLIC_URL: publicUrl,
      OPENDERM_WORKERS: '1',
      OPENDERM_LOG_LEVEL: 'error',
    }),
  );
  try {
    const origin = /http:\/\/[\d.]+:\d+/.exec(await server.listen())?.[0] ?? '';
    const backend = await openBackend({ origin, store: server.device.store }, { name: 'Example clinic' });
    const confident = await makeCase(backend, 'confident');
    return new Map([...confident, ...(await makeCase(backend, 'inconclusive'))]);
  } finally {
    await server.close();
    await rm(dataDir, { recursive: true });
  }
}

async function makeCase(
  backend: CompanyBackend,
  name: keyof typeof sampleCases,
): Promise<readonly (readonly [SampleName, string])[]> {
  const { photographs, context, bodySite, forcedScoringSystems } = sampleCases[name];
  const made = await backend.create({
    images: await Promise.all(photographs.map(readPhoto)),
    macroscopicMedia: context === null ? null : await readPhoto(context),
    bodySite,
    forcedScoringSystems,
    visitIdentifier: 'VISIT-0042',
    extraData: { internalCaseId: 'ABC-123', department: 'dermatology' },
    anamnesis: [
      { question: 'What is the reason for the consultation?', answer: 'A spot that has been growing.' },
      { question: 'Do you have any allergies?', answer: 'No' },
    ],
  });
  if (made.status !== 200) throw new Error(`The ${name} case was answered with ${made.status}: ${made.text}`);
  const fhir = await backend.readFhir(made.body.data.id);
  return [
    [`report-${name}-raw.json`, toText(made.body)],
    [`report-${name}-fhir.json`, toText(fhir.body)],
  ];
}

const readPhoto = async (name: string) => (await readFile(new URL(name, photosDir))).toString('base64');

const toText = (answer: unknown) => `${JSON.stringify(answer, null, 2)}\n`;
