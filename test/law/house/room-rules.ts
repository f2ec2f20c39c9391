// SPDX-License-Identifier: Apache-2.0

/** What one room of the house may reach for. `record` may be named by every room but the packages; errors.ts too. */
export interface RoomRule {
  /** Rooms whose code it may call. */
  readonly uses: readonly string[];
  /** Rooms of which it may only name types: these imports are erased before the program runs. */
  readonly names: readonly string[];
  /** npm packages; `name/*` covers sub-paths. */
  readonly packages: readonly string[];
  /** Modules of Node itself. `any` where I/O is the room's work. */
  readonly node: readonly string[] | 'any';
  /** What to do instead, printed with a breach. */
  readonly advice: string;
}

/**
 * Who may import whom. Data flows one way, so each room can be read, tested and replaced alone. If a rule makes a
 * natural flow unnatural, the rule is wrong: change it here, and say why in the commit.
 */
export const roomRules: Readonly<Record<string, RoomRule>> = {
  contract: {
    uses: [],
    names: [],
    packages: ['typebox'],
    node: [],
    advice: 'The contract is read by browsers and third parties: schemas and types only.',
  },
  record: {
    uses: [],
    names: ['contract'],
    packages: [],
    node: [],
    advice:
      'record holds types that rooms hand each other; code that runs lives in the room that fulfils it.',
  },
  scoring: {
    uses: ['contract'],
    names: [],
    packages: ['big.js'],
    node: [],
    advice: 'Scores are pure functions and tables: pass values in.',
  },
  catalogue: {
    uses: ['contract'],
    names: [],
    packages: [],
    node: [],
    advice: 'The catalogue is data with sources and pure look-ups; tables are imported as JSON modules.',
  },
  quality: {
    uses: [],
    names: [],
    packages: [],
    node: [],
    advice:
      'quality is arithmetic on pixels that are there already: browsers run it too, so that they find what the server will.',
  },
  vision: {
    uses: ['quality'],
    names: [],
    packages: ['sharp', 'onnxruntime-node', 'typebox', 'typebox/*'],
    node: 'any',
    advice: 'vision returns label codes and measurements; device gives them their clinical names.',
  },
  gate: {
    uses: [],
    names: [],
    packages: ['jose', '@node-rs/argon2'],
    node: ['node:crypto'],
    advice:
      'gate checks credentials it is given; reading and keeping them is the business of device and store.',
  },
  fhir: {
    uses: ['contract', 'catalogue', 'scoring'],
    names: [],
    packages: ['dcmjs'],
    // Hashes, from which names of DICOM objects are made.
    node: ['node:crypto'],
    advice: 'fhir maps a finished record to a wire shape: pass what it needs in the record.',
  },
  report: {
    uses: ['contract', 'catalogue', 'scoring'],
    names: [],
    packages: ['pdfkit', 'qrcode-generator'],
    // Its typeface is a file of a package: only the room that prints knows which. Setting type has a thread of its own.
    node: ['node:fs/promises', 'node:worker_threads'],
    advice: 'report prints a finished record: pass what it needs in the record.',
  },
  device: {
    uses: ['vision', 'scoring', 'catalogue', 'report', 'gate'],
    names: ['quality', 'store', 'contract'],
    packages: [],
    node: ['node:crypto'],
    advice: 'device orchestrates: stores come in as interfaces, requests and answers stay in http and fhir.',
  },
  store: {
    uses: [],
    names: ['catalogue'],
    packages: ['kysely', 'kysely/*', 'better-sqlite3', 'pg', '@aws-sdk/*', 'flydrive', 'flydrive/*'],
    node: 'any',
    advice: 'store keeps what it is handed and answers queries; it knows no clinical rule.',
  },
  outbox: {
    uses: ['gate'],
    names: ['store'],
    // Which networks are public is a table that others keep.
    packages: ['ipaddr.js'],
    node: 'any',
    advice: 'outbox delivers what is in the store; it does not compute what it sends.',
  },
  http: {
    uses: ['contract', 'device', 'fhir', 'gate', 'catalogue'],
    names: ['vision', 'store'],
    packages: ['fastify', '@fastify/*', 'typebox', 'typebox/*', 'prom-client', 'pino'],
    node: 'any',
    advice:
      'A route parses, calls the device and presents. Arithmetic belongs in device, look-ups in the store.',
  },
  cli: {
    uses: ['build', 'config', 'contract'],
    names: ['vision', 'store', 'catalogue', 'device', 'gate', 'scoring'],
    packages: ['citty', 'cli-progress', 'cli-table3', 'csv-parse', 'csv-parse/*'],
    node: 'any',
    advice: 'A command asks build.ts for what it needs and prints the answer.',
  },
  config: {
    uses: [],
    names: [],
    packages: ['typebox', 'typebox/*'],
    node: 'any',
    advice: 'config reads the environment, nothing else.',
  },
  errors: {
    uses: [],
    names: [],
    packages: [],
    node: [],
    advice: 'errors.ts is imported everywhere, so it imports nothing.',
  },
  main: {
    uses: ['build', 'config'],
    names: [],
    packages: [],
    node: 'any',
    advice: 'main reads config, builds, listens, closes; everything else is constructed in build.ts.',
  },
  build: {
    uses: [
      'contract',
      'catalogue',
      'config',
      'device',
      'fhir',
      'gate',
      'http',
      'outbox',
      'quality',
      'report',
      'scoring',
      'store',
      'vision',
    ],
    names: ['cli'],
    packages: ['pino'],
    node: 'any',
    advice: 'build.ts constructs everything and hands it on.',
  },
  sdk: {
    uses: [],
    names: ['contract'],
    packages: [],
    node: [],
    advice: 'The SDK runs in browsers and Node with no dependency: import contract types only.',
  },
  web: {
    // Photographs are looked at before they are sent, by the very measures of the server.
    uses: ['sdk', 'quality'],
    names: ['contract'],
    packages: [
      'preact',
      'preact/*',
      '@preact/*',
      'i18next',
      'vite',
      '@fontsource/*',
      '@fontsource-variable/*',
    ],
    node: [],
    advice: 'Pages talk to the server through the SDK; settings such as limits come from the server.',
  },
};
