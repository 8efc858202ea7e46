import { memo, useCallback, useMemo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import type { FoldPlot } from '@/api/lightcurve';
import { ChartFrame } from '@/charts/frame';
import { pointsFile } from '@/charts/points-file';
import { Points, type Layer, type Span } from '@/charts/points';
import { useLanguage } from '@/i18n/language';
import { count, figure, place } from '@/lib/format';
import { extent } from '@/lib/fold';

interface FoldProps {
  title: string;
  about: string;
  plot: FoldPlot;
  /** What it is to be compared with, on the same scale. */
  like?: FoldPlot;
  /** Whether it is of a sample only. */
  sampled?: boolean;
  source: string;
  children?: ReactNode;
}

/** A fold: points, their means, and what was fitted to them. */
export const Fold = memo(function Fold({ title, about, plot, like, sampled = false, source, children }: FoldProps) {
  const t = useTranslations('lightcurve');
  const { language } = useLanguage();
  const layers = useMemo<Layer[]>(
    () => [
      { kind: 'dots', x: plot.points, y: plot.fluxes, tone: 'muted' },
      { kind: 'bins', x: plot.bins, y: plot.means, errors: plot.errors, tone: 'accent' },
      ...(plot.model.length > 0 ? [{ kind: 'line', x: plot.bins, y: plot.model, tone: 'false' } as Layer] : []),
    ],
    [plot],
  );
  const whole = useMemo((): Span => {
    const ends = [...plot.bins, ...plot.points];
    return ends.length > 0 ? [Math.min(...ends), Math.max(...ends)] : [-1, 1];
  }, [plot]);
  const yRange = useCallback((): Span => extent([plot, like].flatMap((one) => (one ? [...one.means, ...one.model, ...one.fluxes] : [])), 0.005), [plot, like]);
  const x = t(plot.unit === 'hours' ? 'hours' : 'phase');
  return (
    <ChartFrame
      level={2}
      title={title}
      about={about}
      source={source}
      summary={t(sampled ? 'foldSample' : 'foldSummary', { points: count(language, plot.points.length), low: figure(language, Math.min(...plot.means, 1), 5) })}
      numbers={() => ({ columns: [plot.unit, 'mean', 'error', 'model'], rows: plot.bins.map((bin, i) => [bin, plot.means[i], plot.errors[i], plot.model[i]]) })}
      asSvg={() => pointsFile({ layers, x, y: t('flux'), title, source, xShown: whole, yShown: yRange(), format: (value) => value.toPrecision(6) })}
      controls={children}
    >
      <Points layers={layers} x={x} y={t('flux')} label={title} xWhole={whole} yRange={yRange} format={(value) => place(language, value)} />
    </ChartFrame>
  );
});
