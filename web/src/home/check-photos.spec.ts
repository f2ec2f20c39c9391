// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bodyBytes, checkPhotos } from './check-photos.ts';

const limits = { images: 3, imageBytes: 1000, bodyBytes: 5000, pixels: 50e6, warnBelowPercent: 50 };
const photo = (size: number, name = 'a.jpg', type = 'image/jpeg') => ({ name, type, size });

test('accepts what fits, at the very limit too', () => {
  expect(checkPhotos([], [photo(1000)], limits)).toEqual({ accepted: [photo(1000)], problems: [] });
});

test('names the file that is one byte too large and keeps the others', () => {
  const check = checkPhotos([], [photo(1001, 'big.jpg'), photo(10)], limits);
  expect(check.accepted).toEqual([photo(10)]);
  expect(check.problems).toEqual([{ kind: 'tooLarge', name: 'big.jpg', sizeBytes: 1001 }]);
});

test('refuses what is not a picture, but leaves a file without a type to the device', () => {
  const check = checkPhotos([], [photo(1, 'notes.pdf', 'application/pdf'), photo(1, 'photo', '')], limits);
  expect(check.accepted.map(({ name }) => name)).toEqual(['photo']);
  expect(check.problems).toEqual([{ kind: 'wrongType', name: 'notes.pdf' }]);
});

test('counts the photographs already chosen', () => {
  const check = checkPhotos([photo(1), photo(1)], [photo(2), photo(3)], limits);
  expect(check.accepted).toEqual([photo(2)]);
  expect(check.problems).toEqual([{ kind: 'tooMany' }]);
});

test('says when the photographs are too large together once they are base64', () => {
  expect(checkPhotos([photo(900)], [photo(900)], limits).problems).toEqual([]);
  const roomy = { ...limits, imageBytes: 4000 };
  expect(checkPhotos([photo(900)], [photo(3000)], roomy).problems).toEqual([{ kind: 'tooLargeTogether' }]);
});

test('lets everything pass while the device has not said its limits', () => {
  const many = Array.from({ length: 40 }, () => photo(1e9));
  expect(checkPhotos([], many, undefined)).toEqual({ accepted: many, problems: [] });
});

test('never estimates a body smaller than its base64', () => {
  for (const size of [0, 1, 2, 3, 4, 1000])
    expect(bodyBytes([photo(size)])).toBeGreaterThanOrEqual(Math.ceil(size / 3) * 4);
});
