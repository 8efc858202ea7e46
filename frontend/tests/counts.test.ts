import { expect, test } from 'vitest';

import { alarmsOf, confusionOf, countsAt, precisionOf, recallOf, thresholdFor } from '@/sections/job/counts';

const ROC = [
  { false_positive_rate: 0, true_positive_rate: 0 },
  { false_positive_rate: 0, true_positive_rate: 0.5, threshold: 0.9 },
  { false_positive_rate: 0.1, true_positive_rate: 0.9, threshold: 0.5 },
  { false_positive_rate: 1, true_positive_rate: 1, threshold: 0.01 },
];

const COUNTED = { threshold: [0, 0.5, 0.505, 1], true_positives: [100, 91, 90, 0], false_positives: [200, 21, 20, 0], true_negatives: [0, 179, 180, 200], false_negatives: [0, 9, 10, 100] };

const EARLIER = confusionOf({ roc: { PLANET: ROC }, precision_recall: {}, reliability: {} }, 'PLANET', 100, 200);
const EXACT = confusionOf({ roc: { PLANET: ROC }, precision_recall: {}, reliability: {}, confusion: { PLANET: COUNTED } }, 'PLANET', 100, 200);

test('what the training counted comes before what the curve says', () => {
  expect(countsAt(EXACT, 0.5)).toEqual({ threshold: 0.5, found: 91, missed: 9, falseAlarms: 21, rejected: 179 });
  expect(countsAt(EXACT, 0.502)).toMatchObject({ threshold: 0.505, found: 90 });
  expect(countsAt(EXACT, 0)).toMatchObject({ threshold: 0, found: 100, falseAlarms: 200 });
});

test('counts what lies above a threshold by the curve of a job of earlier times', () => {
  expect(countsAt(EARLIER, 0.5)).toEqual({ threshold: 0.5, found: 90, missed: 10, falseAlarms: 20, rejected: 180 });
});

test('between two points the stricter one holds', () => {
  const counts = countsAt(EARLIER, 0.6);
  expect(counts).toMatchObject({ threshold: 0.9, found: 50, falseAlarms: 0 });
  expect(precisionOf(counts)).toBe(1);
});

test('above all points nothing is taken, and nothing of it is wrong', () => {
  for (const confusion of [EARLIER, EXACT]) {
    const counts = countsAt(confusion, 1);
    expect(counts).toMatchObject({ found: 0, missed: 100 });
    expect([precisionOf(counts), recallOf(counts), alarmsOf(counts)]).toEqual([1, 0, 0]);
  }
});

test('finds the lowest threshold that keeps a precision', () => {
  expect(thresholdFor(EARLIER, 0.8)).toBe(0.5);
  expect(thresholdFor(EARLIER, 0.99)).toBe(0.9);
  expect(thresholdFor(EXACT, 0.8)).toBe(0.5);
  // nothing at all would be taken without a mistake, too
  expect(thresholdFor(EXACT, 0.99)).toBeUndefined();
});
