// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { isListedImage, isOnlyImage, isSiteImage } from './image-places.ts';

const pathOf = (text: string) => text.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));

describe('the place of a photograph', () => {
  it.each([
    ['payload.3.contentAttachment.data', 'list only'],
    ['payload.contentAttachment.data', 'only'],
    ['scoringSystem.avasi.item.faceFront.payload.contentAttachment.data', 'site'],
    ['scoringSystem.avasi.item.faceFront.payload.0.contentAttachment.data', 'site'],
    ['payload.contentAttachment.data.data', ''],
    ['payload.0.0.contentAttachment.data', ''],
    ['payload.contentAttachment.title', ''],
    ['contentAttachment.data', ''],
    ['payload', ''],
    ['scoringSystem.avasi.payload.contentAttachment.data', ''],
    ['scoringSystem.avasi.item.payload.contentAttachment.data', ''],
    ['scoringSystem.avasi.item.faceFront.extra.payload.contentAttachment.data', ''],
    ['other.avasi.item.faceFront.payload.contentAttachment.data', ''],
  ])('%s belongs to %j', (text, kinds) => {
    const path = pathOf(text);
    const found = [
      isListedImage(path) ? 'list' : '',
      isOnlyImage(path) ? 'only' : '',
      isSiteImage(path) ? 'site' : '',
    ];
    expect(found.filter((kind) => kind !== '').join(' ')).toBe(kinds);
  });
});
