// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Answer, PhotoReading } from './answer.ts';
import { collectNotices } from './collect-notices.ts';
import { openingView, selectReading } from './select-reading.ts';

const reading = {
  entries: [],
  indicatorPercents: {
    hasCondition: 1,
    pigmentedLesion: 1,
    malignancy: 1,
    urgentReferral: 1,
    highPriorityReferral: 1,
  },
  entropyPercent: 10,
  imageEvidencePercent: 90,
};

function photo(isValid: boolean, imageEvidencePercent = 90): PhotoReading {
  return {
    ...reading,
    imageEvidencePercent,
    widthPx: 4,
    heightPx: 3,
    validity: {
      isValid,
      score: 80,
      band: 'Good',
      isAcceptable: isValid,
      isSkin: true,
      skinPercent: 99,
      modality: 'Clinical',
      modalityPercent: 99,
      reasons: [],
    },
  };
}

function answer(photos: readonly PhotoReading[], warnings: Answer['warnings'] = []): Answer {
  const together = { ...reading, sensitivityPercent: 60, specificityPercent: 90 };
  return { id: 'i', issued: '', durationS: 1, together, photos, warnings, models: [], catalogueVersion: '1' };
}

const kinds = (...parameters: Parameters<typeof collectNotices>) =>
  collectNotices(...parameters).map(({ kind }) => kind);

test('has nothing to say about a valid photograph of a known condition', () => {
  expect(collectNotices(answer([photo(true)]), 0, 50)).toEqual([]);
});

test('calls an invalid photograph grave, on its own and in the singular', () => {
  const one = answer([photo(false)], ['noValidImage']);
  expect(collectNotices(one, 0, 50)).toEqual([{ kind: 'invalid', isGrave: true }]);
});

test('warns of a photograph below the device’s threshold, not at it', () => {
  const two = answer([photo(true, 49.9), photo(true, 50)]);
  expect(kinds(two, 0, 50)).toEqual(['outsideKnownConditions']);
  expect(kinds(two, 1, 50)).toEqual([]);
});

test('keeps the device’s own warning for a single photograph, also without a threshold, once', () => {
  const one = answer([photo(true, 20)], ['outsideKnownConditions']);
  expect(kinds(one, 0, undefined)).toEqual(['outsideKnownConditions']);
  expect(kinds(one, 0, 50)).toEqual(['outsideKnownConditions']);
});

test('says when some photographs were left out, but not when all were', () => {
  expect(kinds(answer([photo(true), photo(false)]), 'together', 50)).toEqual(['someInvalid']);
  const none = answer([photo(false), photo(false)], ['noValidImage']);
  expect(kinds(none, 'together', 50)).toEqual(['noValidImage']);
});

test('puts what is grave first and leaves terms of use to the models', () => {
  const all = answer(
    [photo(true), photo(true)],
    ['imagesDisagree', 'nonCommercialModel', 'outsideKnownConditions'],
  );
  expect(kinds(all, 'together', 50)).toEqual(['outsideKnownConditions', 'imagesDisagree']);
});

test('shows a single photograph at once, with what the device states for the whole request', () => {
  const one = answer([photo(true)]);
  expect(openingView(one)).toBe(0);
  expect(selectReading(one, 0)).toMatchObject({ sensitivityPercent: 60, specificityPercent: 90 });
});

test('opens several photographs together and claims no sensitivity for one of them', () => {
  const two = answer([photo(true), photo(true)]);
  expect(openingView(two)).toBe('together');
  expect(selectReading(two, 1)).not.toHaveProperty('sensitivityPercent');
});
