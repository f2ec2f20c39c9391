// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeviceError, type ErrorCode } from '../../errors.ts';
import type { JsonPath } from './json-path.ts';
import { createJsonScanner, type JsonScannerOptions } from './json-scanner.ts';

const limits: JsonScannerOptions = {
  isImage: (path) => path.at(-1) === 'data',
  maxImages: 20,
  maxImageTextBytes: 100_000,
  maxTextBytes: 50_000,
  maxDepth: 32,
  maxStringBytes: 1000,
  standIn: 'too long',
};

function scan(bytes: Uint8Array, options: { step?: number; limits?: Partial<JsonScannerOptions> } = {}) {
  const scanner = createJsonScanner({ ...limits, ...options.limits });
  const images: string[] = [];
  const paths: JsonPath[] = [];
  const step = options.step ?? bytes.length;
  for (let at = 0; at < bytes.length; at += step) {
    for (const image of scanner.write(Buffer.from(bytes.subarray(at, at + step)))) {
      images.push(Buffer.concat(image.parts).toString('latin1'));
      paths.push(image.path);
    }
  }
  const put = (value: unknown): unknown => {
    const number = scanner.imageNumber(value);
    if (number !== undefined) return images[number];
    if (Array.isArray(value)) return value.map(put);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, put(inner)]));
  };
  return { document: put(scanner.end()), images, paths };
}

const scanText = (text: string, options?: Parameters<typeof scan>[1]) => scan(Buffer.from(text), options);

function codeOf(run: () => unknown): ErrorCode | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof DeviceError) return error.code;
    throw error;
  }
  return undefined;
}

const base64 = fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes).toString('base64'));
const requests = fc.record({
  resourceType: fc.string({ unit: 'binary', maxLength: 30 }),
  payload: fc.array(
    fc.record({ contentAttachment: fc.record({ data: base64, title: fc.string({ unit: 'grapheme' }) }) }),
    { maxLength: 5 },
  ),
  extra: fc.jsonValue({ maxDepth: 4 }),
});
/** How encoders in the wild write a JSON text: plainly, with `\/` (PHP), with every sign escaped (.NET). */
const writers = fc.constantFrom(
  (text: string) => text,
  (text: string) => inStrings(text, (string) => string.replaceAll('/', '\\/')),
  (text: string) => inStrings(text, (string) => string.replaceAll('+', '\\u002B').replaceAll('/', '\\u002f')),
);

function inStrings(text: string, rewrite: (string: string) => string): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"/g, rewrite);
}

