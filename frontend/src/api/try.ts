import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';

import { asked, predictorApi, type PredictorSchemas } from './client';
import { asProblem } from './problem';

export type InputColumn = PredictorSchemas['InputColumn'];
export type Row = Record<string, number>;

/** The columns a model looks at, how they lie among its training rows, and some of these rows. */
export function useInputs(id: string | undefined) {
  return useQuery({
    queryKey: ['inputs', id],
    queryFn: ({ signal }) => asked(predictorApi.GET('/exo-scout-predictor/models/{id}/inputs', { signal, params: { path: { id: id ?? '' } } })),
    enabled: Boolean(id),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What a model says, as it is asked. */
export type Answered = Pick<UseQueryResult<PredictorSchemas['PredictionDocument']>, 'data' | 'dataUpdatedAt' | 'error' | 'isError'> & { refetch: () => unknown };

type Asked = PredictorSchemas['RowsRequest'];

/** As many parts of an explanation as a figure has room for. */
const PARTS = 8;

/** What a model says of an object, in parts that add up to its probability. */
async function said(body: Asked, planetClass: string | undefined, signal: AbortSignal) {
  const document = await asked(predictorApi.POST('/exo-scout-predictor', { signal, params: { query: { explain: PARTS, explain_class: planetClass, unit: 'probability' } }, body }));
  // a job would be the answer to another mode
  return document as PredictorSchemas['PredictionDocument'];
}

/**
 * What a model says of one row, with an explanation that adds up to the probability. While somebody drags, the answer before stays until
 * the newest one is there, or somebody answers again; those to values that are no longer asked for are dropped.
 */
export function useAnswer(id: string | undefined, planetClass: string | undefined, row: Row | undefined): Answered {
  const answer = useQuery({
    queryKey: ['answer', id, planetClass, row],
    queryFn: ({ signal }) => said({ job_id: id, rows: [row ?? {}] }, planetClass, signal),
    enabled: Boolean(id && row && planetClass),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
    retry: false,
  });
  const { data, dataUpdatedAt, error, isError, isPlaceholderData, refetch } = answer;
  const [last, setLast] = useState({ data, dataUpdatedAt });
  if (data !== undefined && !isPlaceholderData && data !== last.data) setLast({ data, dataUpdatedAt });
  const unanswered = isError && asProblem(error).passing;
  return useMemo(
    () => ({ ...(unanswered ? last : { data, dataUpdatedAt }), error, isError, refetch }),
    [unanswered, last, data, dataUpdatedAt, error, isError, refetch],
  );
}

/** What a model says of a signal that was found in a light curve. */
export function useSignalAnswer(model: string, planetClass: string | undefined, search: string, number: number): Answered {
  return useQuery({
    queryKey: ['signal answer', model, planetClass, search, number],
    queryFn: ({ signal }) => said({ job_id: model, search, signals: [number] }, planetClass, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** What would be said of a row at values of one column all along its training objects; that column's own value changes nothing. */
export function useDependence(id: string, planetClass: string | undefined, column: string | undefined, row: Row | undefined) {
  const others = Object.entries(row ?? {}).filter(([name]) => name !== column);
  return useQuery({
    queryKey: ['dependence', id, planetClass, column, others],
    queryFn: async ({ signal }): Promise<[value: number, probability: number][]> => {
      const page = await asked(
        predictorApi.POST('/exo-scout-predictor/models/{id}/profile', { signal, params: { path: { id }, query: { column: column ?? '' } }, body: { row: row ?? {} } }),
      );
      const said = page.probabilities[planetClass ?? ''] ?? [];
      return page.values.map((value, i) => [value, said[i] ?? 0]);
    },
    enabled: Boolean(column && row && planetClass),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
    retry: false,
  });
}
