import type { JobsSchemas } from '@/api/client';

export type RocPoint = JobsSchemas['RocPoint'];

/** What is found and what is not where the line is drawn at a probability. */
export interface Counts {
  /** The measured threshold next to the one asked for. */
  threshold: number;
  found: number;
  missed: number;
  falseAlarms: number;
  rejected: number;
  precision: number;
  recall: number;
}

/**
 * The confusion at a threshold, from the ROC curve: its points say which share of each class lies above.
 * @param points of the curve, thresholds falling
 * @param planets how many there are
 * @param others how many there are of all else
 */
export function countsAt(points: RocPoint[], planets: number, others: number, threshold: number): Counts {
  let point = points[0];
  for (const one of points) {
    if (one.threshold !== undefined && one.threshold < threshold) break;
    point = one;
  }
  const found = Math.round((point?.true_positive_rate ?? 0) * planets);
  const falseAlarms = Math.round((point?.false_positive_rate ?? 0) * others);
  return {
    threshold: point?.threshold ?? 1,
    found,
    missed: planets - found,
    falseAlarms,
    rejected: others - falseAlarms,
    precision: found + falseAlarms === 0 ? 1 : found / (found + falseAlarms),
    recall: planets === 0 ? 0 : found / planets,
  };
}

/** The lowest threshold at which, by the same curve, at least this share of those taken are planets. */
export function thresholdFor(points: RocPoint[], planets: number, others: number, precision: number): number | undefined {
  let best: number | undefined;
  for (const { threshold } of points) {
    if (threshold !== undefined && countsAt(points, planets, others, threshold).precision >= precision) best = threshold;
  }
  return best;
}
