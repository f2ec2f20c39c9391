// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { expectedStorageUrl, readStorageUrl } from './config/read-storage-url.ts';
import type { StoragePlace } from './record/storage-place.ts';

/** A text that must not be printed: every usual way of printing it gives `[redacted]`. */
export interface Secret {
  reveal(): string;
}

export type LogLevel = (typeof logLevels)[number];

/** What an operator may decide; `.env.example` says each in a line. Frozen. */
export interface Config {
  /** 0: one the system chooses. */
  readonly port: number;
  readonly host: string;
  /** Null: made from host and port. */
  readonly publicUrl: string | null;
  readonly dataDir: string;
  /** Null: SQLite in the data folder. */
  readonly databaseUrl: Secret | null;
  /** Where pictures of reports are kept. */
  readonly storage: StoragePlace;
  readonly adminEmail: string;
  /** Null: generated at the first start and printed once. */
  readonly adminPassword: Secret | null;
  readonly workers: number;
  /** What a worker may take for one photograph; six times as long where it draws what it found. */
  readonly readTimeoutS: number;
  readonly modelsDir: string;
  readonly modelSet: string;
  readonly tokenLifetimeMinutes: number;
  /** Whether photographs of answered analyses are kept in the data folder. */
  readonly keepPhotos: boolean;
  /** Lowest acceptable quality score, 0-100. */
  readonly qualityThreshold: number;
  /** Share of image evidence, 0-1, below which an answer warns. */
  readonly imageEvidenceThreshold: number;
  /** File with the wording of licensed questionnaires; null: neutral labels. */
  readonly licensedTexts: string | null;
  /** Networks of the operator's own that webhooks may lead into, as `10.0.0.0/8`. */
  readonly webhookNetworks: readonly string[];
  readonly logLevel: LogLevel;
  readonly trustProxy: boolean;
  readonly securityContact: string | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Every problem of the environment at once, one per line. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The configuration cannot be used:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

interface Setting<Value> {
  /** As it stands in `.env.example`. */
  readonly fallback: string;
  /** What is wanted, in words. */
  readonly expected: string;
  /** Undefined for what cannot be used. */
  parse(text: string): Value | undefined;
}

const projectDir = resolve(import.meta.dirname, '..');
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
/** @source OWASP ASVS 5.0, 6.2.1 recommends 15 and demands 8; the first account is the operator's own */
const minPasswordCharacters = 12;
/** Above it a stolen token is useful for longer than an hour. @source security controls: `exp` <= 60 min */
const maxTokenMinutes = 60;
/** A client that waits longer has long given up. Our own convention. */
const maxReadTimeoutS = 600;
/** Each worker holds its own weights, about 200 MB. */
const maxWorkers = 64;
const maxPort = 65_535;
const expectedLater = 'empty: comes with a later version';

const settings = {
  OPENDERM_PORT: integer('8080', { from: 0, to: maxPort, what: 'a port' }),
  OPENDERM_HOST: text('127.0.0.1', 'a host name or address', /^[\w.:-]+$/),
  OPENDERM_PUBLIC_URL: optional('an http(s) URL', parseOrigin),
  OPENDERM_DATA_DIR: folder('./data'),
  OPENDERM_DATABASE_URL: optional('a postgres:// URL', (value) =>
    /^postgres(ql)?:\/\/\S+$/.test(value) ? createSecret(value) : undefined,
  ),
  OPENDERM_STORAGE_URL: optional(expectedStorageUrl, readStorageUrl),
  OPENDERM_ADMIN_EMAIL: text('admin@localhost', 'an e-mail address', /^[^\s@]+@[^\s@]+$/),
  OPENDERM_ADMIN_PASSWORD: optional(`at least ${minPasswordCharacters} characters`, (value) =>
    value.length >= minPasswordCharacters ? createSecret(value) : undefined,
  ),
  OPENDERM_WORKERS: optional(`1-${maxWorkers} worker processes`, parseInteger(1, maxWorkers)),
  OPENDERM_READ_TIMEOUT_S: integer('10', { from: 1, to: maxReadTimeoutS, what: 'seconds' }),
  OPENDERM_MODELS_DIR: folder('./models'),
  OPENDERM_MODEL_SET: text('default', 'default, free, or folder names', /^[\w.-]+(\+[\w.-]+)?$/),
  OPENDERM_INFERENCE_URL: optional(expectedLater, () => undefined),
  OPENDERM_TOKEN_LIFETIME_MINUTES: integer('60', { from: 1, to: maxTokenMinutes, what: 'minutes' }),
  OPENDERM_KEEP_PHOTOS: { fallback: 'false', expected: 'true or false', parse: parseBoolean },
  OPENDERM_QUALITY_THRESHOLD: integer('41', { from: 0, to: 100, what: 'a quality score' }),
  OPENDERM_IMAGE_EVIDENCE_THRESHOLD: integer('50', { from: 0, to: 100, what: 'percent' }),
  OPENDERM_LICENSED_TEXTS: optional('a file', (value) => resolve(value)),
  OPENDERM_WEBHOOK_NETWORKS: optional('networks like 10.0.0.0/8, with commas', parseNetworks),
  OPENDERM_LOG_LEVEL: { fallback: 'warn', expected: logLevels.join(', '), parse: parseLogLevel },
  OPENDERM_TRUST_PROXY: { fallback: 'false', expected: 'true or false', parse: parseBoolean },
  OPENDERM_SECURITY_CONTACT: optional('a mailto: or https: address', (value) =>
    /^(mailto:|https:\/\/)\S+$/.test(value) ? value : undefined,
  ),
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

type Settings = typeof settings;
type SettingName = keyof Settings;
type Values = { [Name in SettingName]: Exclude<ReturnType<Settings[Name]['parse']>, undefined> };

/** Every setting with its default, as `.env.example` has them. */
export const settingDefaults: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(settings).map(([name, { fallback }]) => [name, fallback]),
);

/** The configuration of this process: the project's `.env` where there is one, the environment above it. */
export function loadConfig(): Config {
  const envFile = resolve(projectDir, '.env');
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  return readConfig(process.env);
}

/** @throws ConfigError naming everything that is wrong, never the value of a secret */
export function readConfig(environment: Environment): Config {
  const values = parseAll(environment);
  return Object.freeze({
    port: values.OPENDERM_PORT,
    host: values.OPENDERM_HOST,
    publicUrl: values.OPENDERM_PUBLIC_URL,
    dataDir: values.OPENDERM_DATA_DIR,
    databaseUrl: values.OPENDERM_DATABASE_URL,
    storage: values.OPENDERM_STORAGE_URL ?? toFolder(values.OPENDERM_DATA_DIR),
    adminEmail: values.OPENDERM_ADMIN_EMAIL.toLowerCase(),
    adminPassword: values.OPENDERM_ADMIN_PASSWORD,
    workers: values.OPENDERM_WORKERS ?? availableParallelism(),
    readTimeoutS: values.OPENDERM_READ_TIMEOUT_S,
    modelsDir: values.OPENDERM_MODELS_DIR,
    modelSet: values.OPENDERM_MODEL_SET,
    tokenLifetimeMinutes: values.OPENDERM_TOKEN_LIFETIME_MINUTES,
    keepPhotos: values.OPENDERM_KEEP_PHOTOS,
    qualityThreshold: values.OPENDERM_QUALITY_THRESHOLD,
    imageEvidenceThreshold: values.OPENDERM_IMAGE_EVIDENCE_THRESHOLD / 100,
    licensedTexts: values.OPENDERM_LICENSED_TEXTS,
    webhookNetworks: values.OPENDERM_WEBHOOK_NETWORKS ?? [],
    logLevel: values.OPENDERM_LOG_LEVEL,
    trustProxy: values.OPENDERM_TRUST_PROXY,
    securityContact: values.OPENDERM_SECURITY_CONTACT,
  });
}

/** Pictures lie in the data folder where nothing else was said. */
function toFolder(dir: string): StoragePlace {
  return { kind: 'folder', dir };
}

function parseAll(environment: Environment): Values {
  const names = Object.keys(settings) as SettingName[];
  const parsed = names.map((name) => {
    const setting: Setting<unknown> = settings[name];
    const value = setting.parse(environment[name] || setting.fallback);
    return { name, value, expected: setting.expected };
  });
  const problems = parsed
    .filter(({ value }) => value === undefined)
    .map(({ name, expected }) => `${name}: expected ${expected}`);
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.fromEntries(parsed.map(({ name, value }) => [name, value])) as Values;
}

function createSecret(value: string): Secret {
  const redact = () => '[redacted]';
  return { reveal: () => value, toString: redact, toJSON: redact, [inspect.custom]: redact } as Secret;
}

/** Empty is allowed and means null. */
function optional<Value>(
  expected: string,
  parse: (text: string) => Value | undefined,
): Setting<Value | null> {
  return { fallback: '', expected, parse: (value) => (value === '' ? null : parse(value)) };
}

function text(fallback: string, expected: string, pattern: RegExp): Setting<string> {
  return { fallback, expected, parse: (value) => (pattern.test(value) ? value : undefined) };
}

function folder(fallback: string): Setting<string> {
  return {
    fallback,
    expected: 'a folder',
    // The default is the project's own, from whatever folder a command is called.
    parse: (value) => (value === fallback ? resolve(projectDir, value) : resolve(value)),
  };
}

function integer(
  fallback: string,
  { from, to, what }: { readonly from: number; readonly to: number; readonly what: string },
): Setting<number> {
  return { fallback, expected: `${what}, ${from}-${to}`, parse: parseInteger(from, to) };
}

function parseInteger(from: number, to: number): (text: string) => number | undefined {
  return (value) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    return number >= from && number <= to ? number : undefined;
  };
}

function parseBoolean(value: string): boolean | undefined {
  if (value === 'true') return true;
  return value === 'false' ? false : undefined;
}

function parseLogLevel(value: string): LogLevel | undefined {
  return logLevels.find((level) => level === value);
}

/** All or none: an address that means another network than it says is a slip. */
function parseNetworks(value: string): readonly string[] | undefined {
  const networks = value.split(',').map((network) => network.trim());
  return networks.every(isNetwork) ? networks : undefined;
}

function isNetwork(text: string): boolean {
  const [address = '', bits = '', ...rest] = text.split('/');
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return rest.length === 0 && /^\d+$/.test(bits) && most > 0 && Number(bits) <= most;
}

function parseOrigin(value: string): string | undefined {
  return /^https?:\/\//.test(value) && URL.canParse(value) ? new URL(value).origin : undefined;
}
