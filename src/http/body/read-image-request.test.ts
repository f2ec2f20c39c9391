// SPDX-License-Identifier: Apache-2.0
import { PassThrough, Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { bodyLimits } from './body-limits.ts';
import { createByteBudget } from './byte-budget.ts';
import { createImageListForm } from './image-list-form.ts';
import { type ImageRequestOptions, readImageRequest } from './read-image-request.ts';
import type { RequestedImage } from './requested-image.ts';

const form = createImageListForm();

type Options = ImageRequestOptions<readonly RequestedImage[]>;

function read(body: Readable, changes: Partial<Options> = {}) {
  const added: string[] = [];
  const options: Options = {
    limits: bodyLimits,
    declaredBytes: undefined,
    lease: createByteBudget(1_000_000_000).open(),
    addImage: (base64) => added.push(Buffer.from(base64).toString()) - 1,
    form,
    ...changes,
  };
  return { added, images: readImageRequest(body, options) };
}

const readText = (text: string, changes?: Partial<Options>) =>
  read(Readable.from([Buffer.from(text)]), changes);

describe('a request with photographs', () => {
  it('hands each one over while the next is still on its way', async () => {
    const body = new PassThrough();
    const { added, images } = read(body);
    body.write('{"payload":[{"contentAttachment":{"data":"Zmlyc3Q=","title":"one"}},');
    while (added.length === 0) await nextTurn();
    expect(added).toEqual(['Zmlyc3Q=']);
    body.end('{"contentAttachment":{"data":"c2Vjb25k"}}]}');
    expect(await images).toEqual([
      { title: 'one', contentType: null, imageNumber: 0 },
      { title: null, contentType: null, imageNumber: 1 },
    ]);
  });

  it('takes a photograph from its own place only', async () => {
    const elsewhere = '"data":"AAAA","image":{"contentAttachment":{"data":"AAAA"}}';
    const { added, images } = readText(`{${elsewhere},"payload":[{"contentAttachment":{"data":"BBBB"}}]}`);
    expect(await images).toHaveLength(1);
    expect(added).toEqual(['BBBB']);
  });

  it('keeps the order of the caller when a key comes twice', async () => {
    const { images } = readText('{"payload":[{"contentAttachment":{"data":"AAAA","data":"BBBB"}}]}');
    expect(await images).toEqual([{ title: null, contentType: null, imageNumber: 1 }]);
  });

  it('is refused by its declared length, unread', async () => {
    const body = new PassThrough();
    const { images } = read(body, { declaredBytes: bodyLimits.maxBytes + 1 });
    await expect(images).rejects.toMatchObject({ code: 'bodyTooLarge' });
  });

  it('waits its turn when the memory for bodies is taken', async () => {
    const budget = createByteBudget(100);
    const { images } = readText('{}', { declaredBytes: 101, lease: budget.open() });
    await expect(images).rejects.toMatchObject({ code: 'queueFull' });
    const undeclared = readText(`{"x":"${'x'.repeat(100)}"}`, { lease: budget.open() });
    await expect(undeclared.images).rejects.toMatchObject({ code: 'queueFull' });
  });

  it('with thousands of wrong entries is refused as too many, at once', async () => {
    const { images } = readText(`{"payload":[${'1,'.repeat(20_000)}1]}`);
    await expect(images).rejects.toMatchObject({ code: 'tooManyImages' });
  });

  it('names every field at fault, once each', async () => {
    const item = '{"contentAttachment":{"title":5}}';
    const { images } = readText(`{"payload":[${Array(20).fill(item).join()}]}`);
    const error: unknown = await images.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'invalidRequest' });
    expect(error).toHaveProperty('details.problems.length', 40);
  });

  it('may say nothing of title and type, or null', async () => {
    const { images } = readText(
      '{"payload":[{"contentAttachment":{"data":"AAAA","title":null,"contentType":null}}]}',
    );
    expect(await images).toEqual([{ title: null, contentType: null, imageNumber: 0 }]);
  });
});
