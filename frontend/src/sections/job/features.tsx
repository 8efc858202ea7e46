import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';

import { useModel, type Job, type TrainingResults } from '@/api/queries';
import { Bar } from '@/charts/bar';
import { useLanguage } from '@/i18n/language';
import { percent, unitSign } from '@/lib/format';
import { csv } from '@/lib/csv';
import { fileName, save } from '@/lib/save';
import { withResultWords } from '@/sections/results-words';
import { Badge, Button, Card } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { Meaning } from '@/ui/meaning';

/** As many are shown at first. */
const FIRST = 15;

function FeaturesTab({ job, results }: { job: Job; results: TrainingResults }) {
  const t = useTranslations('features');
  const { language } = useLanguage();
  const model = useModel(job.job_id);
  const [all, setAll] = useState(false);
  const ordered = useMemo(() => [...results.feature_importance].sort((one, other) => other.importance - one.importance), [results]);
  const most = ordered[0]?.importance ?? 1;
  const whole = ordered.reduce((sum, one) => sum + one.importance, 0) || 1;
  const shown = all ? ordered : ordered.slice(0, FIRST);
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Card
        title={t('title')}
        about={t('about')}
        actions={
          <Button kind="quiet" size="small" onClick={() => save(fileName(job.model_name, 'features.csv'), 'text/csv', csv(['feature', 'importance'], ordered.map((one) => [one.feature, one.importance])))}>
            CSV
          </Button>
        }
      >
        {model.isError && <ErrorNotice error={model.error} onRetry={() => void model.refetch()} />}
        <ol>
          {shown.map(({ feature, importance }) => {
            const input = model.data?.inputs.find((one) => one.name === feature);
            const computed = model.data?.computed_features.find((one) => one.name === feature);
            return (
              <li key={feature} className="border-t border-line py-3 first:border-t-0">
                <div className="flex items-baseline justify-between gap-4">
                  <span className="min-w-0">
                    <Meaning kind="features" of={feature} className="text-sm font-semibold">
                      {input?.meaning || feature}
                    </Meaning>{' '}
                    <bdi className="font-mono text-xs text-muted">
                      {feature}
                      {input?.unit && ` · ${unitSign(input.unit)}`}
                    </bdi>
                  </span>
                  <span className="figures shrink-0 text-sm font-semibold">{percent(language, importance / whole, 1)}</span>
                </div>
                <Bar share={importance / most} className="mt-1.5 h-2" />
                {computed && (
                  <p className="mt-1.5 text-xs break-words text-muted" lang="en">
                    <code className="font-mono">{computed.formula}</code>
                    {computed.reference && <> · {computed.reference}</>}
                  </p>
                )}
                {input?.doubt && (
                  <p className="mt-1.5 text-xs text-false">
                    {t('doubt')} <Meaning kind="sentences">{input.doubt}</Meaning>
                  </p>
                )}
              </li>
            );
          })}
        </ol>
        {!all && ordered.length > FIRST && (
          <Button className="mt-2" onClick={() => setAll(true)}>
            {t('all', { count: ordered.length })}
          </Button>
        )}
      </Card>
      <Card title={t('leftOut')} about={t('leftOutAbout')}>
        <ul className="grid gap-3 text-sm">
          {job.features?.left_out.map((one) => (
            <li key={one.feature}>
              <Badge>{one.feature}</Badge>
              <Meaning kind="sentences" as="p" className="mt-1 text-muted">
                {one.reason}
              </Meaning>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

/** What the model looks at: how much each counts, what it means and how it is computed. */
export const Features = withResultWords(FeaturesTab);
