// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { createByteBudget } from './byte-budget.ts';

it('lets bodies in until the budget is held, and again when one is done', () => {
  const budget = createByteBudget(100);
  const first = budget.open();
  const second = budget.open();
  first.grow(60);
  second.grow(40);
  expect(() => second.grow(41)).toThrow('busy');
  first.release();
  second.grow(100);
  expect(() => budget.open().grow(1)).toThrow('busy');
});

it('counts a body once, however often it is released or grown to the same size', () => {
  const budget = createByteBudget(10);
  const lease = budget.open();
  lease.grow(10);
  lease.grow(10);
  lease.release();
  lease.release();
  budget.open().grow(10);
  expect(() => budget.open().grow(1)).toThrow('busy');
});
