// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paintSkin, toBody, toJpeg } from '../fixtures/pictures.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

let tiny: TinyServer;
let authorization: string;
beforeAll(async () => {
  tiny = await startTinyServer();
  authorization = `Bearer ${await tiny.logIn()}`;
});
afterAll(() => tiny?.close());

interface Refusal {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: string | null;
}

async function post(body: string | Buffer, contentType = 'application/json'): Promise<Refusal> {
  const headers = { authorization, 'content-type': contentType };
  const answer = await fetch(`${tiny.baseUrl}/diagnosis-support`, { method: 'POST', headers, body });
  return { status: answer.status, body: await answer.json(), retryAfter: answer.headers.get('retry-after') };
}

const dataField = ['body', 'payload', 0, 'contentAttachment', 'data'];
const withData = (data: unknown) => JSON.stringify({ payload: [{ contentAttachment: { data } }] });
const notBase64 = {
  detail: [{ type: 'value_error', msg: 'Value error, Only base64 data is allowed', loc: dataField }],
};

describe('the base64 of an image', () => {
  it('is missing', async () => {
    const body = '{"payload":[{"contentAttachment":{"title":"x"}},{}]}';
    const missing = { type: 'missing', msg: 'Field required' };
    expect(await post(body)).toMatchObject({
      status: 422,
      body: {
        detail: [
          { ...missing, loc: dataField },
          { ...missing, loc: ['body', 'payload', 1, 'contentAttachment'] },
        ],
      },
    });
  });

  it.each([
    ['a data URI', 'data:image/jpeg;base64,/9j/4AAQSkZJRg=='],
    ['no base64', 'this is not base64!'],
    ['cut short', '/9j/4AAQSkZJR'],
    ['URL-safe', '_9j_4AAQSkZJRg=='],
    ['with a foreign letter', '/9j/4AAéSkZJRg=='],
    ['with a space', '/9j/ 4AAQSkZJRg=='],
  ])('is %s', async (_fault, data) => {
    expect(await post(withData(data))).toMatchObject({ status: 422, body: notBase64 });
  });

  it.each([
    ['a number', 1],
    ['null', null],
    ['a list', ['AAAA']],
    ['an object', { data: 'AAAA' }],
  ])('is %s', async (_fault, data) => {
    const detail = [{ type: 'type_error', msg: 'Input should be a valid string', loc: dataField }];
    expect(await post(withData(data))).toMatchObject({ status: 422, body: { detail } });
  });

  it('names the image at fault among others', async () => {
    const good = (await toJpeg()).toString('base64');
    const payload = [good, good, 'data:,'].map((data) => ({ contentAttachment: { data } }));
    const loc = ['body', 'payload', 2, 'contentAttachment', 'data'];
    expect(await post(JSON.stringify({ payload }))).toMatchObject({
      status: 422,
      body: { detail: [{ loc }] },
    });
  });
});

