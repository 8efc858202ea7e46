import { useTranslations } from 'use-intl';

import type { JobSummary } from '@/api/queries';
import { ChartFrame } from '@/charts/frame';
import { XYChart, type Point } from '@/charts/xy';
import { useLanguage } from '@/i18n/language';
import { count, span } from '@/lib/format';
import { withResultWords } from '@/sections/results-words';

import { endedOf, REACH, STEP } from './ended';

/** Shorter than this, a line would fill the figure because of one job. */
const LEAST = 4;

function Throughput({ jobs, now }: { jobs: JobSummary[]; now: number }) {
  const t = useTranslations('system.throughput');
  const { language } = useLanguage();
  const { counts, failed, waited, worked } = endedOf(jobs, now);
  const all = counts.reduce((sum, one) => sum + one, 0);
  const from = (i: number) => i * STEP - REACH;
  const steps = counts.flatMap((ended, i): Point[] => [
    [from(i), ended],
    [from(i + 1), ended],
  ]);
  return (
    <ChartFrame
      title={t('title')}
      level={2}
      source={`ExoScout · ${new Date(now).toISOString().slice(0, 16)} UTC`}
      summary={
        <>
          {t('ended', { count: all, failed })}
          {waited !== undefined && worked !== undefined && <> {t('times', { waited: span(language, waited), worked: span(language, worked) })}</>}
        </>
      }
      numbers={{ columns: ['from_minutes', 'to_minutes', 'jobs_ended'], rows: counts.map((ended, i) => [from(i), from(i + 1), ended]) }}
    >
      <XYChart
        label={t('label')}
        x={t('x')}
        y={t('y', { minutes: STEP })}
        width={840}
        height={190}
        xDomain={[-REACH, 0]}
        yDomain={[0, Math.max(LEAST, ...counts)]}
        format={(minutes) => count(language, minutes)}
        series={[{ name: t('title'), points: steps }]}
      />
    </ChartFrame>
  );
}

/** How many jobs ended of late, and how long they took. */
export const JobThroughput = withResultWords(Throughput);
