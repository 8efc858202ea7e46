import { expect, test } from 'vitest';

import { density, outside, trackOf } from '@/lib/along';
import { row } from '@/lib/address';

const EVEN = Array.from({ length: 21 }, (_, i) => i * 5);
const WIDE = Array.from({ length: 21 }, (_, i) => 10 ** (i / 5 - 1));

test('a slider over orders of magnitude grows by factors', () => {
  expect(trackOf(WIDE).log).toBe(true);
  expect(trackOf(EVEN).log).toBe(false);
});

test('a slider goes no further than the training objects', () => {
  const { min, max } = trackOf(EVEN);
  expect(min).toBeGreaterThanOrEqual(0);
  expect(max).toBeLessThanOrEqual(100);
});

test('only what no training object has is outside', () => {
  expect(outside(100, EVEN)).toBe(false);
  expect(outside(100.1, EVEN)).toBe(true);
  expect(outside(-0.1, EVEN)).toBe(true);
});

test('the hill is flat where objects lie evenly', () => {
  const hills = density(EVEN, { min: 0, max: 100, log: false }, 10);
  expect(Math.max(...hills) / Math.min(...hills)).toBeLessThan(1.3);
});

test('a row is written and read again', () => {
  expect(row().read(row().write({ koi_period: 14.4, koi_depth: 310 }))).toEqual({ koi_period: 14.4, koi_depth: 310 });
  expect(row().read('koi_period:much,:,x')).toEqual({});
  expect(row().write({})).toBeUndefined();
});
