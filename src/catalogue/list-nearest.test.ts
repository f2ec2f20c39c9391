// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { listNearest } from './list-nearest.ts';

const known = ['pasi', 'easi', 'apasi', 'armLeft', 'armLeftTop', 'dlqi'];

describe('listNearest', () => {
  it.each([
    ['pasi', 'nearest: pasi'],
    ['PASI', 'nearest: pasi, easi, apasi'],
    ['ARM_LEFT', 'nearest: armLeft, armLeftTop'],
    ['armLef', 'nearest: armLeft, armLeftTop'],
    ['dlqui', 'nearest: dlqi'],
    ['xyz', ''],
    ['', ''],
    ['?!', ''],
  ])('answers %j with "%s"', (wanted, text) => {
    expect(listNearest(wanted, known)).toBe(text);
  });

  it('names five at most', () => {
    const many = Array.from({ length: 9 }, (_, index) => `item${index}`);
    expect(listNearest('item', many).split(', ')).toHaveLength(5);
  });
});
