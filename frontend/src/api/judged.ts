import { useQuery } from '@tanstack/react-query';

import { asked, jobsApi, type JobsSchemas } from './client';
import type { Job } from './queries';

export type Judged = JobsSchemas['JudgedRanking'];
export type Decided = JobsSchemas['Decided'];

/** A newer table may come at any time. */
const FRESH = 60_000;

/** How a job's ranking fares by a newer table of its mission, the newest if none is named, with as many objects of each kind as are wanted. */
export function useJudged(id: string, limit: number, { by, enabled = true }: { by?: string; enabled?: boolean } = {}) {
  return useQuery({
    queryKey: ['judged', id, limit, by],
    queryFn: ({ signal }) => asked(jobsApi.GET('/exo-scout-jobs-api/jobs/{id}/judged', { signal, params: { path: { id }, query: { limit, by } } })),
    enabled,
    staleTime: FRESH,
  });
}

export interface NewerTable {
  /** The job that came with it. */
  job: string;
  sha256: string;
  name: string;
  uploaded: string;
}

const MOST_JOBS = 200;

/** Tables of a job's mission that came after its own, newest first, each once. */
export function useNewerTables(job: Job) {
  return useQuery({
    queryKey: ['newer', job.job_id],
    queryFn: async ({ signal }): Promise<NewerTable[]> => {
      const query = { type: 'training' as const, mission: job.params.data_source, limit: MOST_JOBS, fields: 'created_at,dataset' };
      const jobs = (await asked(jobsApi.GET('/exo-scout-jobs-api/jobs', { signal, params: { query } }))) as Pick<Job, 'job_id' | 'created_at' | 'dataset'>[];
      const seen = new Set([job.dataset.sha256]);
      return jobs
        .filter((one) => one.created_at > job.created_at && !isOlder(one.dataset.downloaded, job.dataset.downloaded) && !seen.has(one.dataset.sha256) && seen.add(one.dataset.sha256))
        .map((one) => ({ job: one.job_id, sha256: one.dataset.sha256, name: one.dataset.filename ?? one.dataset.sha256.slice(0, 16), uploaded: one.created_at }));
    },
    staleTime: FRESH,
  });
}

/** Whether a table was made before another one, as far as both say when. */
function isOlder(made: string | undefined, other: string | undefined): boolean {
  return made !== undefined && other !== undefined && made <= other;
}

/** How many objects a newer table has something new to say of. */
export function newsIn({ figures, overturned, moved }: Judged): number {
  return (figures?.decided ?? 0) + overturned.length + (moved?.compared ?? 0);
}
