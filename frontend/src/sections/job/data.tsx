import { useTranslations } from 'use-intl';

import type { Job, TrainingResults } from '@/api/queries';
import { Parts } from '@/charts/bar';
import { verdictTone } from '@/charts/verdict';
import { useLanguage } from '@/i18n/language';
import { bytes, count, figure } from '@/lib/format';
import { LabelBadge } from '@/sections/label-badge';
import { withResultWords } from '@/sections/results-words';
import { Card } from '@/ui/basics';
import { Meaning } from '@/ui/meaning';

function DataTab({ job, results }: { job: Job; results: TrainingResults | undefined }) {
  const t = useTranslations('data');
  const { language } = useLanguage();
  const { report, dataset } = job;
  const labels = Object.entries(report?.labels ?? {});
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Card title={t('table')}>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2 text-sm">
          {(
            [
              ['file', dataset.filename],
              ['rows', count(language, dataset.rows)],
              ['columns', count(language, dataset.columns)],
              ['size', bytes(language, dataset.bytes)],
              ['downloaded', dataset.downloaded?.replace('T', ' ')],
              ['sha256', dataset.sha256],
            ] as const
          ).map(([name, value]) =>
            value === undefined ? null : (
              <div key={name} className="contents">
                <dt className="text-muted">{t(name)}</dt>
                <dd className={name === 'sha256' ? 'font-mono text-xs break-all' : 'figures break-words'}>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
          )}
        </dl>
        {labels.length > 0 && (
          <>
            <h3 className="mt-5 mb-2 text-sm">{t('labels')}</h3>
            <Parts parts={labels.map(([name, value]) => ({ name, value, tone: verdictTone(name) }))} />
            <ul className="mt-2 flex flex-wrap gap-2">
              {labels.map(([name, value]) => (
                <li key={name}>
                  <LabelBadge label={name}>
                    <span className="figures">{count(language, value)}</span>
                  </LabelBadge>
                </li>
              ))}
            </ul>
          </>
        )}
      </Card>
      {results && (
        <Card title={t('leaks')} about={t('leaksAbout', { threshold: figure(language, results.leak_audit.threshold_roc_auc, 2) })}>
          <ul className="grid gap-2 text-sm">
            {(results.leak_audit.flagged_in_table ?? []).map((one) => (
              <li key={one.column} className="rounded-lg bg-false-soft px-3 py-2">
                <bdi className="font-mono text-xs font-semibold">{one.column}</bdi> <Meaning kind="sentences">{one.finding}</Meaning>
              </li>
            ))}
          </ul>
          <p className="mt-3 text-sm text-muted">{results.leak_audit.flagged.length === 0 ? t('noneLeft') : t('someLeft', { columns: results.leak_audit.flagged.join(', ') })}</p>
        </Card>
      )}
      {report && (
        <Card title={t('ignored')} className="lg:col-span-2">
          <ul className="grid gap-x-6 gap-y-1.5 text-sm sm:grid-cols-2 xl:grid-cols-3">
            {report.ignored.map((one) => (
              <li key={one.column} className="min-w-0">
                <bdi className="font-mono text-xs font-semibold">{one.column}</bdi>{' '}
                <span className="text-muted">
                  <Meaning kind="sentences">{one.reason}</Meaning>
                  {one.detail && (
                    <>
                      : <Meaning kind="sentences">{one.detail}</Meaning>
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

/** The table: where it is from, what was decided in it, and what was kept from the model. */
export const Data = withResultWords(DataTab);
