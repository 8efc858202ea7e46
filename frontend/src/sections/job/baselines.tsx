import { memo } from 'react';
import { useTranslations } from 'use-intl';

import type { TrainingResults } from '@/api/queries';
import { useLanguage } from '@/i18n/language';
import { figure } from '@/lib/format';
import { Card, Notice, Said } from '@/ui/basics';

const FIGURES = ['roc_auc', 'average_precision', 'accuracy', 'f1_score', 'brier', 'log_loss', 'calibration_error'] as const;

/** Of these the smaller is the better. */
const LOWER = new Set<string>(['brier', 'log_loss', 'calibration_error']);

/** The same figures without a model, or by the archive's own score: what the model is worth. */
export const Baselines = memo(function Baselines({ results }: { results: TrainingResults }) {
  const t = useTranslations('report');
  const { language } = useLanguage();
  const { majority_class: majority, archive_score: archive } = results.evaluation.baselines;
  const { intervals, spread } = results.evaluation;
  const write = (value: number | undefined) => (value === undefined ? '–' : figure(language, value));
  return (
    <Card title={t('baselines.title')} about={t('baselines.about')}>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('baselines.title')}>
        <table className="figures w-full text-left text-sm">
          <thead>
            <tr className="text-muted">
              <th scope="col" className="py-1.5 pr-3 font-semibold">
                {t('baselines.figure')}
              </th>
              <th scope="col" className="px-3 font-semibold">
                {t('baselines.model')}
              </th>
              <th scope="col" className="px-3 font-semibold">
                {t('baselines.majority')}
              </th>
              {archive && (
                <th scope="col" className="pl-3 font-semibold">
                  {t('baselines.archive')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {FIGURES.filter((name) => results[name] !== undefined).map((name) => (
              <tr key={name} className="border-t border-line">
                <th scope="row" className="py-1.5 pr-3 font-medium whitespace-nowrap">
                  {t(`figures.${name}`)} <span className="text-muted">{LOWER.has(name) ? '↓' : '↑'}</span>
                </th>
                <td className="px-3 whitespace-nowrap">
                  <strong>{write(results[name])}</strong>
                  <span className="block text-xs text-muted">
                    {write(intervals[name]?.lower)} – {write(intervals[name]?.upper)}
                    {spread[name] && <> · ±{figure(language, spread[name].standard_deviation)}</>}
                  </span>
                </td>
                <td className="px-3">{write(majority[name])}</td>
                {archive && <td className="pl-3">{name in archive ? write(archive[name as 'accuracy']) : '–'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-2 text-xs text-muted">{t('baselines.legend')}</p>
      {archive && (
        <div className="mt-3">
          <Notice tone="warning">
            <Said>{archive.remark}</Said>
          </Notice>
        </div>
      )}
    </Card>
  );
});
