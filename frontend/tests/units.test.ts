import { expect, test } from 'vitest';

import { unitsOf } from '@/lib/units';

test('eleven Earths across make a Jupiter', () => {
  const units = unitsOf('jupiter');
  expect(units.radius(11.209)).toBeCloseTo(1, 3);
  expect(units.earthRadii(units.radius(2.5))).toBeCloseTo(2.5);
  expect(units.depth(10_000)).toBeCloseTo(1);
});

test('what the API has stays as it is in units of the Earth', () => {
  expect(unitsOf('earth').radius(2.5)).toBe(2.5);
  expect(unitsOf('earth').depth(84)).toBe(84);
});
