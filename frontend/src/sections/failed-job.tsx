import Link from 'next/link';

import type { Job } from '@/api/queries';
import { Notice } from '@/ui/basics';
import { WhatIsWrong } from '@/ui/what-is-wrong';

/** Why a job failed, where it did, and where to try it another way. */
export function FailedJob({ job, title, other }: { job: Job; title: string; other: { href: string; words: string } }) {
  if (!job.error || job.status !== 'error') return null;
  return (
    <Notice tone="danger" live title={title}>
      <WhatIsWrong code={job.error.code}>{job.error.message}</WhatIsWrong>
      <p className="mt-1 text-xs text-muted">
        <code className="font-mono">{job.error.code}</code>
      </p>
      <p className="mt-2">
        <Link href={other.href}>{other.words}</Link>
      </p>
    </Notice>
  );
}
