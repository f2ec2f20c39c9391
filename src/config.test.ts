// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, settingDefaults } from './config.ts';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('works without a single setting', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      modelSet: 'default',
      imageEvidenceThreshold: 0.5,
    });
    expect(config.workers).toBeGreaterThan(0);
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('takes an empty setting for an absent one', () => {
    expect(readConfig({ OPENDERM_PORT: '', OPENDERM_ADMIN_PASSWORD: '' })).toEqual(readConfig({}));
  });

  it('is what .env.example says, name by name, default by default', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const lines = [...example.matchAll(/^(OPENDERM_\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]);
    expect(Object.fromEntries(lines)).toEqual(settingDefaults);
  });

  it('names all problems at once', () => {
    const problems = problemsOf({
      OPENDERM_PORT: '65536',
      OPENDERM_WORKERS: '0',
      OPENDERM_TRUST_PROXY: 'yes',
      OPENDERM_DATABASE_URL: 'mysql://somewhere',
    });
    expect(problems).toEqual([
      'OPENDERM_PORT: expected a port, 0-65535',
      'OPENDERM_DATABASE_URL: expected a postgres:// URL',
      'OPENDERM_WORKERS: expected 1-64 worker processes',
      'OPENDERM_TRUST_PROXY: expected true or false',
    ]);
  });

  it.each([
    ['OPENDERM_PORT', '8080.5'],
    ['OPENDERM_PORT', '-1'],
    ['OPENDERM_HOST', 'two words'],
    ['OPENDERM_PUBLIC_URL', 'ftp://example.org'],
    ['OPENDERM_ADMIN_EMAIL', 'nobody'],
    ['OPENDERM_ADMIN_PASSWORD', 'elevenchars'],
    ['OPENDERM_MODEL_SET', '../elsewhere'],
    ['OPENDERM_INFERENCE_URL', 'http://localhost:8000'],
    ['OPENDERM_STORAGE_URL', 's3://key:secret@bucket'],
    ['OPENDERM_KEEP_PHOTOS', 'sometimes'],
    ['OPENDERM_TOKEN_LIFETIME_MINUTES', '61'],
    ['OPENDERM_QUALITY_THRESHOLD', '101'],
    ['OPENDERM_LOG_LEVEL', 'loud'],
    ['OPENDERM_SECURITY_CONTACT', 'call us'],
  ])('refuses %s=%s', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringContaining(name)]);
  });

  it('never prints a secret', () => {
    const password = 'correct horse battery staple';
    const config = readConfig({ OPENDERM_ADMIN_PASSWORD: password });
    expect(config.adminPassword?.reveal()).toBe(password);
    const printed = [JSON.stringify(config), inspect(config), String(config.adminPassword)].join();
    expect(printed).not.toContain(password);
    expect(problemsOf({ OPENDERM_ADMIN_PASSWORD: 'too short' }).join()).not.toContain('too short');
  });

  it('keeps pictures in the data folder, or where it is told', () => {
    const dir = '/var/lib/derm';
    expect(readConfig({ OPENDERM_DATA_DIR: dir }).storage).toEqual({ kind: 'folder', dir });
    const { storage } = readConfig({ OPENDERM_DATA_DIR: dir, OPENDERM_STORAGE_URL: 's3://bucket/derm' });
    expect(storage).toMatchObject({ kind: 'bucket', name: 'bucket', prefix: 'derm/' });
  });

  it('keeps the origin of a public address', () => {
    expect(readConfig({ OPENDERM_PUBLIC_URL: 'https://derm.example.org/' }).publicUrl).toBe(
      'https://derm.example.org',
    );
  });
});
