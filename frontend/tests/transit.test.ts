import { expect, test } from 'vitest';

import { flux, lightCurve, ratioOf } from '@/lib/transit';

test('nothing is hidden off the star', () => {
  expect(flux(1.2, 0, 0.1)).toBe(1);
});

test('a Jupiter hides about a hundredth of a Sun, more in the middle than at the edge', () => {
  const middle = 1 - flux(0, 0, 0.1);
  expect(middle).toBeGreaterThan(0.01);
  expect(middle).toBeLessThan(0.0135);
  expect(1 - flux(0.85, 0, 0.1)).toBeLessThan(middle);
});

test('the dip is the same coming and going', () => {
  const curve = lightCurve(0.3, 0.1);
  curve.forEach(([, light], i) => expect(light).toBeCloseTo(curve[curve.length - 1 - i]?.[1] ?? 0, 9));
});

test('the radius that a depth asks for makes that depth', () => {
  for (const depth of [84, 1_000, 10_000]) expect((1 - flux(0, 0, ratioOf(depth))) * 1e6).toBeCloseTo(depth, -Math.log10(depth) + 1);
});
