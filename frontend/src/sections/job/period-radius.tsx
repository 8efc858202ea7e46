import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';

import { ChartFrame } from '@/charts/frame';
import { Scatter, type Dot } from '@/charts/scatter';
import { scatterSvg } from '@/charts/scatter-svg';
import { useLanguage } from '@/i18n/language';
import { count, measured } from '@/lib/format';

interface PeriodRadiusProps {
  dots: Dot[];
  selected: string | undefined;
  onSelect: (key: string) => void;
  source: string;
}

/** Where the candidates lie by their period and radius. */
export const PeriodRadius = memo(function PeriodRadius({ dots, selected, onSelect, source }: PeriodRadiusProps) {
  const t = useTranslations('candidates.diagram');
  const { language } = useLanguage();
  const format = useMemo(() => (value: number) => measured(language, value), [language]);
  const shown = useMemo(() => dots.filter((dot) => dot.shown), [dots]);
  const numbers = useMemo(() => ({ columns: ['object', 'probability', 'period_d', 'radius_earth'], rows: shown.map((dot) => [dot.key, dot.weight, dot.x, dot.y]) }), [shown]);
  const likely = useMemo(() => shown.filter((dot) => dot.weight >= 0.5).length, [shown]);
  return (
    <ChartFrame
      title={t('title')}
      source={source}
      level={2}
      summary={t('summary', { count: count(language, shown.length), likely: count(language, likely) })}
      numbers={numbers}
      asSvg={() => scatterSvg(dots, t('x'), t('y'), t('title'), source, format)}
      controls={
        <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <li className="flex items-center gap-2">
            <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
              <circle className="bar-planet" cx="6" cy="6" r="5" />
            </svg>
            {t('likely')}
          </li>
          <li className="flex items-center gap-2">
            <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
              <path className="bar-false" d="M6 1l5 9H1z" />
            </svg>
            {t('unlikely')}
          </li>
        </ul>
      }
    >
      <Scatter dots={dots} x={t('x')} y={t('y')} label={t('label')} selected={selected} onSelect={onSelect} format={format} />
    </ChartFrame>
  );
});
