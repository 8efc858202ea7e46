import { describe, expect, it } from 'vitest';

import { moved, noCloser } from '@/charts/points';
import { away, binned, extent, foldBy, middle, middles } from '@/lib/fold';
import { byPeriod } from '@/sections/lightcurve/folds';

describe('folding', () => {
  it('counts days from the nearest middle, before and after', () => {
    expect(away(10.5, 4, 2)).toBeCloseTo(0.5);
    expect(away(9.5, 4, 2)).toBeCloseTo(-0.5);
    expect(away(2, 4, 2)).toBe(0);
  });

  it('lays transits of any number one upon the other, in hours', () => {
    const folded = foldBy([0, 1, 3, 3.1, 6], [1, 1, 0.9, 0.9, 0.9], 3, 0, 0.5);
    expect(folded.x.map((hours) => Number(hours.toFixed(3)))).toEqual([0, 0, 2.4, 0]);
    expect(folded.flux).toEqual([1, 0.9, 0.9, 0.9]);
  });

  it('never reaches further than half a period', () => {
    const folded = foldBy([0, 0.4, 0.6], [1, 2, 3], 1, 0, 5);
    expect(Math.max(...folded.x.map(Math.abs))).toBeLessThanOrEqual(12);
    expect(folded.x).toHaveLength(3);
  });

  it('takes the means of equal stretches and leaves out those without points', () => {
    expect(binned({ x: [0, 0.1, 10], flux: [1, 3, 5] }, 5)).toEqual({ x: [1, 9], flux: [2, 5] });
  });
});

describe('a fold by another period', () => {
  it('is of the sample alone, and not of what is shown for being deep', () => {
    const times = Array.from({ length: 1000 }, (_, i) => i * 0.1);
    const deep = (i: number) => i % 2 === 1;
    const flux = { times, fluxes: times, trend: times, flat: times.map((_, i) => (deep(i) ? 0.5 : 1)), sample: times.map((_, i) => i).filter((i) => !deep(i)) };
    const fold = byPeriod({ flux }, { epoch: 0, duration_hours: 12 }, 3);
    expect(fold.means.length).toBeGreaterThan(0);
    expect(Math.min(...fold.means, ...fold.fluxes)).toBe(1);
  });
});

describe('what is seen of a curve', () => {
  it('is never less than may be seen', () => {
    expect(noCloser([4, 4.2], 2)).toEqual([3.1, 5.1]);
    expect(noCloser([1, 9], 2)).toEqual([1, 9]);
  });

  it('never leaves the curve', () => {
    expect(moved([0, 4], [0, 10], 'left')).toEqual([0, 4]);
    expect(moved([0, 8], [0, 10], 'out')).toBeUndefined();
  });
});

describe('the middle of values', () => {
  it('is one of them, or 0 of none', () => {
    expect(middle([5, 1, 3])).toBe(3);
    expect(middle([])).toBe(0);
  });
});

describe('middles of transits', () => {
  it('are all there between two times', () => {
    expect(middles(5, 2, 0, 10)).toEqual([1, 3, 5, 7, 9]);
  });

  it('are one where there is no period, if it is in sight', () => {
    expect(middles(5, undefined, 0, 10)).toEqual([5]);
    expect(middles(5, undefined, 6, 10)).toEqual([]);
  });
});

describe('an extent', () => {
  it('lets no flare flatten the rest, but keeps what lies deep', () => {
    const values = [...Array.from({ length: 5000 }, () => 1), 0.9, 50];
    const [low, high] = extent(values);
    expect(low).toBeLessThan(0.9);
    expect(high).toBeLessThan(2);
  });

  it('is one even of nothing', () => {
    expect(extent([])).toEqual([0, 1]);
  });
});
