import { memo } from 'react';
import { useTranslations } from 'use-intl';

import type { TrainingResults } from '@/api/queries';
import { ChartFrame } from '@/charts/frame';
import { XYChart, type Point } from '@/charts/xy';
import { useLanguage } from '@/i18n/language';
import { figure, percent } from '@/lib/format';

import { alarmsOf, precisionOf, recallOf, type Counts } from './counts';
import { classSizes, planetClass } from './results';

const DIAGONAL: Point[] = [
  [0, 0],
  [1, 1],
];

interface CurvesProps {
  results: TrainingResults;
  /** What is marked on them, at this threshold. */
  counts: Counts;
  threshold: number;
  source: string;
}

/** What is found at the price of what, over all thresholds. */
export const Curves = memo(function Curves({ results, counts, threshold, source }: CurvesProps) {
  const t = useTranslations('report');
  const { language } = useLanguage();
  const name = planetClass(results);
  const { planets, others } = classSizes(results, name);
  const roc = results.curves.roc[name] ?? [];
  const recalls = results.curves.precision_recall[name] ?? [];
  const [precision, recall, alarms] = [precisionOf(counts), recallOf(counts), alarmsOf(counts)];
  const tick = (value: number) => figure(language, value, 1);
  return (
    <>
      <ChartFrame
        title={t('roc.title')}
        source={source}
        summary={t('roc.summary', { recall: percent(language, recall, 1), alarms: percent(language, alarms, 1), threshold: figure(language, threshold, 2) })}
        numbers={{ columns: ['threshold', 'false_positive_rate', 'true_positive_rate'], rows: roc.map((point) => [point.threshold, point.false_positive_rate, point.true_positive_rate]) }}
      >
        <XYChart
          label={t('roc.label')}
          x={t('roc.x')}
          y={t('roc.y')}
          format={tick}
          reference={DIAGONAL}
          series={[{ name, points: roc.map((point): Point => [point.false_positive_rate, point.true_positive_rate]) }]}
          marks={[[alarms, recall]]}
        />
      </ChartFrame>
      <ChartFrame
        title={t('pr.title')}
        source={source}
        summary={t('pr.summary', { precision: percent(language, precision, 1), recall: percent(language, recall, 1), threshold: figure(language, threshold, 2) })}
        numbers={{ columns: ['threshold', 'recall', 'precision'], rows: recalls.map((point) => [point.threshold, point.recall, point.precision]) }}
      >
        <XYChart
          label={t('pr.label')}
          x={t('pr.x')}
          y={t('pr.y')}
          format={tick}
          reference={[
            [0, planets / (planets + others)],
            [1, planets / (planets + others)],
          ]}
          series={[{ name, tone: 'planet', points: recalls.map((point): Point => [point.recall, point.precision]) }]}
          marks={[[recall, precision]]}
        />
      </ChartFrame>
    </>
  );
});

/** What became of rows that were given about the same probability. */
export const Reliability = memo(function Reliability({ results, source }: { results: TrainingResults; source: string }) {
  const t = useTranslations('report');
  const { language } = useLanguage();
  const name = planetClass(results);
  const reliability = (results.curves.reliability[name] ?? []).filter((bin) => bin.rows > 0);
  return (
    <ChartFrame
      title={t('reliability.title')}
      source={source}
      summary={t('reliability.summary', { error: percent(language, results.calibration_error, 1) })}
      numbers={{ columns: ['lower', 'upper', 'rows', 'mean_probability', 'fraction_of_class'], rows: reliability.map((bin) => [bin.lower, bin.upper, bin.rows, bin.mean_probability, bin.fraction_of_class]) }}
    >
      <XYChart
        label={t('reliability.label')}
        x={t('reliability.x')}
        y={t('reliability.y')}
        format={(value) => figure(language, value, 1)}
        reference={DIAGONAL}
        series={[{ name, points: reliability.map((bin): Point => [bin.mean_probability, bin.fraction_of_class]) }]}
      />
    </ChartFrame>
  );
});
