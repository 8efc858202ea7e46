import { expect, test } from 'vitest';

import { skyLines } from '@/charts/sky-lines';
import { fieldOf, inField, wholeSky } from '@/charts/sky-projection';

test('the whole sky is an ellipse with its middle at 12 h', () => {
  expect(wholeSky({ ra: 180, dec: 0 })[0]).toBeCloseTo(0);
  expect(wholeSky({ ra: 180, dec: 90 })[1]).toBeCloseTo(1);
  expect(wholeSky({ ra: 0, dec: 0 })[0]).toBeCloseTo(1);
  expect(wholeSky({ ra: 359.99, dec: 0 })[0]).toBeCloseTo(-1, 3);
});

test('east is left, north is up', () => {
  for (const project of [wholeSky, inField({ ra: 290, dec: 45, half: 8 })]) {
    expect(project({ ra: 292, dec: 45 })[0]).toBeLessThan(project({ ra: 288, dec: 45 })[0]);
    expect(project({ ra: 290, dec: 46 })[1]).toBeGreaterThan(project({ ra: 290, dec: 44 })[1]);
  }
});

test('objects in one field are shown as large as that field, also across 0 h', () => {
  const field = fieldOf([
    { ra: 359, dec: 10 },
    { ra: 1, dec: 12 },
  ]);
  expect((field?.ra ?? 180) % 360 < 1 || (field?.ra ?? 180) > 359).toBe(true);
  expect(field?.half).toBeLessThan(2);
});

test('objects all over the sky have no field', () => {
  expect(fieldOf([{ ra: 10, dec: -60 }, { ra: 200, dec: 60 }])).toBeUndefined();
});

test('a field has lines with numbers', () => {
  expect(skyLines({ ra: 290, dec: 45, half: 8 }).map((line) => line.label)).toContain('45°');
});
