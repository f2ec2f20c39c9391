// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { readSources } from './house/read-source.ts';

/**
 * Native code and the outside world come in by one door each, so that a library can be replaced, limited or watched in
 * one place. sharp has several: pictures come in and go out, and `openderm eval` disturbs those of the person at the keyboard on
 * purpose, which no server does. Frameworks (fastify, typebox, kysely, preact, citty) are exempt.
 */
const doors: Readonly<Record<string, readonly string[]>> = {
  sharp: [
    'src/vision/decode-image.ts',
    'src/vision/disturbances.ts',
    'src/vision/encode-image.ts',
    'src/vision/pictures/enlarge-pictures.ts',
    'src/vision/shrink-photograph.ts',
  ],
  'onnxruntime-node': ['src/vision/runtime/onnx-session.ts'],
  'better-sqlite3': ['src/store/open-sqlite.ts'],
  pg: ['src/store/open-postgres.ts'],
  '@aws-sdk/client-s3': ['src/store/open-bucket.ts'],
  '@node-rs/argon2': ['src/gate/password-hash.ts'],
  jose: ['src/gate/access-token.ts'],
  'prom-client': ['src/http/metrics.ts'],
  'cli-progress': ['src/cli/terminal/progress.ts'],
  'cli-table3': ['src/cli/terminal/columns.ts'],
  'csv-parse': ['src/cli/evaluation/read-label-file.ts'],
  pdfkit: ['src/report/paper.ts'],
  'qrcode-generator': ['src/report/qr-matrix.ts'],
  'big.js': ['src/scoring/exact.ts'],
  'ipaddr.js': ['src/outbox/networks.ts'],
  dcmjs: ['src/fhir/dicom/write-dicom-file.ts'],
};

const imports = readSources()
  .filter(({ path, isTest }) => path.startsWith('src/') && !isTest)
  .flatMap((source) =>
    source.imports.filter((found) => !found.isTypeOnly).map((found) => ({ source, found })),
  );

describe('libraries with one wrapper', () => {
  it.each(Object.entries(doors))('%s comes in only through %s', (library, wrappers) => {
    const users = imports
      .filter(({ found }) => found.specifier === library || found.specifier.startsWith(`${library}/`))
      .map(({ source }) => source.path);
    const strangers = users.filter((path) => !wrappers.includes(path));
    expect(
      strangers.map((path) => `${path} imports ${library}: go through ${wrappers.join(' or ')}`),
    ).toEqual([]);
  });
});
