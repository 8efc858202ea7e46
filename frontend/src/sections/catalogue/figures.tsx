import { memo, useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';

import { ChartFrame } from '@/charts/frame';
import { Scatter, type Dot } from '@/charts/scatter';
import { scatterSvg } from '@/charts/scatter-svg';
import { Sky, type SkyDot } from '@/charts/sky';
import { skySvg } from '@/charts/sky-svg';
import { VerdictLegend } from '@/charts/verdict-legend';
import { useLanguage } from '@/i18n/language';
import { count, measured } from '@/lib/format';
import type { Units } from '@/lib/units';
import type { Selection } from '@/sections/selection-layout';

import type { Listed } from './planets';

interface FigureProps extends Selection<Listed> {
  planets: Listed[];
  source: string;
}

/** What is surely of that size has all the weight. */
function weight(planet: Listed): number {
  return planet.radius && planet.radius.limit === 0 && !planet.radius.computed ? 1 : 0;
}

function useNames(planets: Listed[]) {
  return useMemo(() => new Map(planets.map((one) => [one.id, one.name])), [planets]);
}

function useLegend() {
  const t = useTranslations('catalogue.figures');
  return <VerdictLegend likely={t('measured')} unlikely={t('computed')} low="open" />;
}

/** Where the planets lie by their period and radius; what is only a limit is left out. */
export const PeriodRadius = memo(function PeriodRadius({ planets, shown, selected, onSelect, source, units }: FigureProps & { units: Units }) {
  const t = useTranslations('catalogue.figures');
  const { language } = useLanguage();
  const legend = useLegend();
  const names = useNames(planets);
  const format = useMemo(() => (value: number) => measured(language, value), [language]);
  const dots = useMemo<Dot[]>(
    () =>
      planets.flatMap((one) =>
        one.period?.limit === 0 && one.radius?.limit === 0 && one.period.value > 0 && one.radius.value > 0
          ? [{ key: one.id, x: one.period.value, y: units.radius(one.radius.value), weight: weight(one), shown: shown.has(one) }]
          : [],
      ),
    [planets, shown, units],
  );
  const left = useMemo(() => dots.filter((dot) => dot.shown), [dots]);
  const numbers = useCallback(
    () => ({ columns: ['planet', 'radius_measured', 'period_d', units.scale === 'earth' ? 'radius_earth' : 'radius_jupiter'], rows: left.map((dot) => [names.get(dot.key), dot.weight, dot.x, dot.y]) }),
    [left, names, units],
  );
  return (
    <ChartFrame
      title={t('periodRadius')}
      source={source}
      level={2}
      summary={t('periodRadiusSummary', { count: count(language, left.length), computed: count(language, left.filter((dot) => dot.weight === 0).length) })}
      numbers={numbers}
      asSvg={() => scatterSvg(dots, t('x'), t('y', { unit: units.radiusSign }), t('periodRadius'), source, format, 'open')}
      controls={legend}
    >
      <Scatter dots={dots} x={t('x')} y={t('y', { unit: units.radiusSign })} label={t('periodRadiusLabel')} selected={selected} onSelect={onSelect} format={format} low="open" />
    </ChartFrame>
  );
});

/** Where on the sky the planets are. */
export const SkyMap = memo(function SkyMap({ planets, shown, selected, onSelect, source }: FigureProps) {
  const t = useTranslations('catalogue.figures');
  const { language } = useLanguage();
  const legend = useLegend();
  const names = useNames(planets);
  const dots = useMemo<SkyDot[]>(
    () => planets.flatMap((one) => (one.ra !== undefined && one.dec !== undefined ? [{ key: one.id, ra: one.ra, dec: one.dec, weight: weight(one), shown: shown.has(one) }] : [])),
    [planets, shown],
  );
  const left = useMemo(() => dots.filter((dot) => dot.shown), [dots]);
  const numbers = useCallback(() => ({ columns: ['planet', 'radius_measured', 'ra_deg', 'dec_deg'], rows: left.map((dot) => [names.get(dot.key), dot.weight, dot.ra, dot.dec]) }), [left, names]);
  return (
    <ChartFrame
      title={t('sky')}
      source={source}
      level={2}
      summary={t('skySummary', { count: count(language, left.length) })}
      numbers={numbers}
      asSvg={() => skySvg(dots, t('sky'), t('axes'), source, 'open')}
      controls={legend}
    >
      <Sky dots={dots} label={t('skyLabel')} selected={selected} onSelect={onSelect} low="open" />
    </ChartFrame>
  );
});
