import { useQuery } from '@tanstack/react-query';

import { asked, jobsApi, type JobsSchemas } from './client';

export type OneObject = JobsSchemas['OneObject'];

/** All there is to say of an object of a job's table, whether it is decided or not. */
export function useObject(id: string, name: string) {
  return useQuery({
    queryKey: ['object', id, name],
    queryFn: ({ signal }) => asked(jobsApi.GET('/exo-scout-jobs-api/jobs/{id}/object', { signal, params: { path: { id }, query: { name } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
