import { keepPreviousData, useQuery, useQueryClient, type Query } from '@tanstack/react-query';
import { useEffect } from 'react';

import { useClusterNews, useIsLive, useJobNews } from './live';
import { answered, asked, jobsApi, orchestratorApi, plain, predictorApi, type JobsSchemas, type PredictorSchemas } from './client';
import { asProblem } from './problem';

export type Job = JobsSchemas['Job'];
export type Candidate = JobsSchemas['Candidate'];
export type TrainingResults = JobsSchemas['StoredTrainingResults'];
export type ModelDetails = PredictorSchemas['ModelDetails'];
export type JobSummary = JobsSchemas['JobSummary'];

export interface Health {
  status: 'ok' | 'degraded' | 'down';
  database: 'up' | 'read_only' | 'down';
  queue?: 'up' | 'down';
  workers?: number;
  jobs?: 'moving' | 'stuck';
  disk: 'ok' | 'full';
}

/** How often the page looks for news while something goes on, and while nothing does, in milliseconds. */
const BUSY = 1_000;
const IDLE = 5_000;
const RETRY = 2_000;
/** While news come by themselves: in case one went astray. */
const RARE = 30_000;

/** Where nobody answered, one asks again soon; where the answer was no, one does not. */
export function pace<Data>(usual: (data: Data | undefined) => number | false, live = false) {
  if (live) return ({ state }: Pick<Query<Data>, 'state'>): number | false => (state.error !== null && asProblem(state.error).passing ? RETRY : RARE);
  return ({ state }: Pick<Query<Data>, 'state'>): number | false => {
    if (state.error === null) return usual(state.data);
    return asProblem(state.error).passing ? RETRY : false;
  };
}

export function isActive(status: string | undefined): boolean {
  return status === 'queued' || status === 'running';
}

/** What nobody answered, and somebody may soon. */
const unanswered = { predicate: ({ state }: Pick<Query, 'state'>) => state.error !== null && asProblem(state.error).passing };

/** An answer of 503 is an answer: it says what is down. Where there is any, what failed before is asked for once more. */
export function useHealth() {
  const client = useQueryClient();
  const health = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => plain<Health>('/health', signal, [503]),
    refetchInterval: pace<Health>(() => (client.getQueryCache().findAll({ ...unanswered, type: 'active' }).length > 0 ? RETRY : IDLE)),
  });
  useEffect(() => {
    if (health.dataUpdatedAt > 0) void client.refetchQueries({ ...unanswered, type: 'active' }, { cancelRefetch: false });
  }, [client, health.dataUpdatedAt]);
  return health;
}

