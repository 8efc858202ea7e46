import { describe, expect, it } from 'vitest';

import type { JobSummary } from '@/api/queries';

import { endedOf } from '@/sections/system/ended';

const NOW = Date.parse('2026-01-01T12:00:00Z');

function job(completed: string | undefined, rest: Partial<JobSummary> = {}): JobSummary {
  return { job_id: String(completed), status: 'completed', created_at: '2026-01-01T11:00:00Z', started_at: '2026-01-01T11:00:10Z', completed_at: completed, ...rest } as JobSummary;
}

describe('jobs that ended of late', () => {
  it('stand in the step in which they ended', () => {
    expect(endedOf([job('2026-01-01T11:59:00Z'), job('2026-01-01T11:01:00Z')], NOW).counts).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it('are not those that ended before', () => {
    expect(endedOf([job('2026-01-01T10:59:00Z')], NOW).counts.every((one) => one === 0)).toBe(true);
  });

  it('are not those that go on', () => {
    expect(endedOf([job(undefined)], NOW).counts.every((one) => one === 0)).toBe(true);
  });

  it('count for the last step where the other clock runs ahead', () => {
    expect(endedOf([job('2026-01-01T12:00:30Z')], NOW).counts.at(-1)).toBe(1);
  });

  it('are told of how many failed', () => {
    expect(endedOf([job('2026-01-01T11:59:00Z', { status: 'error' }), job('2026-01-01T11:58:00Z')], NOW).failed).toBe(1);
  });

  it('waited and worked for the median of their times', () => {
    const ended = endedOf([job('2026-01-01T11:10:10Z'), job('2026-01-01T11:20:10Z')], NOW);
    expect([ended.waited, ended.worked]).toEqual([10, 900]);
  });

  it('have no times where none was begun', () => {
    expect(endedOf([job('2026-01-01T11:59:00Z', { started_at: undefined })], NOW).worked).toBeUndefined();
  });
});
