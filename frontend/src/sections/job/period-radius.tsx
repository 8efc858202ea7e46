import { memo, useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';

import type { Candidate } from '@/api/queries';
import { ChartFrame } from '@/charts/frame';
import { Scatter, type Dot } from '@/charts/scatter';
import { scatterSvg } from '@/charts/scatter-svg';
import { VerdictLegend } from '@/charts/verdict-legend';
import { useLanguage } from '@/i18n/language';
import { count, measured } from '@/lib/format';
import type { Units } from '@/lib/units';
import type { Selection } from '@/sections/selection-layout';

import { keyOf } from './candidates-state';

interface PeriodRadiusProps extends Selection<Candidate> {
  candidates: Candidate[];
  source: string;
  units: Units;
}

/** Where the candidates lie by their period and radius. */
export const PeriodRadius = memo(function PeriodRadius({ candidates, shown, selected, onSelect, source, units }: PeriodRadiusProps) {
  const t = useTranslations('candidates.diagram');
  const { language } = useLanguage();
  const unit = units.radiusSign;
  const format = useMemo(() => (value: number) => measured(language, value), [language]);
  const dots = useMemo<Dot[]>(
    () => candidates.flatMap((one) => ((one.period ?? 0) > 0 && (one.radius ?? 0) > 0 ? [{ key: keyOf(one), x: one.period as number, y: units.radius(one.radius as number), weight: one.probability, shown: shown.has(one) }] : [])),
    [candidates, shown, units],
  );
  const left = useMemo(() => dots.filter((dot) => dot.shown), [dots]);
  const numbers = useCallback(() => ({ columns: ['object', 'probability', 'period_d', units.scale === 'earth' ? 'radius_earth' : 'radius_jupiter'], rows: left.map((dot) => [dot.key, dot.weight, dot.x, dot.y]) }), [left, units]);
  const likely = useMemo(() => left.filter((dot) => dot.weight >= 0.5).length, [left]);
  if (dots.length === 0) return null;
  return (
    <ChartFrame
      title={t('title')}
      source={source}
      level={2}
      summary={t('summary', { count: count(language, left.length), likely: count(language, likely) })}
      numbers={numbers}
      asSvg={() => scatterSvg(dots, t('x'), t('y', { unit }), t('title'), source, format)}
      controls={<VerdictLegend likely={t('likely')} unlikely={t('unlikely')} />}
    >
      <Scatter dots={dots} x={t('x')} y={t('y', { unit })} label={t('label')} selected={selected} onSelect={onSelect} format={format} />
    </ChartFrame>
  );
});
