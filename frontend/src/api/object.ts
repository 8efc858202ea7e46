import { useQuery } from '@tanstack/react-query';

import { asked, jobsApi } from './client';
import { ApiProblem } from './problem';
import type { Candidate } from './queries';

/** As many objects as no star has. */
const MOST = 200;

export interface FoundObject {
  candidate: Candidate;
  /** What the reasons' contributions mean; decided objects have no reasons. */
  contribution: string | undefined;
  /** Where the probability of a decided object comes from. */
  judgedBy: string | undefined;
}

async function named(id: string, q: string, signal: AbortSignal) {
  const params = { path: { id }, query: { q, limit: MOST } };
  const [candidates, decided] = await Promise.all([
    asked(jobsApi.GET('/exo-scout-jobs-api/jobs/{id}/candidates', { signal, params })),
    asked(jobsApi.GET('/exo-scout-jobs-api/jobs/{id}/objects', { signal, params })),
  ]);
  return { candidates, decided };
}

/** An object of a job's table by its name, whether it is decided or not. */
export function useObject(id: string | undefined, name: string | undefined) {
  return useQuery({
    queryKey: ['object', id, name],
    queryFn: async ({ signal }): Promise<FoundObject> => {
      const { candidates, decided } = await named(id ?? '', name ?? '', signal);
      const open = candidates.candidates.find((one) => one.object === name);
      const known = decided.objects.find((one) => one.object === name);
      const candidate = open ?? known;
      if (!candidate) throw new ApiProblem(404, { code: 'not_found', detail: name });
      return { candidate, contribution: open && candidates.contribution, judgedBy: open ? undefined : decided.judged_by };
    },
    enabled: Boolean(id && name),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What else there is on the same star, by period. */
export function useCompany(id: string | undefined, candidate: Candidate | undefined) {
  const star = candidate?.star;
  return useQuery({
    queryKey: ['company', id, star],
    queryFn: async ({ signal }) => {
      const { candidates, decided } = await named(id ?? '', star ?? '', signal);
      return [...candidates.candidates, ...decided.objects].filter((one) => one.star === star).sort((one, other) => (one.period ?? 0) - (other.period ?? 0));
    },
    enabled: Boolean(id && star),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
