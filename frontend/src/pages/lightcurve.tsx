import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { useTranslations } from 'use-intl';

import { isActive, useLiveJob, type Job } from '@/api/queries';
import english from '@/i18n/en/lightcurve.json';
import { useLanguage, withWords } from '@/i18n/language';
import { first, useReady } from '@/lib/address';
import { moment } from '@/lib/format';
import { FailedJob } from '@/sections/failed-job';
import { StatusBadge } from '@/sections/job-list';
import { ButtonLink, Notice, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { NamedTitle, PageTitle } from '@/ui/page-title';
import { Stale } from '@/ui/stale';

const loading = () => <Skeleton className="h-dvh" />;
const CurveUpload = dynamic(() => import('@/sections/lightcurve/upload').then((module) => module.CurveUpload), { ssr: false, loading });
const SearchProgress = dynamic(() => import('@/sections/lightcurve/progress').then((module) => module.SearchProgress), { ssr: false, loading: () => <Skeleton className="h-48" /> });
const BatchView = dynamic(() => import('@/sections/lightcurve/batch').then((module) => module.BatchView), { ssr: false, loading });
const Signals = dynamic(() => import('@/sections/lightcurve/signals').then((module) => module.Signals), { ssr: false, loading });

function LightCurve() {
  const t = useTranslations('lightcurve');
  const { language } = useLanguage();
  const router = useRouter();
  const ready = useReady();
  const id = first(router.query.id);
  const batch = first(router.query.batch);
  const job = useLiveJob(id);
  if (!id && batch) return <BatchView key={batch} id={batch} />;
  if (!id) {
    return (
      <>
        <PageTitle title={t('title')} about={t('about')} />
        {ready ? <CurveUpload /> : <Skeleton className="h-dvh" />}
      </>
    );
  }
  if (!job.data) {
    return (
      <>
        <PageTitle title={t('title')} />
        {job.isError ? <ErrorNotice error={job.error} onRetry={() => void job.refetch()} /> : <Skeleton className="h-dvh" label={t('loading')} />}
      </>
    );
  }
  return (
    <>
      <NamedTitle name={job.data.model_name} badge={<StatusBadge status={job.data.status} />} facts={[t('search'), moment(language, job.data.completed_at ?? job.data.created_at)]} actions={<Elsewhere job={job.data} />} />
      <div className="grid gap-5">
        <Stale query={job} />
        <Body job={job.data} />
      </div>
    </>
  );
}

/** What can be done to the job stands on its own page. */
function Elsewhere({ job }: { job: Job }) {
  const t = useTranslations('lightcurve');
  return (
    <>
      <ButtonLink href={`/job/?id=${job.job_id}`}>{t('openJob')}</ButtonLink>
      <ButtonLink href="/lightcurve/">{t('another')}</ButtonLink>
    </>
  );
}

function Body({ job }: { job: Job }) {
  const t = useTranslations('lightcurve');
  if (job.type !== 'transit_search') {
    return (
      <Notice tone="warning" title={t('otherJob')}>
        <Link href={{ pathname: '/job', query: { id: job.job_id } }}>{t('openJob')}</Link>
      </Notice>
    );
  }
  if (isActive(job.status)) return <SearchProgress job={job} />;
  if (job.status === 'cancelled') return <Notice title={t('cancelled')}>{t('cancelledAbout')}</Notice>;
  if (job.status === 'error') return <FailedJob job={job} title={t('failed')} other={{ href: '/lightcurve/', words: t('another') }} />;
  return <Signals job={job} />;
}

export default withWords(LightCurve, english, { es: () => import('@/i18n/es/lightcurve.json') });
