import { useDeferredValue, useState } from 'react';
import { useTranslations } from 'use-intl';

import type { FoldPlot, Found, Plots, Signal } from '@/api/lightcurve';
import { ChartFrame } from '@/charts/frame';
import { Points, type Layer, type Span } from '@/charts/points';
import { pointsSvg } from '@/charts/points-svg';
import { useLanguage } from '@/i18n/language';
import { count, figure, measured } from '@/lib/format';
import { binned, extent, foldBy } from '@/lib/fold';
import { Button } from '@/ui/basics';
import { Range } from '@/ui/field';

interface FoldsProps {
  found: Found;
  plots: Plots;
  signal: Signal | undefined;
  folded: Plots['signals'][number] | undefined;
  source: string;
}

/** As many stretches as a fold that is made here is cut into. */
const BINS = 120;
/** How far around a transit is shown, in its durations. */
const REACH = 2.5;
/** How far the slider goes to either side, as a factor. */
const FACTOR = 4;

/** Which periods explain the dips, and the dips upon each other by the period one chooses. */
export function Folds({ found, plots, signal, folded, source }: FoldsProps) {
  const t = useTranslations('lightcurve');
  const { language } = useLanguage();
  const own = signal?.period;
  const [period, setPeriod] = useState(own);
  const shownPeriod = useDeferredValue(period);
  const { periods, power } = plots.periodogram;
  const search: Span = periods.length > 1 ? [Math.min(...periods), Math.max(...periods)] : [0.1, 1];
  const spectrum: Layer[] = [{ kind: 'line', x: periods, y: power, tone: 'accent' }];
  const powerRange = (): Span => [0, Math.max(...power, 1) * 1.1];
  const words = { title: t('periodogram.title'), x: t('periodDays'), y: t('snr') };
  return (
    <>
      {periods.length > 1 && (
        <ChartFrame
          level={2}
          title={words.title}
          about={t(own === undefined ? 'periodogram.about' : 'periodogram.aboutPick')}
          source={source}
          summary={t('periodogram.summary', { count: count(language, found.grid.periods), min: measured(language, search[0]), max: measured(language, search[1]) })}
          numbers={() => ({ columns: ['period', 'snr'], rows: periods.map((value, i) => [value, power[i]]) })}
          asSvg={() => pointsSvg({ layers: spectrum, ...words, source, xShown: search, yShown: powerRange(), xLog: true })}
        >
          <Points layers={spectrum} x={words.x} y={words.y} label={words.title} xWhole={search} yRange={powerRange} xLog marks={period === undefined ? [] : [period]} onPick={own === undefined ? undefined : (at) => setPeriod(Number(at.toPrecision(6)))} format={(value) => figure(language, value, 0)} />
        </ChartFrame>
      )}
      {signal && folded && (
        <div className="grid gap-5 lg:grid-cols-2">
          <div className="grid gap-3">
            <Fold title={t('folded.title')} about={t(own === undefined ? 'folded.aboutOnce' : 'folded.about')} plot={shownPeriod === own ? folded.folded : byPeriod(plots, signal, shownPeriod ?? 1)} source={source}>
              {own !== undefined && period !== undefined && (
                <div className="mt-2 grid gap-2" data-noprint>
                  <Range label={t('foldBy')} unit="d" value={period} min={own / FACTOR} max={own * FACTOR} log steps={4000} free onChange={(next) => next > 0 && setPeriod(next)} />
                  <div className="flex flex-wrap gap-2">
                    {[0.5, 1, 2].map((factor) => (
                      <Button key={factor} size="small" aria-pressed={period === own * factor} onClick={() => setPeriod(own * factor)}>
                        {t(`times.${factor === 0.5 ? 'half' : factor === 1 ? 'own' : 'twice'}`)}
                      </Button>
                    ))}
                  </div>
                </div>
              )}
            </Fold>
          </div>
          {folded.secondary && <Fold title={t('secondary.title')} about={t('secondary.about')} plot={folded.secondary} source={source} />}
          {folded.odd && folded.even && (
            <>
              <Fold title={t('odd.title')} about={t('odd.about')} plot={folded.odd} source={source} like={folded.even} />
              <Fold title={t('even.title')} about={t('even.about')} plot={folded.even} source={source} like={folded.odd} />
            </>
          )}
        </div>
      )}
    </>
  );
}

/** The points of the chart above, folded anew. */
function byPeriod({ flux }: Plots, signal: Signal, period: number): FoldPlot {
  const points = foldBy(flux.times, flux.flat, period, signal.epoch, (REACH * signal.duration_hours) / 24);
  const means = points.x.length > 0 ? binned(points, BINS) : { x: [], flux: [] };
  return { unit: 'hours', points: points.x, fluxes: points.flux, bins: means.x, means: means.flux, errors: [], model: [] };
}

function Fold({ title, about, plot, like, source, children }: { title: string; about: string; plot: FoldPlot; like?: FoldPlot; source: string; children?: React.ReactNode }) {
  const t = useTranslations('lightcurve');
  const { language } = useLanguage();
  const layers: Layer[] = [
    { kind: 'dots', x: plot.points, y: plot.fluxes, tone: 'muted' },
    { kind: 'bins', x: plot.bins, y: plot.means, errors: plot.errors, tone: 'accent' },
    ...(plot.model.length > 0 ? [{ kind: 'line', x: plot.bins, y: plot.model, tone: 'false' } as Layer] : []),
  ];
  const ends = [...plot.bins, ...plot.points];
  const whole: Span = ends.length > 0 ? [Math.min(...ends), Math.max(...ends)] : [-1, 1];
  // what is to be compared stands on the same scale
  const values = [plot, like].flatMap((one) => (one ? [...one.means, ...one.model, ...one.fluxes] : []));
  const yRange = (): Span => extent(values, 0.005);
  const x = t(plot.unit === 'hours' ? 'hours' : 'phase');
  return (
    <ChartFrame
      level={2}
      title={title}
      about={about}
      source={source}
      summary={t('foldSummary', { points: count(language, plot.points.length), low: figure(language, Math.min(...plot.means, 1), 5) })}
      numbers={() => ({ columns: [plot.unit, 'mean', 'error', 'model'], rows: plot.bins.map((bin, i) => [bin, plot.means[i], plot.errors[i], plot.model[i]]) })}
      asSvg={() => pointsSvg({ layers, x, y: t('flux'), title, source, xShown: whole, yShown: yRange(), format: (value) => value.toPrecision(6) })}
      controls={children}
    >
      <Points layers={layers} x={x} y={t('flux')} label={title} xWhole={whole} yRange={yRange} format={(value) => Number(value.toPrecision(7)).toString()} />
    </ChartFrame>
  );
}