describe('the bytes of an image', () => {
  const refusedWith = (code: string, message: string) => ({
    status: 422,
    body: { detail: [{ type: 'value_error', msg: `Value error, ${message}`, loc: dataField }], code },
  });
  const unsupported = refusedWith('unsupportedImage', 'The bytes are not a JPEG, PNG, WebP or AVIF picture.');
  const send = (bytes: Uint8Array) => post(toBody([bytes]));

  it.each([
    ['text', Buffer.from('a letter, not a picture')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['zeros', Buffer.alloc(5000)],
    ['nothing', Buffer.alloc(0)],
  ])('are %s', async (_kind, bytes) => {
    expect(await send(bytes)).toMatchObject(unsupported);
  });

  it('are those of a GIF or TIFF', async () => {
    expect(await send(await paintSkin(32, 32).gif().toBuffer())).toMatchObject(unsupported);
    expect(await send(await paintSkin(32, 32).tiff().toBuffer())).toMatchObject(unsupported);
  });

  it.each([0.1, 0.5, 0.9, 0.99])('end at %f of the picture, which is never scored', async (share) => {
    const formats = [await toJpeg(), await paintSkin().png().toBuffer(), await paintSkin().webp().toBuffer()];
    for (const bytes of formats) {
      const { status, body } = await send(bytes.subarray(0, Math.floor(bytes.length * share)));
      expect([status, body]).toEqual([422, expect.objectContaining({ detail: expect.any(Array) })]);
    }
  });

  it('say more pixels than the limit', async () => {
    const flat = { width: 7100, height: 7100, channels: 3, background: '#c98' } as const;
    const bomb = await sharp({ create: flat }).png({ compressionLevel: 9 }).toBuffer();
    expect(await send(bomb)).toMatchObject(
      refusedWith('imageTooManyPixels', 'The picture has too many pixels.'),
    );
  });
});

describe('the document', () => {
  const jsonError = { detail: [{ type: 'json_invalid', msg: 'JSON decode error', loc: ['body'] }] };

  it.each([
    ['half of it', '{"payload":['],
    ['garbage after it', '{"payload":[]} x'],
    ['single quotes', "{'payload':[]}"],
    ['a stray bracket', '{"payload":[}]'],
  ])('is no JSON: %s', async (_fault, body) => {
    expect(await post(body)).toMatchObject({ status: 422, body: jsonError });
  });

  it('is not UTF-8', async () => {
    const body = Buffer.from('{"payload":[],"x":"\xff"}', 'latin1');
    const detail = [{ type: 'json_invalid', msg: 'The body is not UTF-8', loc: ['body'] }];
    expect(await post(body)).toMatchObject({ status: 422, body: { detail } });
  });

  it('is nested too deeply', async () => {
    const deep = `{"payload":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    expect(await post(deep)).toMatchObject({ status: 422, body: { detail: [{ type: 'json_invalid' }] } });
  });

  it.each([
    ['nothing', '', { type: 'missing', msg: 'Field required', loc: ['body'] }],
    ['no payload', '{}', { type: 'missing', msg: 'Field required', loc: ['body', 'payload'] }],
    ['a list', '[]', { type: 'type_error', msg: 'Input should be a valid object', loc: ['body'] }],
    [
      'an empty payload',
      '{"payload":[]}',
      { type: 'value_error', msg: 'Value error, List should have at least 1 item', loc: ['body', 'payload'] },
    ],
    [
      'one image that is not in a list',
      '{"payload":{"contentAttachment":{"data":"AAAA"}}}',
      { type: 'type_error', msg: 'Input should be a valid list', loc: ['body', 'payload'] },
    ],
  ])('has %s', async (_fault, body, problem) => {
    expect(await post(body)).toMatchObject({ status: 422, body: { detail: [problem] } });
  });

  it('carries what would change objects, and does not', async () => {
    const photo = (await toJpeg()).toString('base64');
    const attachment = `{"data":"${photo}","__proto__":{"title":"x"},"constructor":1}`;
    const { status, body } = await post(
      `{"__proto__":{"payload":[]},"payload":[{"contentAttachment":${attachment}}]}`,
    );
    const { imagingAnalysis } = body as { imagingAnalysis: { contentAttachment: unknown }[] };
    expect(status).toBe(200);
    expect(imagingAnalysis[0]?.contentAttachment).toEqual({ title: null, contentType: null });
  });

  it('may be large where nobody looks', async () => {
    const more = { resourceType: 'ServiceRequest', previousMedia: [{ content: 'A'.repeat(3_000_000) }] };
    expect((await post(toBody([await toJpeg()], more))).status).toBe(200);
  });

  it('has a title with half a surrogate pair', async () => {
    const photo = (await toJpeg()).toString('base64');
    const answer = await post(`{"payload":[{"contentAttachment":{"data":"${photo}","title":"a\\ud800b"}}]}`);
    expect(answer).toMatchObject({
      status: 200,
      body: { imagingAnalysis: [{ contentAttachment: { title: 'a\ufffdb' } }] },
    });
  });

  it('has more than twenty images', async () => {
    const images = Array.from({ length: 21 }, () => ({ contentAttachment: { data: 'AAAA' } }));
    expect(await post(JSON.stringify({ payload: images }))).toMatchObject({
      status: 422,
      body: { code: 'tooManyImages', detail: [{ loc: ['body', 'payload'] }] },
    });
  });

  it.each([
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'image/jpeg',
  ])('comes as %s', async (contentType) => {
    expect(await post('{}', contentType)).toMatchObject({ status: 415, body: { code: 'wrongContentType' } });
  });
});

describe('a body over the limits', () => {
  const mebibyte = 1024 * 1024;

  it('is refused by its declared length, before a byte of it has come', async () => {
    const headers = { authorization, 'content-type': 'application/json', 'content-length': 97 * mebibyte };
    const asking = request(`${tiny.baseUrl}/diagnosis-support`, { method: 'POST', headers });
    asking.flushHeaders();
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    asking.on('error', () => undefined).destroy();
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([413, expect.stringMatching(/^\d+$/)]);
  });

  it('is refused where it goes over, when it does not say how long it is', async () => {
    const headers = { authorization, 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const asking = request(`${tiny.baseUrl}/diagnosis-support`, { method: 'POST', headers });
    const answered = once(asking, 'response') as Promise<[IncomingMessage]>;
    asking.on('error', () => undefined).write('{"payload":[],"x":[');
    const spaces = Buffer.alloc(64 * 1024, ' ');
    for (let sent = 0; sent < 3; sent++) asking.write(spaces);
    const [answer] = await answered;
    asking.destroy();
    expect(answer.statusCode).toBe(413);
  });

  it('has one image that is too large', async () => {
    const answer = await post(withData('A'.repeat(28 * mebibyte)));
    expect(answer).toMatchObject({ status: 413, body: { code: 'imageTooLarge' } });
    expect(Number(answer.retryAfter)).toBeGreaterThan(0);
  });
});

describe('a client that leaves', () => {
  it('in the middle of its body does no harm', async () => {
    const { port } = new URL(tiny.origin);
    const head = `POST /v1/diagnosis-support HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n`;
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`${head}{"payload":[{"contentAttachment":{"data":"AAAA`);
    await sleep(50);
    socket.destroy();
    expect((await post(toBody([await toJpeg()]))).status).toBe(200);
  });
});
