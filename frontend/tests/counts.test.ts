import { expect, test } from 'vitest';

import { countsAt, thresholdFor } from '@/sections/job/counts';

const CURVE = [
  { false_positive_rate: 0, true_positive_rate: 0 },
  { false_positive_rate: 0, true_positive_rate: 0.5, threshold: 0.9 },
  { false_positive_rate: 0.1, true_positive_rate: 0.9, threshold: 0.5 },
  { false_positive_rate: 1, true_positive_rate: 1, threshold: 0.01 },
];

test('counts what lies above a threshold', () => {
  expect(countsAt(CURVE, 100, 200, 0.5)).toMatchObject({ threshold: 0.5, found: 90, missed: 10, falseAlarms: 20, rejected: 180 });
});

test('between two points the stricter one holds', () => {
  expect(countsAt(CURVE, 100, 200, 0.6)).toMatchObject({ threshold: 0.9, found: 50, falseAlarms: 0, precision: 1 });
});

test('above all points nothing is taken, and nothing of it is wrong', () => {
  expect(countsAt(CURVE, 100, 200, 0.95)).toMatchObject({ found: 0, missed: 100, precision: 1, recall: 0 });
});

test('finds the lowest threshold that keeps a precision', () => {
  expect(thresholdFor(CURVE, 100, 200, 0.8)).toBe(0.5);
  expect(thresholdFor(CURVE, 100, 200, 0.99)).toBe(0.9);
});
