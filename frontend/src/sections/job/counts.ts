import type { JobsSchemas } from '@/api/client';

type Curves = JobsSchemas['CurvePoints'];

/** What is found and what is not where the line is drawn at a probability. */
export interface Counts {
  /** The counted threshold next to the one asked for. */
  threshold: number;
  found: number;
  missed: number;
  falseAlarms: number;
  rejected: number;
}

/**
 * The confusion at each threshold that there is one for, thresholds falling: as the training counted it, or for jobs of
 * earlier times from the ROC curve, whose points say which share of each class lies above.
 * @param name the class that counts as a planet
 * @param planets how many there are
 * @param others how many there are of all else
 */
export function confusionOf(curves: Curves, name: string, planets: number, others: number): Counts[] {
  const counted = curves.confusion?.[name];
  if (counted) {
    return counted.threshold
      .map((threshold, i) => ({ threshold, found: counted.true_positives[i] ?? 0, missed: counted.false_negatives[i] ?? 0, falseAlarms: counted.false_positives[i] ?? 0, rejected: counted.true_negatives[i] ?? 0 }))
      .reverse();
  }
  return (curves.roc[name] ?? []).map((point) => {
    const [found, falseAlarms] = [Math.round(point.true_positive_rate * planets), Math.round(point.false_positive_rate * others)];
    return { threshold: point.threshold ?? 1, found, missed: planets - found, falseAlarms, rejected: others - falseAlarms };
  });
}

const NOTHING: Counts = { threshold: 1, found: 0, missed: 0, falseAlarms: 0, rejected: 0 };

/** The confusion at a threshold; between two that there is one for, at the stricter of them. */
export function countsAt(confusion: Counts[], threshold: number): Counts {
  let counts = confusion[0] ?? NOTHING;
  for (const one of confusion) {
    if (one.threshold < threshold) break;
    counts = one;
  }
  return counts;
}

/** Where nothing is taken, nothing of it is wrong. */
export function precisionOf({ found, falseAlarms }: Counts): number {
  return found + falseAlarms === 0 ? 1 : found / (found + falseAlarms);
}

export function recallOf({ found, missed }: Counts): number {
  return found + missed === 0 ? 0 : found / (found + missed);
}

/** The share of all else that is taken for planets. */
export function alarmsOf({ falseAlarms, rejected }: Counts): number {
  return falseAlarms + rejected === 0 ? 0 : falseAlarms / (falseAlarms + rejected);
}

/** The lowest threshold at which at least this share of those taken are planets, and some are taken. */
export function thresholdFor(confusion: Counts[], precision: number): number | undefined {
  return confusion.findLast((one) => one.found > 0 && precisionOf(one) >= precision)?.threshold;
}
