import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { memo, useDeferredValue } from 'react';
import { useTranslations } from 'use-intl';

import { useJudged } from '@/api/judged';
import { isActive, useHealth, useLiveJob, type Job, type TrainingResults } from '@/api/queries';
import english from '@/i18n/en/job.json';
import { useLanguage, withWords } from '@/i18n/language';
import { useName } from '@/i18n/meanings';
import { first, oneOf, useAddress, useReady } from '@/lib/address';
import { count, moment } from '@/lib/format';
import { JobActions } from '@/sections/job/actions';
import { trainingResults } from '@/sections/job/results';
import { FailedJob } from '@/sections/failed-job';
import { StatusBadge } from '@/sections/job-list';
import { ButtonLink, EmptyState, Notice, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { NamedTitle, PageTitle } from '@/ui/page-title';
import { Stale } from '@/ui/stale';
import { Tabs } from '@/ui/tabs';

/** As tall as the window, so that nothing in sight moves when what it stands for arrives. */
const TALL = 'h-dvh';

const loading = () => <Skeleton className={TALL} />;
const JobProgress = dynamic(() => import('@/sections/job/progress').then((module) => module.JobProgress), { ssr: false, loading: () => <Skeleton className="h-48" /> });
const Report = dynamic(() => import('@/sections/job/report').then((module) => module.Report), { ssr: false, loading });
const Candidates = dynamic(() => import('@/sections/job/candidates').then((module) => module.Candidates), { ssr: false, loading });
const TrainingCourse = dynamic(() => import('@/sections/job/course').then((module) => module.TrainingCourse), { ssr: false });
const Judged = dynamic(() => import('@/sections/job/judged').then((module) => module.Judged), { ssr: false, loading });
const Features = dynamic(() => import('@/sections/job/features').then((module) => module.Features), { ssr: false, loading });
const Data = dynamic(() => import('@/sections/job/data').then((module) => module.Data), { ssr: false, loading });
const ModelCardTab = dynamic(() => import('@/sections/job/card').then((module) => module.ModelCardTab), { ssr: false, loading });

const TABS = ['report', 'candidates', 'features', 'data', 'card', 'judged'] as const;

function JobPage() {
  const t = useTranslations('job');
  const router = useRouter();
  const ready = useReady();
  const id = first(router.query.id);
  const job = useLiveJob(id);
  const health = useHealth();
  if (ready && !id) {
    return (
      <>
        <PageTitle title={t('title')} />
        <EmptyState title={t('noId')}>
          <p>
            <Link href="/">{t('toList')}</Link>
          </p>
        </EmptyState>
      </>
    );
  }
  if (job.isError && !job.data) {
    return (
      <>
        <PageTitle title={t('title')} />
        <ErrorNotice error={job.error} onRetry={() => void job.refetch()} />
      </>
    );
  }
  if (!job.data) {
    return (
      <>
        <PageTitle title={t('title')} about={<span className="text-sm">{t('loading')}</span>} />
        <Skeleton className={TALL} label={t('loading')} />
      </>
    );
  }
  return (
    <>
      <Header job={job.data} />
      <div className="grid gap-5">
        {/* of a job that has ended nothing is asked any more */}
        <Stale query={isActive(job.data.status) ? job : health} />
        <Body job={job.data} />
      </div>
    </>
  );
}

function Header({ job }: { job: Job }) {
  const t = useTranslations('job');
  const { language } = useLanguage();
  const name = useName();
  const facts = [t(`kinds.${job.type}`), job.params.algorithm && name(job.params.algorithm).text, t('rows', { rows: count(language, job.dataset.rows) }), moment(language, job.completed_at ?? job.created_at), job.attempts > 1 ? t('attempt', { attempt: job.attempts }) : undefined];
  return <NamedTitle name={job.model_name} badge={<StatusBadge status={job.status} />} facts={facts} actions={<JobActions job={job} />} />;
}

function Body({ job }: { job: Job }) {
  const t = useTranslations('job');
  const [tab, setTab] = useAddress('tab', oneOf('report', TABS));
  // the tab is marked at once, what it holds follows
  const shown = useDeferredValue(tab);
  const results = trainingResults(job);
  // a tab of its own once there is a newer table, last so that nothing moves when it comes
  const judged = useJudged(job.job_id, 1, { enabled: Boolean(results) }).data;
  const tabs = TABS.filter((one) => one !== 'judged' || tab === 'judged' || judged?.judged_by);
  function labelOf(one: (typeof TABS)[number], candidates: number, decided = 0): string {
    if (one === 'candidates') return t('tabs.candidatesOf', { count: candidates });
    return one === 'judged' && decided > 0 ? t('tabs.judgedOf', { count: decided }) : t(`tabs.${one}`);
  }
  return (
    <>
      {isActive(job.status) && <JobProgress job={job} />}
      {isActive(job.status) && job.type === 'training' && <TrainingCourse job={job} />}
      <FailedJob job={job} title={t(`failed.${job.type}`)} other={job.type === 'transit_search' ? { href: '/lightcurve/', words: t('otherCurve') } : { href: '/new/', words: t('otherOptions') }} />
      {job.status === 'cancelled' && <Notice title={t('cancelled')}>{t('cancelledAbout')}</Notice>}
      {job.type === 'transit_search' && (
        <p>
          <ButtonLink kind="primary" href={`/lightcurve/?id=${job.job_id}`}>
            {t('openCurve')}
          </ButtonLink>
        </p>
      )}
      {results ? (
        <div>
          <Tabs label={t('parts')} tabs={tabs.map((one) => ({ id: one, label: labelOf(one, results.candidates.count, judged?.figures?.decided) }))} current={tab} onChange={setTab}>
            <Panel tab={shown} job={job} results={results} />
          </Tabs>
        </div>
      ) : (
        !isActive(job.status) && job.type !== 'transit_search' && <Data job={job} results={undefined} />
      )}
    </>
  );
}

interface PanelProps {
  tab: (typeof TABS)[number];
  job: Job;
  results: TrainingResults;
}

const Panel = memo(function Panel({ tab, ...of }: PanelProps) {
  if (tab === 'report') return <Report {...of} />;
  if (tab === 'candidates') return <Candidates {...of} />;
  if (tab === 'features') return <Features {...of} />;
  if (tab === 'data') return <Data {...of} />;
  if (tab === 'judged') return <Judged {...of} />;
  return <ModelCardTab {...of} />;
});

export default withWords(JobPage, english, { es: () => import('@/i18n/es/job.json') });
