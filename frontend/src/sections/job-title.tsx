import Link from 'next/link';
import type { ReactNode } from 'react';

import type { Job } from '@/api/queries';
import { useLanguage } from '@/i18n/language';
import { moment } from '@/lib/format';
import { Notice, Said } from '@/ui/basics';
import { PageTitle } from '@/ui/page-title';

import { StatusBadge } from './job-list';

interface JobTitleProps {
  job: Job;
  /** What is said of it under its name, before when it was; what there is none of is left out. */
  facts: (string | undefined)[];
  /** And what after that. */
  more?: string | undefined;
  actions: ReactNode;
}

/** The name of a job and how it stands, over whatever is shown of it. */
export function JobTitle({ job, facts, more, actions }: JobTitleProps) {
  const { language } = useLanguage();
  return (
    <PageTitle
      title={job.model_name}
      shown={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <bdi className="break-all">{job.model_name}</bdi>
          <StatusBadge status={job.status} />
        </span>
      }
      about={<span className="figures text-sm">{[...facts, moment(language, job.completed_at ?? job.created_at), more].filter(Boolean).join(' · ')}</span>}
      actions={actions}
    />
  );
}

/** Why a job failed, where it did, and where to try it another way. */
export function FailedJob({ job, title, other }: { job: Job; title: string; other: { href: string; words: string } }) {
  if (!job.error || job.status !== 'error') return null;
  return (
    <Notice tone="danger" live title={title}>
      <Said as="p">{job.error.message}</Said>
      <p className="mt-1 text-xs text-muted">
        <code className="font-mono">{job.error.code}</code>
      </p>
      <p className="mt-2">
        <Link href={other.href}>{other.words}</Link>
      </p>
    </Notice>
  );
}
