// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { createOnnxSession } from '../src/vision/runtime/onnx-session.ts';
import { writeOnnx } from '../test/fixtures/onnx-writer.ts';
import { tinyConditionLabels, tinyGraph, tinyInputPx } from '../test/fixtures/tiny-models.ts';
import { withoutMaps } from './without-maps.ts';

const onnx = Buffer.from(writeOnnx(tinyGraph(tinyConditionLabels)));

it('gives the same logits and no maps', async () => {
  const [withThem, without] = [
    await createOnnxSession(onnx),
    await createOnnxSession(withoutMaps(onnx, 'maps')),
  ];
  const tensorNchw = Float32Array.from({ length: 3 * tinyInputPx ** 2 }, (_, at) => Math.sin(at / 7));
  const input = { tensorNchw, dims: [1, 3, tinyInputPx, tinyInputPx] };
  const logitsOf = async (session: typeof without) =>
    [...((await session.run('input', input, ['logits'])).get('logits')?.data ?? [])].map(Number);
  const [expected, measured] = [await logitsOf(withThem), await logitsOf(without)];
  expect(without.outputs.map(({ name }) => name)).toEqual(['logits']);
  expect(measured).toHaveLength(tinyConditionLabels.length);
  // Single precision, summed in another order.
  measured.forEach((logit, at) => {
    expect(logit).toBeCloseTo(expected[at] ?? Number.NaN, 5);
  });
});

it('refuses a net that does not average its maps', () => {
  expect(() => withoutMaps(onnx, 'cells')).toThrow('does not average "cells"');
});
