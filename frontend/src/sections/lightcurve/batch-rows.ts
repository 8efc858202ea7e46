import type { Batch, BatchSignal } from '@/api/batch';

export const FILTERS = ['all', 'candidate', 'false_positive', 'false_alarm', 'nothing'] as const;
export type Filter = (typeof FILTERS)[number];

/** A signal of a star, or a star that has none. */
export type BatchRow = BatchSignal | Pick<BatchSignal, 'target' | 'job_id'>;

export function isSignal(row: BatchRow): row is BatchSignal {
  return 'number' in row;
}

export function keyOf(row: BatchRow): string {
  return `${row.job_id.slice(0, 12)}-${isSignal(row) ? row.number : 0}`;
}

/** How many searches have ended, in whatever way. */
export function endedOf({ states, targets }: Batch): number {
  return targets - (states.queued ?? 0) - (states.running ?? 0);
}

/**
 * All signals, and behind each other, in the order of the stars, those stars that have none. Which those are is known only where
 * every search is either done or named as failed, and the signals are those of then; until that nobody can tell them from those that wait.
 */
export function rowsOf(batch: Batch, signals: BatchSignal[], settled: boolean): BatchRow[] {
  const { states, failures, searches = [] } = batch;
  if (!settled || !batch.ended || (states.cancelled ?? 0) + (states.gone ?? 0) > 0) return signals;
  const of = new Map<string, BatchSignal[]>();
  for (const signal of signals) of.set(signal.job_id, [...(of.get(signal.job_id) ?? []), signal]);
  const failed = new Set(failures.map((one) => one.job_id));
  return searches.filter(({ job_id }) => !failed.has(job_id)).flatMap(({ target, job_id }): BatchRow[] => of.get(job_id) ?? [{ target, job_id }]);
}

/** What a row is counted as. */
export function kindOf(row: BatchRow): Filter {
  return isSignal(row) ? (row.verdict as Filter) : 'nothing';
}

export function wanted(row: BatchRow, filter: Filter): boolean {
  return filter === 'all' || kindOf(row) === filter;
}

type Key = 'target' | 'verdict' | 'period' | 'depth' | 'snr';

const VALUES: Record<Exclude<Key, 'target' | 'verdict'>, (signal: BatchSignal) => number | undefined> = {
  period: (signal) => signal.period,
  depth: (signal) => signal.depth_ppm,
  snr: (signal) => signal.snr,
};

const COLLATOR = new Intl.Collator('en', { numeric: true });

/** By a column; what has no value there comes last either way. */
export function ordered(rows: BatchRow[], by: string, descending: boolean): BatchRow[] {
  const sign = descending ? -1 : 1;
  if (by === 'target' || by === 'verdict') {
    const words = (row: BatchRow) => (by === 'target' ? row.target : kindOf(row));
    return [...rows].sort((one, other) => sign * COLLATOR.compare(words(one), words(other)));
  }
  const value = (row: BatchRow) => (isSignal(row) ? VALUES[by as 'period']?.(row) : undefined);
  return [...rows].sort((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * (a - b);
  });
}