describe('the body scanner', () => {
  it("gives JSON.parse's answer, whatever the chunk borders and the encoder", () => {
    fc.assert(
      fc.property(requests, writers, fc.integer({ min: 1, max: 300 }), (request, write, step) => {
        const text = write(JSON.stringify(request));
        expect(scanText(text, { step }).document).toEqual(JSON.parse(text));
      }),
      { numRuns: 400 },
    );
  });

  it('refuses exactly what JSON.parse refuses, also after one byte was changed', () => {
    // Not by a control character: inside an image that is left to the base64 decoder.
    const changes = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0x20, max: 127 }) });
    fc.assert(
      fc.property(requests, changes, fc.integer({ min: 1, max: 50 }), (request, { at, byte }, step) => {
        const bytes = Buffer.from(JSON.stringify(request));
        bytes[at % bytes.length] = byte;
        const isJson = codeOf(() => parseOrThrow(bytes)) === undefined;
        expect(codeOf(() => scan(bytes, { step })) === undefined).toBe(isJson);
      }),
      { numRuns: 1000 },
    );
  });

  it('hands an image over as soon as its closing quote is in', () => {
    const scanner = createJsonScanner(limits);
    expect(scanner.write(Buffer.from('{"payload":[{"data":"AAA'))).toEqual([]);
    const [image] = scanner.write(Buffer.from('A"'));
    expect(image).toMatchObject({ number: 0, path: ['payload', 0, 'data'], lengthBytes: 4 });
  });

  it('lets the last of two equal keys decide, as JSON.parse does', () => {
    const { document, images } = scanText('{"data":"Zmlyc3Q=","data":"c2Vjb25k"}');
    expect(document).toEqual({ data: 'c2Vjb25k' });
    expect(images).toHaveLength(2);
  });

  it('knows a key that is written with escapes', () => {
    expect(scanText('{"d\\u0061ta":"AAAA"}').images).toEqual(['AAAA']);
  });

  it('keeps __proto__ an ordinary key', () => {
    const { document } = scanText('{"__proto__":{"data":"AAAA"},"a":1}');
    expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
    expect(Object.hasOwn(Object.prototype, 'data')).toBe(false);
  });

  it('takes no text of a client for an image', () => {
    expect(scanText('{"a":"image 0","data":"AAAA"}').document).toEqual({ a: 'image 0', data: 'AAAA' });
  });

  it('puts a stand-in where a long text was', () => {
    expect(scanText(`{"a":"${'x'.repeat(1001)}","b":1}`, { step: 64 }).document).toEqual({
      a: 'too long',
      b: 1,
    });
    expect(scanText(`{"a":"${'\\u00e9'.repeat(1000)}"}`, { step: 7 }).document).toEqual({ a: 'too long' });
  });

  it.each([
    ['a control character', `{"a":"${'x'.repeat(2000)}\n"}`],
    ['an unknown escape', `{"a":"${'x'.repeat(2000)}\\x"}`],
    ['half an escape', `{"a":"${'x'.repeat(2000)}\\u12"}`],
  ])('checks a long text it drops: %s', (_fault, text) => {
    expect(codeOf(() => scanText(text))).toBe('malformedJson');
  });

  it('passes over a byte order mark', () => {
    expect(scanText('\ufeff{"a":1}').document).toEqual({ a: 1 });
  });

  it.each([
    ['nothing', ''],
    ['an open string', '{"a":"b'],
    ['an open object', '{"a":1'],
    ['an open image', '{"data":"AAAA'],
    ['trailing garbage', '{"a":1}x'],
    ['two documents', '{"a":1}{"a":2}'],
    ['a stray bracket', '{"a":1]'],
    ['a comma outside everything', ','],
    ['a bad escape in an image', '{"data":"AA\\x"}'],
    ['a bad unicode escape in an image', '{"data":"AA\\u00g0"}'],
    ['single quotes', "{'a':1}"],
    ['NaN', '{"a":NaN}'],
  ])('refuses %s', (_fault, text) => {
    expect(codeOf(() => scanText(text))).toBe('malformedJson');
  });

  it('refuses bytes that are not UTF-8, in kept and in dropped texts', () => {
    const broken = (padding: number) => Buffer.from(`{"a":"${'x'.repeat(padding)}\xff"}`, 'latin1');
    expect(codeOf(() => scan(broken(0)))).toBe('malformedJson');
    expect(codeOf(() => scan(broken(2000)))).toBe('malformedJson');
  });

  it('stops at its limits', () => {
    expect(codeOf(() => scanText('['.repeat(33)))).toBe('malformedJson');
    expect(codeOf(() => scanText('['.repeat(32) + ']'.repeat(32)))).toBeUndefined();
    expect(codeOf(() => scanText(`[${'1,'.repeat(25_000)}1]`))).toBe('bodyTooLarge');
    expect(codeOf(() => scanText(`{"data":"${'A'.repeat(100_001)}`, { step: 999 }))).toBe('imageTooLarge');
    expect(codeOf(() => scanText(`{"data":"${'A'.repeat(100_000)}"}`))).toBeUndefined();
    const images = (count: number) => `[${Array(count).fill('{"data":"AA=="}').join()}]`;
    expect(codeOf(() => scanText(images(20)))).toBeUndefined();
    expect(codeOf(() => scanText(images(21)))).toBe('tooManyImages');
  });
});

function parseOrThrow(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (cause) {
    throw new DeviceError('malformedJson', {}, cause);
  }
}
