// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type WelcomeOptions, writeWelcome } from './welcome.ts';

const licence = { note: 'Any use.', commercialUse: true };
const options: WelcomeOptions = {
  softwareVersion: '1.2.3',
  origin: 'http://127.0.0.1:8080',
  account: { email: 'admin@localhost', password: { kind: 'generated', text: 'aSecretPassword' } },
  workers: 2,
  models: [{ name: 'condition-free', version: '1.0.0', licence }],
  samplePhoto: 'examples/photos/melanoma-1.jpg',
};
const write = (changes: Partial<WelcomeOptions> = {}) => writeWelcome({ ...options, ...changes });

describe('the welcome', () => {
  it('shows address, login and a trial that carries both', () => {
    const text = write();
    expect(text).toContain('http://127.0.0.1:8080/v1');
    expect(text).toContain("--data-urlencode 'password=aSecretPassword'");
    expect(text).toContain('base64 < examples/photos/melanoma-1.jpg');
  });

  it('never repeats a password that was configured or set earlier', () => {
    const configured = write({ account: { email: 'a@b', password: { kind: 'configured' } } });
    expect(configured).toContain('the one in OPENDERM_ADMIN_PASSWORD');
    expect(configured).toContain("'password=<password>'");
    const earlier = write({ account: { email: 'a@b', password: { kind: 'earlier' } } });
    expect(earlier).toContain('npx openderm user password a@b');
  });

  it('says what a model may be used for, once', () => {
    const research = { note: 'Research only.', commercialUse: false };
    const models = ['condition', 'validity'].map((name) => ({ name, version: '1.0.0', licence: research }));
    expect(write({ models }).match(/Research only\./g)).toHaveLength(1);
    expect(write({ models })).toContain('OPENDERM_MODEL_SET=free');
    expect(write()).toContain('all uses');
  });

  it('leaves the trial out where it could not work', () => {
    expect(write({ samplePhoto: undefined })).not.toContain('curl');
    const locked = write({ account: undefined });
    expect(locked).not.toContain('curl');
    expect(locked).toContain('openderm user add');
  });

  it('fits a terminal: rows of facts are short', () => {
    const facts = write()
      .split('\n')
      .filter((line) => /^ {2}[A-Z]\w+ {2,}/.test(line));
    expect(facts.length).toBeGreaterThan(4);
    for (const fact of facts) expect(fact.length).toBeLessThanOrEqual(100);
  });
});
