import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';

import { ChartFrame } from '@/charts/frame';
import { Scatter, type Dot } from '@/charts/scatter';
import { scatterSvg } from '@/charts/scatter-svg';
import { VerdictLegend } from '@/charts/verdict-legend';
import { useLanguage } from '@/i18n/language';
import { count, measured } from '@/lib/format';

interface PeriodRadiusProps {
  dots: Dot[];
  selected: string | undefined;
  onSelect: (key: string) => void;
  source: string;
  /** Of the radius. */
  unit: string;
}

/** Where the candidates lie by their period and radius. */
export const PeriodRadius = memo(function PeriodRadius({ dots, selected, onSelect, source, unit }: PeriodRadiusProps) {
  const t = useTranslations('candidates.diagram');
  const { language } = useLanguage();
  const format = useMemo(() => (value: number) => measured(language, value), [language]);
  const shown = useMemo(() => dots.filter((dot) => dot.shown), [dots]);
  const numbers = useMemo(() => ({ columns: ['object', 'probability', 'period_d', unit === 'R⊕' ? 'radius_earth' : 'radius_jupiter'], rows: shown.map((dot) => [dot.key, dot.weight, dot.x, dot.y]) }), [shown, unit]);
  const likely = useMemo(() => shown.filter((dot) => dot.weight >= 0.5).length, [shown]);
  return (
    <ChartFrame
      title={t('title')}
      source={source}
      level={2}
      summary={t('summary', { count: count(language, shown.length), likely: count(language, likely) })}
      numbers={numbers}
      asSvg={() => scatterSvg(dots, t('x'), t('y', { unit }), t('title'), source, format)}
      controls={<VerdictLegend likely={t('likely')} unlikely={t('unlikely')} />}
    >
      <Scatter dots={dots} x={t('x')} y={t('y', { unit })} label={t('label')} selected={selected} onSelect={onSelect} format={format} />
    </ChartFrame>
  );
});
