// SPDX-License-Identifier: Apache-2.0
import { randomBytes, randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { createWebhookSecrets } from './webhook-secrets.ts';

const secrets = createWebhookSecrets(randomBytes(32));
const name = { webhookId: randomUUID(), generation: 1 };
const timestampS = Math.floor(Date.now() / 1000);

function verify(body: string, secret: string, signature: string, id = 'msg'): unknown {
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(timestampS),
    'webhook-signature': signature,
  };
  return new Webhook(secret).verify(body, headers);
}

function sign(body: string, whose = name): string {
  return secrets.sign({ id: 'msg', timestampS, body }, whose);
}

describe('webhook secrets', () => {
  it('sign what the reference library verifies, whatever letters it has', () => {
    for (const body of ['{"a":1}', '{"name":"Ñandú ✓"}', `{"long":"${'x'.repeat(100_000)}"}`])
      expect(verify(body, secrets.reveal(name), sign(body))).toEqual(JSON.parse(body));
  });

  it('are another for each webhook, generation and server', () => {
    const others = [
      { ...name, generation: 2 },
      { ...name, webhookId: randomUUID() },
    ];
    const all = [name, ...others].map((each) => secrets.reveal(each));
    const elsewhere = createWebhookSecrets(randomBytes(32)).reveal(name);
    expect(new Set([...all, elsewhere]).size).toBe(4);
    expect(secrets.reveal(name)).toBe(all[0]);
    for (const other of others)
      expect(() => verify('{}', secrets.reveal(name), sign('{}', other))).toThrow('No matching signature');
  });

  it('do not sign another body or message', () => {
    const signature = sign('{"a":1}');
    expect(() => verify('{"a":2}', secrets.reveal(name), signature)).toThrow('No matching signature');
    expect(() => verify('{"a":1}', secrets.reveal(name), signature, 'other')).toThrow(
      'No matching signature',
    );
  });

  it('have 24 to 64 bytes, and want a long key', () => {
    const bytes = Buffer.from(secrets.reveal(name).replace(/^whsec_/, ''), 'base64').length;
    expect(bytes).toBe(32);
    expect(() => createWebhookSecrets(randomBytes(31))).toThrow(RangeError);
  });
});
