import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';

import { ChartFrame } from '@/charts/frame';
import { Sky, type SkyDot } from '@/charts/sky';
import { skySvg } from '@/charts/sky-svg';
import { VerdictLegend } from '@/charts/verdict-legend';
import { useLanguage } from '@/i18n/language';
import { count } from '@/lib/format';

interface SkyMapProps {
  dots: SkyDot[];
  selected: string | undefined;
  onSelect: (key: string) => void;
  source: string;
}

/** Where on the sky the candidates are. */
export const SkyMap = memo(function SkyMap({ dots, selected, onSelect, source }: SkyMapProps) {
  const t = useTranslations('candidates.sky');
  const words = useTranslations('candidates.diagram');
  const { language } = useLanguage();
  const shown = useMemo(() => dots.filter((dot) => dot.shown), [dots]);
  const numbers = useMemo(() => ({ columns: ['object', 'probability', 'ra_deg', 'dec_deg'], rows: shown.map((dot) => [dot.key, dot.weight, dot.ra, dot.dec]) }), [shown]);
  return (
    <ChartFrame
      title={t('title')}
      source={source}
      level={2}
      summary={t('summary', { count: count(language, shown.length) })}
      numbers={numbers}
      asSvg={() => skySvg(dots, t('title'), t('axes'), source)}
      controls={<VerdictLegend likely={words('likely')} unlikely={words('unlikely')} />}
    >
      <Sky dots={dots} label={t('label')} selected={selected} onSelect={onSelect} />
    </ChartFrame>
  );
});
