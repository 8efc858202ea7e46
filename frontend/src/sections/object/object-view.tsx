import Link from 'next/link';
import { useTranslations } from 'use-intl';

import { useObject } from '@/api/object';
import { useHealth, useLiveJob } from '@/api/queries';
import type { Mission } from '@/api/verdict';
import { sourceOf, trainingResults } from '@/sections/job/results';
import { withResultWords } from '@/sections/results-words';
import { Card, Notice, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { Meaning } from '@/ui/meaning';
import { PageTitle } from '@/ui/page-title';
import { Stale } from '@/ui/stale';

import { Cells } from './cells';
import { Company } from './company';
import { Keep } from './keep';
import { Own } from './own';
import { Transit } from './transit';
import { Verdict } from './verdict';
import { Why } from './why';

function View({ job: id, name }: { job: string; name: string }) {
  const t = useTranslations('object');
  const job = useLiveJob(id);
  const object = useObject(id, name);
  const health = useHealth();
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
  const found = object.data;
  const source = `${name} · ${sourceOf(job.data, results)}`;
  const links = [
    [found.link, 'NASA Exoplanet Archive'],
    [found.exofop, 'ExoFOP'],
  ] as const;
  return (
    <>
      <PageTitle
        title={name}
        shown={<bdi className="wrap-anywhere">{name}</bdi>}
        about={
          <span className="text-sm">
            {t.rich('ofModel', {
              model: () => (
                <Link href={{ pathname: '/job', query: { id, tab: 'candidates', object: name } }}>
                  <bdi>{found.model}</bdi>
                </Link>
              ),
            })}
          </span>
        }
        actions={found.object && <Keep job={job.data} found={found} />}
      />
      <div className="grid gap-5">
        <Stale query={health} />
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <div className="grid gap-5">
            <Verdict found={found} />
            {found.object && <Own mission={job.data.params.data_source as Mission} name={found.object} />}
          </div>
          <div className="grid gap-5">
            <Why found={found} source={source} />
            <Company job={id} found={found} />
            <Card title={t('links')}>
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
        </div>
        <Transit found={found} mission={job.data.params.data_source as Mission} source={source} />
        <Cells found={found} />
        {found.notes.length > 0 && (
          <Notice title={t('notes')}>
            {found.notes.map((note) => (
              <Meaning kind="sentences" as="p" key={note}>
                {note}
              </Meaning>
            ))}
          </Notice>
        )}
      </div>
    </>
  );
}

/** Everything there is to know of one object of a job's table. */
export const ObjectView = withResultWords(View);
