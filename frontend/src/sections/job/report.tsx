import { memo, useDeferredValue, useMemo } from 'react';
import { useTranslations } from 'use-intl';

import type { Job, TrainingResults } from '@/api/queries';
import { useLanguage } from '@/i18n/language';
import { number, useAddress } from '@/lib/address';
import { count, figure, percent } from '@/lib/format';
import { withResultWords } from '@/sections/results-words';
import { Card, Notice } from '@/ui/basics';
import { Meaning } from '@/ui/meaning';

import { Baselines } from './baselines';
import { confusionOf, countsAt } from './counts';
import { TrainingCourse } from './course';
import { Curves, Reliability } from './curves';
import { Disagreements } from './disagreements';
import { classSizes, isOneAgainstOthers, otherClasses, planetClass, sourceOf, type Bounds } from './results';
import { Threshold } from './threshold';

const Course = memo(TrainingCourse);

function ReportTab({ job, results }: { job: Job; results: TrainingResults }) {
  const t = useTranslations('report');
  const { language } = useLanguage();
  const name = planetClass(results);
  const { planets, others } = classSizes(results, name);
  const [threshold, setThreshold] = useAddress('threshold', number(0.5, 0, 1));
  const confusion = useMemo(() => confusionOf(results.curves, name, planets, others), [results, name, planets, others]);
  const counts = countsAt(confusion, threshold);
  // the counts answer at once, the curves a moment later
  const at = useDeferredValue(threshold);
  const drawn = useMemo(() => countsAt(confusion, at), [confusion, at]);
  const source = sourceOf(job, results);
  return (
    <div className="grid gap-5">
      {isOneAgainstOthers(results) && (
        <Notice tone="warning" title={t('severalTitle', { count: Object.keys(results.evaluation.class_counts).length })}>
          {t('several', { name, others: otherClasses(results, name) })}
        </Notice>
      )}
      <Figures results={results} />
      <div className="grid gap-5 lg:grid-cols-3">
        <Curves results={results} counts={drawn} threshold={at} source={source} />
        <Reliability results={results} source={source} />
      </div>
      <div className="grid gap-5 lg:grid-cols-2">
        <Threshold name={isOneAgainstOthers(results) ? name : undefined} confusion={confusion} threshold={threshold} onThreshold={setThreshold} counts={counts} />
        <Baselines results={results} />
      </div>
      <Disagreements job={job} />
      <Course job={job} />
      <Card title={t('how')}>
        <Meaning kind="sentences" as="p" className="text-sm first-letter:uppercase">
          {results.evaluation.protocol}
        </Meaning>
        <Meaning kind="sentences" as="p" className="mt-2 text-sm text-muted first-letter:uppercase">
          {results.evaluation.intervals.method}
        </Meaning>
        <p className="figures mt-2 text-sm text-muted">
          {t('size', { rows: count(language, results.evaluation.rows), stars: count(language, results.evaluation.groups), folds: count(language, results.evaluation.folds) })}
        </p>
      </Card>
    </div>
  );
}

const Figures = memo(function Figures({ results }: { results: TrainingResults }) {
  const t = useTranslations('report');
  const { language } = useLanguage();
  const { intervals } = results.evaluation;
  const strict = results.recall_at_precision[0];
  const strictBounds = intervals.recall_at_precision.find((one) => one.precision === strict?.precision);
  const level = percent(language, intervals.level);
  const shown: { name: string; value: string; bounds?: string; sentence: string }[] = [];
  const between = (bounds: Bounds | undefined, write: (value: number) => string) => bounds && `${write(bounds.lower)} – ${write(bounds.upper)}`;
  const plain = (value: number) => figure(language, value);
  const share = (value: number) => percent(language, value, 1);
  if (results.roc_auc !== undefined) {
    shown.push({ name: 'ROC-AUC', value: plain(results.roc_auc), bounds: between(intervals.roc_auc, plain), sentence: t(isOneAgainstOthers(results) ? 'sentences.roc_auc_several' : 'sentences.roc_auc', { times: figure(language, results.roc_auc * 100, 0) }) });
  }
  shown.push({ name: t('names.accuracy'), value: share(results.accuracy), bounds: between(intervals.accuracy, share), sentence: t('sentences.accuracy', { times: figure(language, results.accuracy * 100, 0) }) });
  if (strict) {
    shown.push({
      name: t('names.recall', { precision: percent(language, strict.precision) }),
      value: share(strict.recall),
      bounds: between(strictBounds, share),
      sentence: t('sentences.recall', { precision: percent(language, strict.precision), times: figure(language, strict.recall * 100, 0) }),
    });
  }
  shown.push({ name: t('names.calibration'), value: share(results.calibration_error), bounds: between(intervals.calibration_error, share), sentence: t('sentences.calibration', { error: share(results.calibration_error) }) });
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      {shown.map((one) => (
        <li key={one.name} className="card p-4">
          <h2 className="text-sm text-muted">{one.name}</h2>
          <p className="figures mt-1 text-2xl font-bold tracking-tight">{one.value}</p>
          {one.bounds && (
            <p className="figures text-xs text-muted">
              {level}: {one.bounds}
            </p>
          )}
          <p className="mt-2 text-sm">{one.sentence}</p>
        </li>
      ))}
    </ul>
  );
});

/** How good the model is, in figures with their uncertainty, in sentences and in curves. */
export const Report = withResultWords(ReportTab);
