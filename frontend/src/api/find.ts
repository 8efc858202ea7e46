import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { asked, jobsApi, type JobsSchemas } from './client';

export type FoundObject = JobsSchemas['FoundObject'];
export type SaidOf = JobsSchemas['Said'];

/** Objects of all completed jobs, by any of their names. */
export function useFound(name: string) {
  return useQuery({
    queryKey: ['found', name],
    queryFn: ({ signal }) => asked(jobsApi.GET('/exo-scout-jobs-api/objects', { signal, params: { query: { name } } })),
    enabled: name !== '',
    placeholderData: name === '' ? undefined : keepPreviousData,
  });
}
