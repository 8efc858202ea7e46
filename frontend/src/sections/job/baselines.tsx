import { memo } from 'react';
import { useTranslations } from 'use-intl';

import type { TrainingResults } from '@/api/queries';
import { useLanguage } from '@/i18n/language';
import { figure, percent } from '@/lib/format';
import { Card, Notice } from '@/ui/basics';
import { Meaning } from '@/ui/meaning';
import { SmallTable } from '@/ui/small-table';

import { isOneAgainstOthers } from './results';

const FIGURES = ['roc_auc', 'average_precision', 'accuracy', 'f1_score', 'brier', 'log_loss', 'calibration_error'] as const;

/** Of these the smaller is the better. */
const LOWER = new Set<string>(['brier', 'log_loss', 'calibration_error']);

/** The same figures without a model, or by the archive's own score: what the model is worth. */
export const Baselines = memo(function Baselines({ results }: { results: TrainingResults }) {
  const t = useTranslations('report');
  const { language } = useLanguage();
  const { majority_class: majority, archive_score: archive } = results.evaluation.baselines;
  const { intervals, spread } = results.evaluation;
  const share = (value: number) => percent(language, value, 1);
  const { average_precision: precision } = results;
  // the other figures have theirs at the top of the report
  const sentences = [
    { name: 'average_precision', text: precision !== undefined && t(isOneAgainstOthers(results) ? 'sentences.average_precision_several' : 'sentences.average_precision', { share: share(precision) }) },
    { name: 'f1_score', text: t('sentences.f1_score', { share: share(results.f1_score) }) },
    { name: 'brier', text: t('sentences.brier', { error: share(Math.sqrt(results.brier)) }) },
    { name: 'log_loss', text: t('sentences.log_loss', { share: share(Math.exp(-results.log_loss)) }) },
  ] as const;
  const write = (value: number | undefined) => (value === undefined ? '–' : figure(language, value));
  return (
    <Card title={t('baselines.title')} about={t('baselines.about')}>
      <SmallTable
        label={t('baselines.title')}
        columns={[
          { id: 'figure', name: t('baselines.figure'), className: 'whitespace-nowrap' },
          { id: 'model', name: t('baselines.model') },
          { id: 'majority', name: t('baselines.majority') },
          ...(archive ? [{ id: 'archive', name: t('baselines.archive') }] : []),
        ]}
        rows={FIGURES.filter((name) => results[name] !== undefined).map((name) => ({
          key: name,
          cells: [
            <>
              {t(`figures.${name}`)} <span className="text-muted">{LOWER.has(name) ? '↓' : '↑'}</span>
            </>,
            <>
              <strong>{write(results[name])}</strong>
              <span className="block text-xs text-muted">
                {write(intervals[name]?.lower)} – {write(intervals[name]?.upper)}
                {spread[name] && <> · ±{figure(language, spread[name].standard_deviation)}</>}
              </span>
            </>,
            write(majority[name]),
            ...(archive ? [name in archive ? write(archive[name as 'accuracy']) : '–'] : []),
          ],
        }))}
      />
      <p className="mt-2 text-xs text-muted">{t('baselines.legend')}</p>
      <ul className="mt-3 grid gap-1 text-sm">
        {sentences.map(({ name, text }) => text && (
          <li key={name}>
            <span className="font-semibold">{t(`figures.${name}`)}:</span> {text}
          </li>
        ))}
      </ul>
      {archive && (
        <div className="mt-3">
          <Notice tone="warning">
            <Meaning kind="sentences" as="p" className="first-letter:uppercase">
              {archive.remark}
            </Meaning>
          </Notice>
        </div>
      )}
    </Card>
  );
});
