import { useMutation, useQuery } from '@tanstack/react-query';

import { asked, transitApi, type TransitSchemas } from './client';
import type { Mission } from './verdict';

export type CurveReport = TransitSchemas['InspectedCurve'];
export type Found = TransitSchemas['FoundDocument'];
export type Signal = TransitSchemas['FoundTransit'];
export type Plots = TransitSchemas['SearchPlots'];
export type FoldPlot = TransitSchemas['FoldPlot'];
export type PeriodMatch = TransitSchemas['PeriodMatch'];
export type CentroidPlot = TransitSchemas['CentroidPlot'];

/** How a curve is to be searched; what is not said is chosen from the data. */
export interface SearchParams {
  max_signals?: number;
  period_min?: number;
  period_max?: number;
  star?: { radius?: number; mass?: number };
  cadence_minutes?: number;
  row?: number;
}

interface Sent {
  files: File[];
  params: SearchParams;
}

function form({ files, params }: Sent): FormData {
  const fields = new FormData();
  fields.set('params', JSON.stringify(params));
  files.forEach((file) => fields.append('file', file));
  return fields;
}

/** The client types files as the text that JSON schema has for them; what is sent is a form. */
function body(sent: Sent) {
  return { body: sent as unknown as { file: string[] }, bodySerializer: () => form(sent) };
}

/** What tells files apart: those of several folders may have one name. */
export function nameOf(file: File): string {
  return `${file.name} ${file.size} ${file.lastModified}`;
}

/** What would be understood of some files. Nothing is stored. */
export function useCurveInspection(files: File[], params: SearchParams) {
  return useQuery({
    queryKey: ['curve inspection', files.map(nameOf), params],
    queryFn: ({ signal }) => asked(transitApi.POST('/exo-scout-lightcurves/inspect', { signal, ...body({ files, params }) })) as Promise<CurveReport>,
    enabled: files.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** Whether a file holds those of many stars, by its name. */
export function isArchive(file: File): boolean {
  return /\.zip$/i.test(file.name);
}

/** Has a curve searched, or those of many stars; the answer is the same whether the jobs are new or known. */
export function useSearch() {
  return useMutation({
    mutationFn: (sent: Sent) => asked(transitApi.POST('/exo-scout-lightcurves', body(sent))) as Promise<{ job_id: string } | { batch_id: string }>,
  });
}

/** In days. */
const LONGEST_PERIOD = 100_000;

/** The searches of a star's light curves, first those that have a signal of a period. */
export function useStarSearches(star: string | undefined, mission: string | undefined, period: number | undefined) {
  return useQuery({
    queryKey: ['star searches', star, mission, period],
    queryFn: async ({ signal }) => (await asked(transitApi.GET('/exo-scout-lightcurves', { signal, params: { query: { object: star ?? '', mission: mission as Mission, period, limit: 20 } } }))).searches,
    // nobody can watch a longer one, and the API has none
    enabled: Boolean(star && period && period <= LONGEST_PERIOD),
    staleTime: 60_000,
  });
}

/** What a search found, with all that can be drawn of it. */
export function useFound(job: string, done: boolean) {
  return useQuery({
    queryKey: ['found', job],
    queryFn: ({ signal }) => asked(transitApi.GET('/exo-scout-lightcurves/jobs/{id}/result', { signal, params: { path: { id: job }, query: { plots: true, format: 'json' } } })) as Promise<Found>,
    enabled: done,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
