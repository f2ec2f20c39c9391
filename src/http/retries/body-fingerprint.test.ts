// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createBodyFingerprint } from './body-fingerprint.ts';

const json = { contentType: 'application/json', query: '' };

function digest(
  body: string,
  { chunkBytes = 1000, ...request }: { chunkBytes?: number } & typeof json,
): string {
  const fingerprint = createBodyFingerprint(request);
  const bytes = Buffer.from(body);
  for (let at = 0; at < bytes.length; at += chunkBytes) fingerprint.add(bytes.subarray(at, at + chunkBytes));
  return fingerprint.digest();
}

function toForm(boundary: string, text = 'lesion') {
  const contentType = `multipart/form-data; boundary=${boundary}`;
  const parts = ['a', text].map(
    (part) => `--${boundary}\r\ncontent-disposition: form-data\r\n\r\n${part}\r\n`,
  );
  return { body: `${parts.join('')}--${boundary}--\r\n`, contentType, query: '' };
}

describe('the fingerprint of a body', () => {
  it('is its SHA-256 after its media type and query', () => {
    const expected = createHash('sha256').update('["application/json","locale=es"]\n{"a":1}').digest('hex');
    const request = { contentType: 'Application/JSON; charset=utf-8', query: 'locale=es' };
    expect(digest('{"a":1}', request)).toBe(expected);
  });

  it('is the same in whatever chunks it comes', () => {
    const { body, ...form } = toForm('b'.repeat(70));
    const whole = digest(body, form);
    for (let chunkBytes = 1; chunkBytes < 90; chunkBytes += 1)
      expect(digest(body, { ...form, chunkBytes })).toBe(whole);
  });

  it('of a form is the same under another boundary, and another one with another text', () => {
    const { body, ...form } = toForm('----first', 'lesion');
    const [again, other] = [toForm('----the-second'), toForm('----first', 'lesioN')];
    expect(digest(again.body, again)).toBe(digest(body, form));
    expect(digest(other.body, other)).not.toBe(digest(body, form));
  });

  it('is another one with another byte, query or media type', () => {
    const requests = [
      digest('{"a":1}', json),
      digest('{"a":2}', json),
      digest('{"a":1} ', json),
      digest('', json),
      digest('{"a":1}', { ...json, query: 'locale=es' }),
      digest('{"a":1}', { ...json, contentType: 'text/plain' }),
    ];
    expect(new Set(requests).size).toBe(requests.length);
  });
});
