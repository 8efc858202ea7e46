import { expect, test } from 'vitest';

import type { Decided } from '@/api/judged';
import { cameTrue, shelves, surprise } from '@/sections/job/judged-counts';

function decided(rank: number, probability: number, planet: boolean): Decided {
  return { rank, object: `K${rank}`, probability, label: planet ? 'CONFIRMED' : 'FALSE POSITIVE', planet };
}

test('every decided object stands on one stretch of the ranking', () => {
  const all = [decided(1, 0.9, true), decided(5, 0.5, false), decided(6, 0.4, true), decided(10, 0.1, false)];
  expect(shelves(all, 10, 2)).toEqual([
    { from: 1, to: 5, planets: 1, others: 1 },
    { from: 6, to: 10, planets: 1, others: 1 },
  ]);
  expect(shelves(all, 10, 24)).toHaveLength(10);
});

test('what came true lies within its interval, and too few are not counted', () => {
  const all = [...Array.from({ length: 8 }, (_, i) => decided(i + 1, 0.95, i > 0)), decided(9, 0.2, false)];
  const [bin, ...rest] = cameTrue(all);
  expect(rest).toEqual([]);
  expect(bin).toMatchObject({ count: 8, share: 0.875 });
  // by Wilson's formula, worked out apart
  expect(bin?.lower).toBeCloseTo(0.529, 3);
  expect(bin?.upper).toBeCloseTo(0.978, 3);
});

test('what was certain is counted with the most certain', () => {
  expect(cameTrue([1, 1, 1].map((one, i) => decided(i + 1, one, true)))).toMatchObject([{ count: 3, said: 1, share: 1, upper: 1 }]);
});

test('the surest mistake is the greatest surprise', () => {
  expect(surprise({ probability: 0.99, planet: false })).toBeGreaterThan(surprise({ probability: 0.2, planet: true }));
});
