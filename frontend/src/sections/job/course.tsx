import { useTranslations } from 'use-intl';

import { useCourse } from '@/api/live';
import type { Job } from '@/api/queries';
import { ChartFrame } from '@/charts/frame';
import { XYChart, type Point } from '@/charts/xy';
import { useLanguage } from '@/i18n/language';
import { count, figure, measured, span } from '@/lib/format';
import { withResultWords } from '@/sections/results-words';
import { Card } from '@/ui/basics';
import { SmallTable } from '@/ui/small-table';

import { sourceOf, trainingResults } from './results';

/** Fewer rounds that were looked at make no curve. */
const ENOUGH = 5;

/** An ensemble's members have a line each. */
const nameOf = ({ fold, member }: { fold: number; member?: string }) => (member ? `${fold} ${member}` : `${fold}`);

const FIGURES = ['roc_auc', 'accuracy', 'log_loss'] as const;

/** How a training goes, or went: loss by round, and the folds as they end. */
function CourseOf({ job }: { job: Job }) {
  const t = useTranslations('course');
  const { language } = useLanguage();
  const { rounds, folds } = useCourse(job.job_id);
  const results = trainingResults(job);
  const points = (values: number[], at: number[]): Point[] => at.map((round, i) => [round, values[i] ?? 0]);
  const all = rounds.flatMap((one) => [...one.training_loss, ...one.test_loss]);
  const most = Math.max(...rounds.map((one) => one.rounds), 1);
  const last = rounds.map((one) => one.test_loss.at(-1) ?? 0);
  const mean = last.reduce((sum, one) => sum + one, 0) / (last.length || 1);
  const fitted = new Set(rounds.map((one) => one.fold)).size;
  if (rounds.length === 0 && folds.length === 0) return null;
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      {rounds.some((one) => one.round.length >= ENOUGH) && (
        <ChartFrame
          title={t('loss')}
          level={2}
          source={results ? sourceOf(job, results) : `${job.model_name} · job ${job.job_id.slice(0, 16)}`}
          summary={t('lossSummary', { mean: figure(language, mean, 3), folds: fitted })}
          numbers={{ columns: ['fold', 'member', 'round', 'training_log_loss', 'test_log_loss'], rows: rounds.flatMap((one) => one.round.map((round, i) => [one.fold, one.member ?? null, round, one.training_loss[i], one.test_loss[i]])) }}
          controls={
            <ul className="mt-1 flex flex-wrap gap-x-5 text-sm">
              {(['test', 'training'] as const).map((name) => (
                <li key={name} className="flex items-center gap-2">
                  <svg viewBox="0 0 24 8" className="h-2 w-6" aria-hidden="true">
                    <path className="curve" data-tone={name === 'training' ? 'open' : undefined} d="M0 4h24" />
                  </svg>
                  {t(name)}
                </li>
              ))}
            </ul>
          }
        >
          <XYChart
            label={t('lossLabel')}
            x={t('rounds')}
            y={t('logLoss')}
            width={520}
            height={300}
            xDomain={[0, most]}
            yDomain={[0, Math.max(...all) * 1.05]}
            format={(value) => count(language, value)}
            yFormat={(value) => measured(language, value, 2)}
            series={rounds.flatMap((one) => [
              { name: `${t('training')} ${nameOf(one)}`, tone: 'open' as const, points: points(one.training_loss, one.round) },
              { name: `${t('test')} ${nameOf(one)}`, points: points(one.test_loss, one.round) },
            ])}
          />
        </ChartFrame>
      )}
      {folds.length > 0 && (
        <Card title={t('folds')} about={t('foldsAbout')}>
          <SmallTable
            label={t('folds')}
            columns={[{ id: 'fold', name: t('fold') }, ...FIGURES.map((name) => ({ id: name, name: t(`figures.${name}`) })), { id: 'after', name: t('after') }]}
            rows={folds.map((one) => ({
              key: one.fold,
              cells: [
                t('foldOf', { fold: one.fold, folds: one.folds }),
                ...FIGURES.map((name) => {
                  const value = (one.figures as Record<string, number | undefined>)[name];
                  return value === undefined ? '–' : figure(language, value);
                }),
                span(language, one.seconds),
              ],
            }))}
          />
        </Card>
      )}
    </div>
  );
}

export const TrainingCourse = withResultWords(CourseOf);
