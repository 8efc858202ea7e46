import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';

import type { FoldPlot, Found, Plots, Signal } from '@/api/lightcurve';
import { ChartFrame } from '@/charts/frame';
import { pointsFile } from '@/charts/points-file';
import { Points, type Layer, type Span } from '@/charts/points';
import { useLanguage } from '@/i18n/language';
import { count, figure, measured } from '@/lib/format';
import { binned, foldBy } from '@/lib/fold';
import { Button } from '@/ui/basics';
import { Range } from '@/ui/field';

import { Centroid } from './centroid';
import { Fold } from './fold';

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
  const own = signal?.period;
  const [period, setPeriod] = useState(own);
  const shownPeriod = useDeferredValue(period);
  const shownFold = useMemo(() => (!signal || !folded ? undefined : shownPeriod === own ? folded.folded : byPeriod(plots, signal, shownPeriod ?? 1)), [plots, signal, folded, own, shownPeriod]);
  return (
    <>
      {plots.periodogram.periods.length > 1 && <Periodogram found={found} plots={plots} source={source} period={period} onPick={own === undefined ? undefined : setPeriod} />}
      {folded && shownFold && (
        <div className="grid gap-5 lg:grid-cols-2">
          <div className="grid gap-3">
            <Fold title={t('folded.title')} about={t(own === undefined ? 'folded.aboutOnce' : shownPeriod === own ? 'folded.about' : 'folded.aboutOther')} plot={shownFold} sampled={shownPeriod !== own && isSample(plots)} source={source}>
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
          {signal && (
            <div className="lg:col-span-2">
              <Centroid signal={signal} plot={folded.centroid} source={source} />
            </div>
          )}
        </div>
      )}
    </>
  );
}

interface PeriodogramProps {
  found: Found;
  plots: Plots;
  source: string;
  period: number | undefined;
  onPick: ((period: number) => void) | undefined;
}

/** How well each period explains dips; a click chooses one, as the slider does for those who do not click. */
function Periodogram({ found, plots, source, period, onPick }: PeriodogramProps) {
  const t = useTranslations('lightcurve');
  const { language } = useLanguage();
  const { periods, power } = plots.periodogram;
  const search = useMemo<Span>(() => [Math.min(...periods), Math.max(...periods)], [periods]);
  const spectrum = useMemo<Layer[]>(() => [{ kind: 'line', x: periods, y: power, tone: 'accent' }], [periods, power]);
  const powerRange = useCallback((): Span => [0, Math.max(...power, 1) * 1.1], [power]);
  const marks = useMemo(() => (period === undefined ? [] : [period]), [period]);
  const words = { title: t('periodogram.title'), x: t('periodDays'), y: t('snr') };
  return (
    <ChartFrame
      level={2}
      title={words.title}
      about={t(onPick ? 'periodogram.aboutPick' : 'periodogram.about')}
      source={source}
      summary={t('periodogram.summary', { count: count(language, found.grid.periods), min: measured(language, search[0]), max: measured(language, search[1]) })}
      numbers={() => ({ columns: ['period', 'snr'], rows: periods.map((value, i) => [value, power[i]]) })}
      asSvg={() => pointsFile({ layers: spectrum, ...words, source, xShown: search, yShown: powerRange(), xLog: true })}
    >
      <Points layers={spectrum} x={words.x} y={words.y} label={words.title} xWhole={search} yRange={powerRange} xLog marks={marks} onPick={onPick && ((at) => onPick(Number(at.toPrecision(6))))} format={(value) => figure(language, value, 0)} />
    </ChartFrame>
  );
}

/** Whether the points that may be folded are fewer than the curve has. */
function isSample({ flux }: Plots): boolean {
  return flux.sample.length < flux.times.length;
}

/** The sample of the curve, folded anew; what is shown besides lies deep and would draw every mean down. */
export function byPeriod({ flux }: Pick<Plots, 'flux'>, signal: Pick<Signal, 'epoch' | 'duration_hours'>, period: number): FoldPlot {
  const of = (values: number[]) => flux.sample.map((i) => values[i] ?? Number.NaN);
  const points = foldBy(of(flux.times), of(flux.flat), period, signal.epoch, (REACH * signal.duration_hours) / 24);
  const means = points.x.length > 0 ? binned(points, BINS) : { x: [], flux: [] };
  return { unit: 'hours', points: points.x, fluxes: points.flux, bins: means.x, means: means.flux, errors: [], model: [] };
}
