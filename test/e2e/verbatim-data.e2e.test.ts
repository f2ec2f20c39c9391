// SPDX-License-Identifier: Apache-2.0
import { maxExtraDataBytes } from '@openderm/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReportDesk, reportsPath, startReportDesk } from '../fixtures/report-desk.ts';

/*
 * `extraData` is the integrator's own: what it reads is what it wrote, character by character.
 */

let desk: ReportDesk;
beforeAll(async () => {
  desk = await startReportDesk();
});
afterAll(() => desk?.close());

const verbatim: readonly (readonly [string, string])[] = [
  [
    'numbers beyond 2^53 and of many digits',
    '{"id":90071992547409931234,"x":0.1000000000000000055,"y":-0,"z":1E400}',
  ],
  ['keys in their order', '{"b":1,"10":2,"a":3,"2":4,"":5}'],
  ['one key twice', '{"a":1,"a":{"b":2}}'],
  ['names that objects have', '{"__proto__":{"x":1},"constructor":null,"toJSON":"x"}'],
  ['escapes as they were chosen', '{"a":"\\u00e9é\\/\\ud83d\\ude00😀\\u0000\\ud800"}'],
  ['blanks', '{ "a" :\t[ 1 ,\n2 ] }'],
  ['words of its own container', '{"extraData":{"extraData":1},"text":"\\"extraData\\":{}"}'],
  ['nothing', '{}'],
];

/** What stands behind `"extraData":` in an answer, as long as what was sent. */
function echoed(answer: string, sent: string): string {
  const at = answer.indexOf('"extraData":') + '"extraData":'.length;
  return answer.slice(at, at + sent.length);
}

function toBody(extraData: string): string {
  return `{"extraData": ${extraData} ,"bodySite":"trunkFront","images":["${desk.photograph}"]}`;
}

describe('extra data', () => {
  it.each(verbatim)('comes back as it came: %s', async (_, sent) => {
    const made = await desk.backend.create(toBody(sent));
    expect([made.status, echoed(made.text, sent)]).toEqual([200, sent]);
    expect(made.body.data.extraData).toEqual(JSON.parse(sent));
    for (const format of ['raw', 'fhir']) {
      const read = await desk.backend.read(made.body.data.id, `?format=${format}`);
      expect([format, echoed(read.text, sent)]).toEqual([format, sent]);
    }
  });

  it.each(verbatim)('comes back as it came in a form: %s', async (_, sent) => {
    const form = new FormData();
    form.append('bodySite', 'trunkFront');
    // A form writes every line end in one way.
    form.append('extraData', sent.replaceAll('\n', ' '));
    form.append('images', new Blob([Buffer.from(desk.photograph, 'base64')]), 'lesion.jpg');
    const headers = { 'x-api-token': desk.backend.token };
    const made = await fetch(`${desk.tiny.origin}${reportsPath}`, { method: 'POST', headers, body: form });
    expect([made.status, echoed(await made.text(), sent)]).toEqual([200, sent.replaceAll('\n', ' ')]);
  });

  it('is an object without fields where PHP wrote an empty list, and null where there is none', async () => {
    for (const [sent, expected] of [
      ['[]', '{}'],
      ['null', 'null'],
    ] as const) {
      const made = await desk.backend.create(toBody(sent));
      expect([made.status, echoed(made.text, expected)]).toEqual([200, expected]);
    }
  });

  it('may be as long as is said, blanks counted', async () => {
    const fill = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`;
    expect((await desk.backend.create(toBody(fill(maxExtraDataBytes)))).status).toBe(200);
    const over = await desk.backend.create(toBody(fill(maxExtraDataBytes + 1)));
    expect([over.status, over.body.errorCode]).toEqual([422, 'invalidRequest']);
    expect(over.body.message).toContain('extraData');
  });
});
