import { memo, useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';

import type { Candidate } from '@/api/queries';
import { ChartFrame } from '@/charts/frame';
import { Sky, type SkyDot } from '@/charts/sky';
import { skySvg } from '@/charts/sky-svg';
import { VerdictLegend } from '@/charts/verdict-legend';
import { useLanguage } from '@/i18n/language';
import { count } from '@/lib/format';
import type { Selection } from '@/sections/selection-layout';

import { keyOf } from './candidates-state';

interface SkyMapProps extends Selection<Candidate> {
  candidates: Candidate[];
  source: string;
}

/** Where on the sky the candidates are. */
export const SkyMap = memo(function SkyMap({ candidates, shown, selected, onSelect, source }: SkyMapProps) {
  const t = useTranslations('candidates.sky');
  const words = useTranslations('candidates.diagram');
  const { language } = useLanguage();
  const dots = useMemo<SkyDot[]>(
    () => candidates.flatMap((one) => (one.ra !== undefined && one.dec !== undefined ? [{ key: keyOf(one), ra: one.ra, dec: one.dec, weight: one.probability, shown: shown.has(one) }] : [])),
    [candidates, shown],
  );
  const left = useMemo(() => dots.filter((dot) => dot.shown), [dots]);
  const numbers = useCallback(() => ({ columns: ['object', 'probability', 'ra_deg', 'dec_deg'], rows: left.map((dot) => [dot.key, dot.weight, dot.ra, dot.dec]) }), [left]);
  if (dots.length === 0) return null;
  return (
    <ChartFrame
      title={t('title')}
      source={source}
      level={2}
      summary={t('summary', { count: count(language, left.length) })}
      numbers={numbers}
      asSvg={() => skySvg(dots, t('title'), t('axes'), source)}
      controls={<VerdictLegend likely={words('likely')} unlikely={words('unlikely')} />}
    >
      <Sky dots={dots} label={t('label')} selected={selected} onSelect={onSelect} />
    </ChartFrame>
  );
});
