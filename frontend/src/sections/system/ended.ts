import type { JobSummary } from '@/api/queries';

/** How far back one looks, and how long each step of it is, in minutes. */
export const REACH = 60;
export const STEP = 5;

const MINUTE = 60_000;

export interface Ended {
  /** How many jobs ended in each step, the earliest first. */
  counts: number[];
  failed: number;
  /** In seconds, of half of the jobs that ended: from when they were accepted until a worker took them, and from then to their end. */
  waited: number | undefined;
  worked: number | undefined;
}

function median(values: number[]): number | undefined {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle];
  return sorted.length % 2 === 1 || high === undefined ? high : (high + (sorted[middle - 1] ?? high)) / 2;
}

function seconds(from: string | undefined, to: string | undefined): number {
  return (Date.parse(to ?? '') - Date.parse(from ?? '')) / 1000;
}

/** What the workers got done of late. */
export function endedOf(jobs: JobSummary[], now: number): Ended {
  const counts = Array.from({ length: REACH / STEP }, () => 0);
  const ended = jobs.filter((job) => {
    const step = counts.length - 1 - Math.floor((now - Date.parse(job.completed_at ?? '')) / (STEP * MINUTE));
    if (!(step >= 0)) return false;
    // a clock that runs behind the server's
    const within = Math.min(step, counts.length - 1);
    counts[within] = (counts[within] ?? 0) + 1;
    return true;
  });
  return {
    counts,
    failed: ended.filter((job) => job.status === 'error').length,
    waited: median(ended.map((job) => seconds(job.created_at, job.started_at))),
    worked: median(ended.map((job) => seconds(job.started_at, job.completed_at))),
  };
}
