// SPDX-License-Identifier: Apache-2.0
import { viewPercents } from '../src/scoring/whole-body-views.ts';

/** The body of a diagnosis request with the same photograph `count` times, as a client sends it. */
export function toRequestBody(photograph: Buffer, count: number): Buffer {
  const data = photograph.toString('base64');
  const payload = Array.from({ length: count }, (_, at) => ({
    contentAttachment: { data, title: `Lesion ${at + 1}`, contentType: 'image/jpeg' },
  }));
  return Buffer.from(JSON.stringify({ payload }));
}

/** The body of a whole-body request: one photograph for each of the 17 views, no two of them the same bytes. */
export function toWholeBodyRequest(photograph: Buffer): Buffer {
  const sites = Object.keys(viewPercents).map((site) => {
    const data = withComment(photograph, site).toString('base64');
    return [site, { payload: { contentAttachment: { data, contentType: 'image/jpeg' } } }] as const;
  });
  const knownCondition = { conclusion: { text: 'vitiligo' } };
  return Buffer.from(
    JSON.stringify({ knownCondition, scoringSystem: { avasi: { item: Object.fromEntries(sites) } } }),
  );
}

/** A JPEG with a comment right after its first marker: other bytes, the same picture. @source ITU-T T.81, B.2.4.5 */
function withComment(jpeg: Buffer, comment: string): Buffer {
  const text = Buffer.from(comment);
  const head = Buffer.from([0xff, 0xfe, 0, text.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2)]);
}
