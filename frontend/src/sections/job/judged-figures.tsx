import { useTranslations } from 'use-intl';

import type { Judged } from '@/api/judged';
import { ChartFrame } from '@/charts/frame';
import { RankStrip } from '@/charts/rank-strip';
import { XYChart, type Point, type Series } from '@/charts/xy';
import { useLanguage } from '@/i18n/language';
import { count, figure } from '@/lib/format';

import { cameTrue, shelves } from './judged-counts';

const SHELVES = 24;

/** Where what was decided since had stood, and whether what had been said of it came true. */
export function JudgedFigures({ judged, source }: { judged: Judged; source: string }) {
  const t = useTranslations('judged');
  const { language } = useLanguage();
  const { decided, ranked } = judged;
  const bins = cameTrue(decided);
  const half = decided.filter((one) => one.rank * 2 <= ranked);
  const planets = decided.filter((one) => one.planet).length;
  const inHalf = half.filter((one) => one.planet).length;
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <ChartFrame
        title={t('strip.title')}
        level={2}
        source={source}
        summary={t('strip.summary', { planets: count(language, inHalf), allPlanets: count(language, planets), others: count(language, half.length - inHalf), allOthers: count(language, decided.length - planets) })}
        numbers={{ columns: ['rank', 'object', 'probability', 'label', 'planet'], rows: decided.map((one) => [one.rank, one.object, one.probability, one.label, String(one.planet)]) }}
      >
        <RankStrip label={t('strip.label')} x={t('strip.x')} planets={t('planets')} others={t('others')} ranked={ranked} stretches={shelves(decided, ranked, SHELVES)} format={(value) => count(language, value)} />
      </ChartFrame>
      <ChartFrame
        title={t('true.title')}
        level={2}
        source={source}
        summary={t('true.summary', { expected: count(language, judged.figures?.expected_planets ?? 0), planets: count(language, planets), decided: count(language, decided.length) })}
        numbers={{ columns: ['objects', 'mean_probability', 'fraction_of_planets', 'lower', 'upper'], rows: bins.map((bin) => [bin.count, bin.said, bin.share, bin.lower, bin.upper]) }}
      >
        <XYChart
          label={t('true.label')}
          x={t('true.x')}
          y={t('true.y')}
          format={(value) => figure(language, value, 1)}
          reference={[
            [0, 0],
            [1, 1],
          ]}
          series={[...bins.map((bin): Series => ({ name: String(bin.said), points: [[bin.said, bin.lower], [bin.said, bin.upper]] }))]}
          marks={bins.map((bin): Point => [bin.said, bin.share])}
        />
      </ChartFrame>
    </div>
  );
}
