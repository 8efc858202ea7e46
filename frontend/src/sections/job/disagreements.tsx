import Link from 'next/link';
import { memo, useState } from 'react';
import { useTranslations } from 'use-intl';

import { useDecided, type Job } from '@/api/queries';
import { Bar } from '@/charts/bar';
import { verdictTone } from '@/charts/verdict';
import { useLanguage } from '@/i18n/language';
import { count, probability, quantity } from '@/lib/format';
import { useUnits } from '@/lib/units';
import { LabelBadge } from '@/sections/label-badge';
import { Button, Card, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { Meaning } from '@/ui/meaning';
import { SmallTable } from '@/ui/small-table';

import { keyOf } from './candidates-state';

const FIRST = 8;
const MOST = 100;

/** Decided objects of which the model says the opposite: the archive's mistakes, or the model's. */
export const Disagreements = memo(function Disagreements({ job }: { job: Job }) {
  const t = useTranslations('report.disagree');
  const { language } = useLanguage();
  const [units] = useUnits();
  const [all, setAll] = useState(false);
  const decided = useDecided(job.job_id, MOST);
  const opposite = decided.data?.objects.filter((one) => (verdictTone(one.label ?? '') === 'planet') !== one.probability >= 0.5) ?? [];
  const shown = all ? opposite : opposite.slice(0, FIRST);
  return (
    <Card title={t('title')} about={t('about')}>
      {decided.isError && <ErrorNotice error={decided.error} onRetry={() => void decided.refetch()} />}
      {decided.isPending && <Skeleton className="h-80" label={t('loading')} />}
      {decided.data && opposite.length === 0 && <p className="text-sm">{t('none')}</p>}
      {shown.length > 0 && (
        <SmallTable
          label={t('title')}
          columns={(['object', 'archive', 'model', 'period', 'radius'] as const).map((name) => ({ id: name, name: t(`columns.${name}`) }))}
          rows={shown.map((one) => ({
            key: one.rank,
            cells: [
              one.object ? (
                <Link href={{ pathname: '/object', query: { job: job.job_id, object: one.object, ...(units.scale !== 'earth' && { units: units.scale }) } }}>
                  <bdi className="block max-w-48 truncate">{one.object}</bdi>
                </Link>
              ) : (
                keyOf(one)
              ),
              <LabelBadge label={one.label ?? ''} />,
              <span className="flex items-center gap-2">
                <span className="w-16 shrink-0">{probability(language, one.probability)}</span>
                <Bar share={one.probability} tone={one.probability >= 0.5 ? 'planet' : 'false'} className="w-20!" />
              </span>,
              one.period === undefined ? '–' : quantity(language, one.period, 'd'),
              one.radius === undefined ? '–' : quantity(language, units.radius(one.radius), units.radiusSign),
            ],
          }))}
        />
      )}
      {decided.data && (
        <Meaning kind="sentences" as="p" className="mt-3 text-xs text-muted first-letter:uppercase">
          {decided.data.judged_by}
        </Meaning>
      )}
      {shown.length < opposite.length && (
        <Button className="mt-3" onClick={() => setAll(true)}>
          {t(opposite.length < MOST ? 'all' : 'first', { count: count(language, opposite.length) })}
        </Button>
      )}
    </Card>
  );
});
