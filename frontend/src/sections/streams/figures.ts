import type { Metrics, Quality } from '@/api/streams';
import type { Point } from '@/charts/xy';
import { extent } from '@/lib/fold';

/** By which labels quality is told: all, the last ones, or all with weights that fade. */
export const SPANS = ['whole', 'last', 'fading'] as const;
export type QualityOver = (typeof SPANS)[number];

export const FIGURES = ['accuracy', 'roc_auc', 'log_loss', 'brier'] as const;
export type Figure = (typeof FIGURES)[number];

/** Of these, more is better. */
const SHARES: readonly Figure[] = ['accuracy', 'roc_auc'];

/** Who says something about each event: the model, whoever always says the more frequent label, and whoever says the last one again. */
export const SAYERS = ['model', 'majority', 'yesterday'] as const;
export type Sayer = (typeof SAYERS)[number];

/** How good what somebody says is; nothing where it can not be told. */
export function valueOf(quality: Quality, figure: Figure, sayer: Sayer): number | undefined {
  if (quality.accuracy === undefined || quality.accuracy === null) return undefined;
  if (sayer === 'model') return quality[figure] ?? undefined;
  if (sayer === 'majority') {
    // who says the same of all tells none from another
    if (figure === 'roc_auc') return quality.roc_auc === undefined || quality.roc_auc === null ? undefined : 0.5;
    return quality[`majority_${figure}`] ?? undefined;
  }
  const again = quality.no_change_accuracy ?? undefined;
  if (figure === 'accuracy') return again;
  // whoever says 0 or 1 is off by one whole, squared, as often as he is wrong; his logarithmic loss has no bound
  return figure === 'brier' && again !== undefined ? 1 - again : undefined;
}

/** Standard errors by which a share has to be ahead, so that it is not by chance. */
const AHEAD = 2;

/** Whether the model says it better than the other two; of accuracies, by more than chance would. */
export function isBest(quality: Quality, figure: Figure): boolean | undefined {
  const [own, ...others] = SAYERS.map((sayer) => valueOf(quality, figure, sayer));
  const known = others.filter((value) => value !== undefined);
  if (own === undefined || known.length === 0) return undefined;
  const chance = figure === 'accuracy' ? AHEAD * Math.sqrt((own * (1 - own)) / Math.max(1, quality.labels)) : 0;
  return known.every((other) => (SHARES.includes(figure) ? own > other + chance : own < other));
}

/** More points than this make no better curve. */
const DRAWN = 500;

/** A curve of at most so many points, its ends among them. */
export function thinned<T>(points: T[], most = DRAWN): T[] {
  if (points.length <= most) return points;
  return Array.from({ length: most }, (_, i) => points[Math.round((i * (points.length - 1)) / (most - 1))] as T);
}

export function curveOf(points: Metrics[], over: QualityOver, figure: Figure, sayer: Sayer): Point[] {
  return points.flatMap((point): Point[] => {
    const value = valueOf(point[over], figure, sayer);
    return value === undefined ? [] : [[point.seq, value]];
  });
}

/** Between which values curves are drawn: a share never beyond 1, a loss never below 0. */
export function heights(curves: Point[][], figure: Figure): [number, number] {
  const [low, high] = extent(
    curves.flatMap((curve) => curve.map(([, value]) => value)),
    0.01,
  );
  return SHARES.includes(figure) ? [Math.max(0, low), Math.min(1, high)] : [Math.max(0, low), high];
}
