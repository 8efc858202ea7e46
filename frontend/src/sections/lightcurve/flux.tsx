import { useMemo } from 'react';
import { useTranslations } from 'use-intl';

import type { Plots, Signal } from '@/api/lightcurve';
import { ChartFrame } from '@/charts/frame';
import { pointsFile } from '@/charts/points-file';
import { Points, type Layer, type Span } from '@/charts/points';
import { useLanguage } from '@/i18n/language';
import { count, figure, place } from '@/lib/format';
import { extent, middle, middles } from '@/lib/fold';

interface FluxProps {
  plots: Plots;
  signal: Signal | undefined;
  source: string;
  shown: Span | undefined;
  onShow: (shown: Span | undefined) => void;
}

/** Fewer points than this are no curve. */
const LEAST = 12;

/** The curve in time, as it came and with what changes slowly taken out; both show the same time. */
export function Flux({ plots, signal, source, shown, onShow }: FluxProps) {
  const t = useTranslations('lightcurve');
  const { language } = useLanguage();
  const { times, fluxes, trend, flat } = plots.flux;
  const whole = useMemo<Span>(() => [times[0] ?? 0, times.at(-1) ?? 1], [times]);
  const marks = useMemo(() => (signal ? middles(signal.epoch, signal.period, ...whole) : []), [signal, whole]);
  const inSight = useMemo(() => marks.filter((mark) => mark >= (shown ?? whole)[0] && mark <= (shown ?? whole)[1]), [marks, shown, whole]);
  const least = useMemo(() => LEAST * middle(times.slice(1).map((time, i) => time - (times[i] ?? 0))), [times]);
  const kinds = useMemo(() => {
    const drawn: { id: 'raw' | 'flat'; layers: Layer[] }[] = [
      {
        id: 'raw',
        layers: [
          { kind: 'dots', x: times, y: fluxes, tone: 'muted' },
          { kind: 'line', x: times, y: trend, tone: 'false' },
        ],
      },
      { id: 'flat', layers: [{ kind: 'dots', x: times, y: flat, tone: 'accent' }] },
    ];
    return drawn.map((kind) => ({ ...kind, yRange: (seen: Span) => extent(kind.layers.flatMap((layer) => layer.y.filter((_, i) => (times[i] ?? 0) >= seen[0] && (times[i] ?? 0) <= seen[1]))) }));
  }, [times, fluxes, trend, flat]);
  return (
    <>
      {kinds.map(({ id, layers, yRange }) => {
        const words = { title: t(`${id}.title`), x: t('days'), y: t('flux') };
        return (
          <ChartFrame
            key={id}
            level={2}
            title={words.title}
            about={t(`${id}.about`)}
            source={source}
            summary={t('fluxSummary', { points: count(language, times.length), from: figure(language, (shown ?? whole)[0], 2), to: figure(language, (shown ?? whole)[1], 2), transits: inSight.length })}
            numbers={() => ({ columns: ['time', 'flux', 'trend', 'flat'], rows: times.map((time, i) => [time, fluxes[i], trend[i], flat[i]]) })}
            asSvg={() => pointsFile({ layers, ...words, source, xShown: shown ?? whole, yShown: yRange(shown ?? whole), marks: inSight, format: (value) => value.toPrecision(6) })}
          >
            <Points layers={layers} x={words.x} y={words.y} label={words.title} xWhole={whole} xLeast={least} xShown={shown} onShow={onShow} yRange={yRange} marks={inSight} format={(value) => place(language, value)} />
          </ChartFrame>
        );
      })}
    </>
  );
}
