import createClient, { type Middleware } from 'openapi-fetch';
import { useEffect, useState } from 'react';

import { askForKey, currentKey } from './key';
import { ApiProblem, asProblem, type Problem } from './problem';
import type { components as CatalogComponents, paths as CatalogPaths } from './types/catalog';
import type { components as JobsComponents, paths as JobsPaths } from './types/jobs';
import type { components as OrchestratorComponents, paths as OrchestratorPaths } from './types/orchestrator';
import type { components as PredictorComponents, paths as PredictorPaths } from './types/predictor';
import type { components as StreamComponents, paths as StreamPaths } from './types/streams';
import type { components as TransitComponents, paths as TransitPaths } from './types/lightcurves';

export type JobsSchemas = JobsComponents['schemas'];
export type OrchestratorSchemas = OrchestratorComponents['schemas'];
export type PredictorSchemas = PredictorComponents['schemas'];
export type TransitSchemas = TransitComponents['schemas'];
export type StreamSchemas = StreamComponents['schemas'];
export type ListedStreams = StreamPaths['/exo-scout-streams']['get']['responses'][200]['content']['application/json'];
export type CatalogSchemas = CatalogComponents['schemas'];

/** The page says where its API is; usually it is where the page comes from. While the page is exported, it is nowhere. */
const BASE = typeof window === 'undefined' ? 'http://localhost' : document.querySelector<HTMLMetaElement>('meta[name="exoscout-api"]')?.content || window.location.origin;

/** With the key of this tab; a refusal for want of one brings the question for it. */
const keyed: Middleware = {
  onRequest({ request }) {
    if (currentKey()) request.headers.set('X-API-Key', currentKey());
    return request;
  },
  onResponse({ response }) {
    if (response.status === 401) askForKey();
    return response;
  },
};

function client<Paths extends object>() {
  const made = createClient<Paths, 'application/json'>({ baseUrl: BASE });
  made.use(keyed);
  return made;
}

export const jobsApi = client<JobsPaths>();
export const orchestratorApi = client<OrchestratorPaths>();
export const predictorApi = client<PredictorPaths>();
export const transitApi = client<TransitPaths>();
export const streamsApi = client<StreamPaths>();
export const catalogApi = client<CatalogPaths>();

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What was asked for; anything else is thrown as an {@link ApiProblem}. */
export async function asked<T>(call: Promise<Outcome<T>>): Promise<T> {
  return (await answered(call)).data;
}

/** The same with the response, for what stands in its headers. */
export async function answered<T>(call: Promise<Outcome<T>>): Promise<{ data: T; response: Response }> {
  let outcome: Outcome<T>;
  try {
    outcome = await call;
  } catch (failure) {
    throw asProblem(failure);
  }
  if (!outcome.response.ok || outcome.data === undefined) {
    throw new ApiProblem(outcome.response.status, problemOf(outcome.error));
  }
  return { data: outcome.data, response: outcome.response };
}

function problemOf(error: unknown): Partial<Problem> {
  return typeof error === 'object' && error !== null ? (error as Partial<Problem>) : { detail: typeof error === 'string' ? error.slice(0, 200) : undefined };
}

export function apiAddress(path: string): string {
  return BASE + path;
}

/** An address of the API as a link, which is the same on the server and, at first, in the browser; a key can not be sent along. */
export function useApiLink(path: string): string {
  const [base, setBase] = useState('');
  useEffect(() => setBase(BASE), []);
  return base + path;
}

/** What stands outside the documents of the services. */
export async function plain<T>(path: string, signal: AbortSignal, alsoFine: number[] = []): Promise<T> {
  let response: Response;
  try {
    response = await fetch(apiAddress(path), { signal, headers: { Accept: 'application/json', ...(currentKey() && { 'X-API-Key': currentKey() }) } });
  } catch (failure) {
    throw asProblem(failure);
  }
  const body: unknown = await response.json().catch(() => ({}));
  if (!response.ok && !alsoFine.includes(response.status)) throw new ApiProblem(response.status, problemOf(body));
  return body as T;
}
