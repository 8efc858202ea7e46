import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { answered, asked, jobsApi, type JobsSchemas } from './client';
import { ApiProblem } from './problem';

export type OwnVerdict = JobsSchemas['OwnVerdict'];
export type SaidVerdict = JobsSchemas['SaidVerdict'];
export type Mission = OwnVerdict['mission'];

/** By the query, since a name may hold what no path can. */
const PATH = '/exo-scout-jobs-api/objects/verdict';

/** What is said of an object, and the tag that tells one saying from the next; neither, if nobody has said anything. */
export interface Said {
  verdict?: OwnVerdict;
  tag?: string;
}

function said({ data, response }: { data: OwnVerdict; response: Response }): Said {
  return { verdict: data, tag: response.headers.get('ETag') ?? undefined };
}

export interface Whose {
  mission: Mission;
  name: string;
}

/** Whether anybody has said anything: a list says so, while to ask for what there is not would be an error to the browser. */
async function isSaid({ mission, name }: Whose, signal: AbortSignal): Promise<boolean> {
  return (await asked(jobsApi.GET('/exo-scout-jobs-api/objects/verdicts', { signal, params: { query: { mission, name } } }))).length > 0;
}

/** A person's own verdict on an object, whatever models say. */
export function useVerdict(whose: Whose) {
  const { mission, name } = whose;
  return useQuery({
    queryKey: ['verdict', mission, name],
    queryFn: async ({ signal }): Promise<Said> => {
      if (!(await isSaid(whose, signal))) return {};
      try {
        return said(await answered(jobsApi.GET(PATH, { signal, params: { query: { name, mission } } })));
      } catch (problem) {
        // taken back in between
        if (problem instanceof ApiProblem && problem.status === 404) return {};
        throw problem;
      }
    },
  });
}

/** Whether somebody else was faster: what was seen is not what is there. */
export function isLate(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 412;
}

/** Says something of an object, or takes it back; whoever does so says what he has seen. */
export function useVerdictChange({ mission, name }: Whose) {
  const client = useQueryClient();
  const params = { query: { name, mission } };
  function told(now: Said) {
    client.setQueryData(['verdict', mission, name], now);
    for (const key of ['candidates', 'found']) void client.invalidateQueries({ queryKey: [key] });
  }
  const onError = (error: Error) => {
    if (isLate(error)) void client.invalidateQueries({ queryKey: ['verdict', mission, name] });
  };
  const save = useMutation({
    mutationFn: async ({ body, seen }: { body: SaidVerdict; seen: string | undefined }) =>
      said(await answered(jobsApi.PUT(PATH, { params: { ...params, header: seen ? { 'If-Match': seen } : { 'If-None-Match': '*' } }, body }))),
    onSuccess: told,
    onError,
  });
  const forget = useMutation({
    mutationFn: (seen: string) => asked(jobsApi.DELETE(PATH, { params: { ...params, header: { 'If-Match': seen } } })),
    onSuccess: () => told({}),
    onError,
  });
  return { save, forget };
}