export function useOptions() {
  return useQuery({
    queryKey: ['options'],
    queryFn: ({ signal }) => asked(orchestratorApi.GET('/exo-scout-orchestrator/options', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useWorkers() {
  useClusterNews();
  const live = useIsLive();
  return useQuery({ queryKey: ['workers'], queryFn: ({ signal }) => asked(jobsApi.GET('/exo-scout-jobs-api/workers', { signal })), refetchInterval: pace<JobsSchemas['WorkForce']>(() => BUSY, live) });
}

/** The newest jobs, in short. */
export function useJobs(limit: number) {
  useClusterNews();
  const live = useIsLive();
  return useQuery({
    queryKey: ['jobs', limit],
    queryFn: ({ signal }) =>
      asked(
        jobsApi.GET('/exo-scout-jobs-api/jobs', {
          signal,
          params: { query: { limit, fields: 'type,status,model_name,created_at,started_at,completed_at,params,dataset,progress,results.roc_auc,results.accuracy,error' } },
        }),
      ),
    refetchInterval: pace<JobSummary[]>((jobs) => (jobs?.some((job) => isActive(job.status)) ? BUSY : IDLE), live),
  });
}

/** A job as it is now: what is heard of it by itself, or else what it looks like each second while something goes on. */
export function useLiveJob(id: string | undefined) {
  useJobNews(id);
  const live = useIsLive();
  return useQuery({
    queryKey: ['job', id],
    queryFn: ({ signal }) => asked(jobsApi.GET('/exo-scout-jobs-api/jobs/{id}', { signal, params: { path: { id: id ?? '' } } })),
    enabled: Boolean(id),
    refetchInterval: pace<Job>((job) => (job === undefined || isActive(job.status) ? BUSY : false), live),
  });
}

/** Lets everything that shows jobs look again. */
export function useJobsChanged() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: (query) => ['jobs', 'job', 'workers'].includes(String(query.queryKey[0])) });
}

const PAGE = 10_000;

export interface CandidateTable {
  candidates: Candidate[];
  total: number;
  notes: string[];
  planetClasses: string[];
}

/** All candidates of a job, with what is plotted and filtered but not why. */
export function useCandidates(id: string | undefined) {
  return useQuery({
    queryKey: ['candidates', id],
    queryFn: async ({ signal }): Promise<CandidateTable> => {
      const rows: Candidate[] = [];
      for (;;) {
        const { data, response } = await answered(
          jobsApi.GET('/exo-scout-jobs-api/jobs/{id}/candidates', {
            signal,
            params: {
              path: { id: id ?? '' },
              query: { limit: PAGE, cursor: rows.length, fields: 'rank,row,object,star,class,probability,lower,upper,period,radius,depth,magnitude,ra,dec,link,exofop,own_verdict,own_tags,own_note' },
            },
          }),
        );
        rows.push(...data.candidates);
        const total = Number(response.headers.get('X-Total-Count') ?? data.count);
        if (rows.length >= total || data.candidates.length === 0) {
          return { candidates: rows, total, notes: data.notes, planetClasses: data.planet_classes };
        }
      }
    },
    enabled: Boolean(id),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The decided objects of a job, those first of which the model says the opposite. */
export function useDecided(id: string, limit: number) {
  return useQuery({
    queryKey: ['decided', id, limit],
    queryFn: ({ signal }) =>
      asked(
        jobsApi.GET('/exo-scout-jobs-api/jobs/{id}/objects', {
          signal,
          params: { path: { id }, query: { limit, fields: 'rank,row,object,star,class,label,probability,period,radius' } },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Why one candidate stands where it does. */
export function useReasons(id: string | undefined, candidate: Candidate | undefined) {
  return useQuery({
    queryKey: ['reasons', id, candidate?.rank],
    queryFn: async ({ signal }) => {
      const page = await asked(
        jobsApi.GET('/exo-scout-jobs-api/jobs/{id}/candidates', {
          signal,
          params: { path: { id: id ?? '' }, query: { limit: 1, cursor: (candidate?.rank ?? 1) - 1, fields: 'rank,reasons' } },
        }),
      );
      return { reasons: page.candidates[0]?.reasons ?? [], contribution: page.contribution };
    },
    enabled: Boolean(id && candidate),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useModel(id: string | undefined) {
  return useQuery({
    queryKey: ['model', id],
    queryFn: ({ signal }) => asked(predictorApi.GET('/exo-scout-predictor/models/{id}', { signal, params: { path: { id: id ?? '' } } })),
    enabled: Boolean(id),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useModels() {
  return useQuery({
    queryKey: ['models'],
    queryFn: ({ signal }) => asked(predictorApi.GET('/exo-scout-predictor/models', { signal, params: { query: { limit: 100 } } })),
    staleTime: IDLE,
  });
}

export function useComparison(ids: string[]) {
  return useQuery({
    queryKey: ['comparison', ids],
    queryFn: ({ signal }) =>
      asked(predictorApi.GET('/exo-scout-predictor/models/compare', { signal, params: { query: { ids: ids.join(',') } } })),
    enabled: ids.length >= 2,
    placeholderData: keepPreviousData,
  });
}
