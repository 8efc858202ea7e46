import { describe, expect, it } from 'vitest';

import { away, binned, extent, foldBy, middles } from '@/lib/fold';

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
