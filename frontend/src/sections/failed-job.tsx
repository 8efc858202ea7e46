import Link from 'next/link';

import type { Job } from '@/api/queries';
import { Notice, Said } from '@/ui/basics';

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
