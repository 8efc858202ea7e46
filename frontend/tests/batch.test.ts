import { describe, expect, it } from 'vitest';

import type { Batch, BatchSignal } from '@/api/batch';
import { endedOf, keyOf, kindOf, ordered, rowsOf, wanted } from '@/sections/lightcurve/batch-rows';

function signal(target: string, number: number, verdict = 'candidate', period?: number): BatchSignal {
  return { target, job_id: `job of ${target}`, number, verdict, period, depth_ppm: 100 * number, duration_hours: 2, transits: 3, snr: 10 / number };
}

function batch(part: Partial<Batch>): Batch {
  return {
    batch_id: 'b',
    created_at: '2026-01-01T00:00:00Z',
    ended: true,
    failures: [],
    missing: 0,
    refused: [],
    states: { completed: 3 },
    targets: 3,
    searches: ['A', 'B', 'C'].map((target) => ({ target, job_id: `job of ${target}`, files: [`${target}.fits`] })),
    ...part,
  };
}

describe('rows of a batch', () => {
  const signals = [signal('A', 1), signal('A', 2, 'false_alarm'), signal('C', 1)];

  it('have a star in which nothing was found, in its place', () => {
    expect(rowsOf(batch({}), signals, true).map(keyOf)).toEqual(['job of A-1', 'job of A-2', 'job of B-0', 'job of C-1']);
  });

  it('do not count a star as empty whose search failed', () => {
    const failures = [{ target: 'B', job_id: 'job of B', files: [], code: 'x', message: 'y' }];
    expect(rowsOf(batch({ failures, states: { completed: 2, error: 1 } }), signals, true).map(({ target }) => target)).toEqual(['A', 'A', 'C']);
  });

  it('are the signals alone while searches go on, since nobody knows yet what is empty', () => {
    expect(rowsOf(batch({ ended: false, states: { completed: 2, running: 1 } }), signals, true)).toEqual(signals);
  });

  it('are the signals alone while those that are there are from before the end', () => {
    expect(rowsOf(batch({}), signals, false)).toEqual(signals);
  });

  it('are the signals alone where searches were cancelled or deleted', () => {
    expect(rowsOf(batch({ states: { completed: 2, cancelled: 1 } }), signals, true)).toEqual(signals);
    expect(rowsOf(batch({ states: { completed: 2, gone: 1 } }), signals, true)).toEqual(signals);
  });

  it('are of one kind each', () => {
    const rows = rowsOf(batch({}), signals, true);
    expect(rows.map(kindOf)).toEqual(['candidate', 'false_alarm', 'nothing', 'candidate']);
    expect(rows.filter((row) => wanted(row, 'nothing')).map(({ target }) => target)).toEqual(['B']);
    expect(rows.filter((row) => wanted(row, 'all'))).toHaveLength(4);
  });
});

describe('their order', () => {
  const rows = [signal('TIC 10', 1, 'candidate', 5), signal('TIC 9', 1), signal('TIC 9', 2, 'false_alarm', 1)];

  it('is by the number in a name, not by its digits', () => {
    expect(ordered(rows, 'target', false).map(({ target }) => target)).toEqual(['TIC 9', 'TIC 9', 'TIC 10']);
  });

  it('has what has no value last, whichever way', () => {
    for (const descending of [false, true]) expect(ordered(rows, 'period', descending).at(-1)).toBe(rows[1]);
    expect(ordered(rows, 'period', true)[0]).toBe(rows[0]);
  });

  it('by a column that is not there is the one before', () => {
    expect(ordered(rows, 'hat', false)).toEqual(rows);
  });
});

it('what has ended is what neither waits nor goes on', () => {
  expect(endedOf(batch({ targets: 10, states: { queued: 3, running: 2, completed: 4, error: 1 } }))).toBe(5);
});
