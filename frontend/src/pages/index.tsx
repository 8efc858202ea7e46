import { useRouter } from 'next/router';
import { useTranslations } from 'use-intl';

import { useHealth, useJobs, useWorkers } from '@/api/queries';
import { useLanguage } from '@/i18n/language';
import { drop } from '@/lib/dropped';
import { count } from '@/lib/format';
import { DropZone } from '@/sections/drop-zone';
import { JobList } from '@/sections/job-list';
import { TransitHero } from '@/sections/transit-hero';
import { Badge, ButtonLink, Card, EmptyState, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { DocumentTitle } from '@/ui/page-title';
import { Stale } from '@/ui/stale';

/** The most jobs to show. */
const RECENT = 8;

export default function Home() {
  const t = useTranslations('home');
  const router = useRouter();
  return (
    <>
      <DocumentTitle title={t('question')} />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <TransitHero />
        <Card title={t('start')} about={t('startAbout')} className="flex flex-col">
          <DropZone
            onFile={(file) => {
              drop(file);
              void router.push('/new/');
            }}
          />
          <ol className="mt-6 grid gap-3 border-t border-line pt-5 text-sm">
            {(['check', 'train', 'read'] as const).map((step, i) => (
              <li key={step} className="flex gap-3">
                <span className="flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-bold text-accent">{i + 1}</span>
                <span>
                  <strong>{t(`steps.${step}.title`)}</strong> <span className="text-muted">{t(`steps.${step}.text`)}</span>
                </span>
              </li>
            ))}
          </ol>
        </Card>
        <RecentJobs />
        <RightNow />
      </div>
    </>
  );
}

function RecentJobs() {
  const t = useTranslations('home');
  const jobs = useJobs(RECENT);
  return (
    <Card title={t('recent')}>
      <Stale query={jobs} />
      {jobs.isPending && <Skeleton className="h-40" label={t('loading')} />}
      {jobs.data?.length === 0 && (
        <EmptyState title={t('none')}>
          <p>{t('noneAbout')}</p>
        </EmptyState>
      )}
      {jobs.data && jobs.data.length > 0 && <JobList jobs={jobs.data} />}
      {jobs.isError && jobs.data === undefined && <ErrorNotice error={jobs.error} onRetry={() => void jobs.refetch()} />}
    </Card>
  );
}

function RightNow() {
  const t = useTranslations('home');
  const { language } = useLanguage();
  const health = useHealth();
  const workers = useWorkers();
  const busy = workers.data?.workers.filter((worker) => worker.current_job).length ?? 0;
  return (
    <Card title={t('now')} actions={health.data && <Badge tone={health.data.status === 'ok' ? 'planet' : 'danger'}>{t(`health.${health.data.status}`)}</Badge>}>
      {workers.data ? (
        <dl className="grid grid-cols-3 gap-3">
          {(
            [
              ['working', busy],
              ['waiting', workers.data.queue_depth ?? 0],
              ['workers', workers.data.workers.length],
            ] as const
          ).map(([name, value]) => (
            <div key={name} className="flex flex-col-reverse justify-end rounded-lg bg-sunken px-3 py-2.5">
              <dt className="text-xs text-muted">{t(name)}</dt>
              <dd className="figures text-xl font-bold">{count(language, value)}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <Skeleton className="h-16" label={t('loading')} />
      )}
      {health.isError && (
        <div className="mt-3">
          <ErrorNotice error={health.error} onRetry={() => void health.refetch()} />
        </div>
      )}
      <p className="mt-4">
        <ButtonLink href="/system/" size="small" kind="quiet">
          {t('more')}
        </ButtonLink>
      </p>
    </Card>
  );
}
