// SPDX-License-Identifier: Apache-2.0

/** The body of a diagnosis request with the same photograph `count` times, as a client sends it. */
export function toRequestBody(photograph: Buffer, count: number): Buffer {
  const data = photograph.toString('base64');
  const payload = Array.from({ length: count }, (_, at) => ({
    contentAttachment: { data, title: `Lesion ${at + 1}`, contentType: 'image/jpeg' },
  }));
  return Buffer.from(JSON.stringify({ payload }));
}
