import Link from 'next/link';
import { useTranslations } from 'use-intl';

import { useObject } from '@/api/object';
import { useLiveJob } from '@/api/queries';
import { sourceOf, trainingResults } from '@/sections/job/results';
import { Reasons } from '@/sections/job/reasons';
import { withResultWords } from '@/sections/results-words';
import { Card, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { PageTitle } from '@/ui/page-title';

import { Company } from './company';
import { Dip } from './dip';
import { Keep } from './keep';
import { Verdict } from './verdict';

function View({ job: id, name }: { job: string; name: string }) {
  const t = useTranslations('object');
  const job = useLiveJob(id);
  const object = useObject(id, name);
  const failed = (job.isError && !job.data && job) || (object.isError && !object.data && object);
  if (failed) {
    return (
      <>
        <PageTitle title={name} />
        <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />
      </>
    );
  }
  const results = job.data && trainingResults(job.data);
  if (!job.data || !object.data || !results) {
    return (
      <>
        <PageTitle title={name} about={<span className="text-sm">{t('loading')}</span>} />
        <Skeleton className="h-dvh" label={t('loading')} />
      </>
    );
  }
  const { candidate, contribution } = object.data;
  const source = `${name} · ${sourceOf(job.data, results)}`;
  const links = [
    [candidate.link, t('links.archive')],
    [candidate.exofop, 'ExoFOP'],
  ] as const;
  return (
    <>
      <PageTitle
        title={name}
        shown={<bdi className="break-all">{name}</bdi>}
        about={
          <span className="text-sm">
            {t.rich('ofModel', {
              model: () => (
                <Link href={{ pathname: '/job', query: { id, tab: 'candidates', object: name } }}>
                  <bdi>{job.data.model_name}</bdi>
                </Link>
              ),
            })}
          </span>
        }
        actions={candidate.object && <Keep job={job.data} candidate={candidate} />}
      />
      <div className="grid gap-5">
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <div className="grid gap-5">
            <Verdict found={object.data} />
            <Card title={t('links.title')}>
              <ul className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
                {links.map(
                  ([address, words]) =>
                    address && (
                      <li key={address}>
                        <a href={address} rel="noreferrer">
                          {words}
                        </a>
                      </li>
                    ),
                )}
              </ul>
            </Card>
          </div>
          <div className="grid gap-5">
            {contribution && candidate.reasons.length > 0 && (
              <Card title={t('why')}>
                <Reasons job={id} reasons={candidate.reasons} contribution={contribution} />
              </Card>
            )}
            <Company job={id} candidate={candidate} />
          </div>
        </div>
        {candidate.depth !== undefined && candidate.depth > 0 && <Dip depth={candidate.depth} source={source} />}
      </div>
    </>
  );
}

/** Everything there is to know of one object of a job's table. */
export const ObjectView = withResultWords(View);
