import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';

import type { CentroidPlot, Signal } from '@/api/lightcurve';
import { ChartFrame } from '@/charts/frame';
import { pointsFile } from '@/charts/points-file';
import { Points, type Layer, type Span } from '@/charts/points';
import { useLanguage } from '@/i18n/language';
import { figure, measured } from '@/lib/format';
import { extent } from '@/lib/fold';
import { Card } from '@/ui/basics';
import { Meaning } from '@/ui/meaning';

interface CentroidProps {
  signal: Signal;
  /** Left out where nobody knows where the light fell. */
  plot: CentroidPlot | undefined;
  source: string;
}

/** The name under which results have the question whether another star dims. */
const TEST = 'centroid_offset_pixels';

/** Where the light fell in transit and around it: if it moves, something beside the star may be what dims. */
export function Centroid({ signal, plot, source }: CentroidProps) {
  const t = useTranslations('lightcurve.centroid');
  const why = signal.not_asked?.find(({ name }) => name === TEST)?.reason;
  if (plot && plot.hours.length > 0) return <Track signal={signal} plot={plot} source={source} />;
  return (
    <Card title={t('title')} about={t('about')}>
      <p className="text-sm">{t('none')}</p>
      {why && (
        <Meaning kind="sentences" as="p" className="mt-1 text-sm text-muted">
          {why}
        </Meaning>
      )}
    </Card>
  );
}

function Track({ signal, plot, source }: { signal: Signal; plot: CentroidPlot; source: string }) {
  const t = useTranslations('lightcurve.centroid');
  const { language } = useLanguage();
  const layers = useMemo<Layer[]>(
    () => [
      { kind: 'bins', x: plot.hours, y: plot.columns, errors: plot.column_errors, tone: 'accent' },
      { kind: 'bins', x: plot.hours, y: plot.rows, errors: plot.row_errors, tone: 'false', hollow: true },
    ],
    [plot],
  );
  const whole = useMemo((): Span => [Math.min(...plot.hours), Math.max(...plot.hours)], [plot]);
  const yRange = useCallback((): Span => extent([...plot.columns, ...plot.rows], 0), [plot]);
  const format = useCallback((value: number) => measured(language, value), [language]);
  const words = { title: t('title'), x: t('hours'), y: t('y') };
  return (
    <ChartFrame
      level={2}
      title={words.title}
      about={t('about')}
      source={source}
      summary={<Shift signal={signal} transits={plot.transits} />}
      numbers={() => ({ columns: ['hours', 'column_millipixels', 'column_error', 'row_millipixels', 'row_error'], rows: plot.hours.map((hour, i) => [hour, plot.columns[i], plot.column_errors[i], plot.rows[i], plot.row_errors[i]]) })}
      asSvg={() => pointsFile({ layers, ...words, source, xShown: whole, yShown: yRange(), format: (value) => figure(language, value, 2) })}
      controls={
        <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {(['columns', 'rows'] as const).map((name) => (
            <li key={name} className="flex items-center gap-2">
              <svg viewBox="0 0 12 12" className="size-3 shrink-0" aria-hidden="true">
                {name === 'columns' ? <circle className="fill-accent" cx="6" cy="6" r="4" /> : <circle className="fill-none stroke-false" strokeWidth="2" cx="6" cy="6" r="4" />}
              </svg>
              {t(name)}
            </li>
          ))}
        </ul>
      }
    >
      <Points layers={layers} x={words.x} y={words.y} label={words.title} xWhole={whole} yRange={yRange} format={format} />
    </ChartFrame>
  );
}

/** By how much the light moved, and how far from the middle of all light that puts what dims. */
function Shift({ signal, transits }: { signal: Signal; transits: number }) {
  const t = useTranslations('lightcurve.centroid');
  const { language } = useLanguage();
  const of = (name: string) => signal.diagnostics[`centroid_${name}`];
  const [shift, error, sigma, offset, offsetError] = [of('shift_pixels'), of('shift_error_pixels'), of('shift_sigma'), of('offset_pixels'), of('offset_error_pixels')];
  if (shift === undefined || error === undefined || sigma === undefined) return t('unmeasured', { transits });
  return (
    <>
      {t('shift', { transits, shift: measured(language, 1_000 * shift), error: measured(language, 1_000 * error, 2), sigma: figure(language, sigma, 1) })}{' '}
      {offset !== undefined && offsetError !== undefined && t('offset', { offset: measured(language, offset, 2), error: measured(language, offsetError, 2) })}
    </>
  );
}
