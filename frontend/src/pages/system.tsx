import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'use-intl';

import { useApiLink } from '@/api/client';
import { isActive, useHealth, useJobs, useWorkers } from '@/api/queries';
import english from '@/i18n/en/system.json';
import { useLanguage, withWords } from '@/i18n/language';
import { ago, bytes, count } from '@/lib/format';
import { useNow } from '@/lib/now';
import { JobList } from '@/sections/job-list';
import { Badge, Card, EmptyState, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { PageTitle } from '@/ui/page-title';
import { SmallTable } from '@/ui/small-table';
import { Stale } from '@/ui/stale';

const JobThroughput = dynamic(() => import('@/sections/system/throughput').then((module) => module.JobThroughput), { ssr: false, loading: () => <Skeleton className="h-80" /> });

/** As many as are listed at once: all that is under way, and what ended of late. */
const LOOKED_AT = 200;

function System() {
  const t = useTranslations('system');
  // all at once, since each would push the next one down
  const waiting = [useHealth(), useWorkers(), useJobs(LOOKED_AT)].some((query) => query.isPending);
  return (
    <>
      <PageTitle title={t('title')} about={t('about')} />
      {waiting ? (
        <Skeleton className="h-dvh" label={t('loading')} />
      ) : (
        <div className="grid gap-5">
          <Parts />
          <Workers />
          <UnderWay />
          <Throughput />
        </div>
      )}
    </>
  );
}

function Parts() {
  const t = useTranslations('system');
  const { language } = useLanguage();
  const health = useHealth();
  const workers = useWorkers();
  if (health.isError && !health.data) return <ErrorNotice error={health.error} onRetry={() => void health.refetch()} />;
  if (!health.data) return null;
  const { database, queue = 'up', jobs, disk } = health.data;
  const stuck = queue === 'up' && jobs === 'stuck';
  const facts = [
    { name: 'database', value: t(`states.${database}`), well: database === 'up' },
    { name: 'queue', value: t(`states.${stuck ? 'stuck' : queue}`), well: queue === 'up' && !stuck },
    { name: 'disk', value: t(`disk.${disk}`), well: disk === 'ok' },
    { name: 'training', value: count(language, workers.data?.queues.training ?? 0), well: true },
    { name: 'prediction', value: count(language, workers.data?.queues.prediction ?? 0), well: true },
    { name: 'search', value: count(language, workers.data?.queues.transit_search ?? 0), well: true },
    { name: 'done', value: count(language, workers.data?.workers.reduce((sum, worker) => sum + worker.jobs_done, 0) ?? 0), well: true },
  ] as const;
  return (
    <>
      <Stale query={health} />
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-7">
        {facts.map((fact) => (
          <div key={fact.name} className="card flex flex-col-reverse justify-end p-4">
            <dt className="text-sm text-muted">{t(`facts.${fact.name}`)}</dt>
            <dd className={`figures text-xl font-bold ${fact.well ? '' : 'text-danger'}`}>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Workers() {
  const t = useTranslations('system');
  const { language } = useLanguage();
  const now = useNow(1_000);
  const workers = useWorkers();
  const list = workers.data?.workers ?? [];
  return (
    <Card title={t('workers')} about={t('workersAbout')}>
      <Stale query={workers} />
      {workers.isError && !workers.data && <ErrorNotice error={workers.error} onRetry={() => void workers.refetch()} />}
      {workers.data && list.length === 0 && (
        <EmptyState title={t('noWorker')}>
          <p>{t('noWorkerAbout')}</p>
        </EmptyState>
      )}
      {list.length > 0 && (
        <SmallTable
          label={t('workers')}
          columns={(['worker', 'does', 'job', 'jobsDone', 'heard', 'memory'] as const).map((name) => ({ id: name, name: t(`columns.${name}`) }))}
          rows={list.map((worker) => ({
            key: worker.worker_id,
            cells: [
              <>
                <bdi>{worker.host}</bdi> <span className="block font-mono text-xs font-normal text-muted">{worker.worker_id}</span>
              </>,
              worker.type && <Badge>{t(`kinds.${worker.type}`)}</Badge>,
              worker.current_job ? <Link href={{ pathname: '/job', query: { id: worker.current_job } }}>{worker.current_job.slice(0, 8)}</Link> : <span className="text-muted">{t('idle')}</span>,
              count(language, worker.jobs_done),
              now > 0 && ago(language, Date.parse(worker.last_heartbeat), now),
              bytes(language, worker.free_memory),
            ],
          }))}
        />
      )}
    </Card>
  );
}

function UnderWay() {
  const t = useTranslations('system');
  const jobs = useJobs(LOOKED_AT);
  const active = jobs.data?.filter((job) => isActive(job.status)) ?? [];
  return (
    <Card
      title={t('underWay')}
      actions={
        <a className="text-sm" href={useApiLink('/actuator/prometheus')}>
          {t('metrics')}
        </a>
      }
    >
      {jobs.data && active.length === 0 && <p className="text-sm text-muted">{t('nothing')}</p>}
      {active.length > 0 && <JobList jobs={active} />}
    </Card>
  );
}

function Throughput() {
  const jobs = useJobs(LOOKED_AT);
  const now = useNow();
  return jobs.data && now > 0 ? <JobThroughput jobs={jobs.data} now={now} /> : null;
}

export default withWords(System, english, { es: () => import('@/i18n/es/system.json') });
