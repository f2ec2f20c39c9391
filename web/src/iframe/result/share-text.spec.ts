// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { createIframeText } from '../words/iframe-text.ts';
import { shareText } from './share-text.ts';

test.each([
  [0, '< 0,1 %'],
  [0.04, '< 0,1 %'],
  [0.1, '0,1 %'],
  [50.12, '50,1 %'],
  [99.9, '99,9 %'],
  [99.99, '> 99,9 %'],
  [100, '> 99,9 %'],
])('a share of %d is written %s in German', async (value, text) => {
  expect(shareText(value, await createIframeText('de', false))).toBe(text);
});
