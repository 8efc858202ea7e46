import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { asked, transitApi, type TransitSchemas } from './client';
import { pace } from './queries';

export type Batch = TransitSchemas['BatchStanding'];

/** A signal of one of the stars, without what its own page tells of it. */
export type BatchSignal = Pick<TransitSchemas['BatchRow'], 'target' | 'job_id' | 'number' | 'verdict' | 'period' | 'depth_ppm' | 'duration_hours' | 'transits' | 'snr'>;

export interface BatchSignals {
  missing: number;
  signals: BatchSignal[];
}

const SOON = 2_000;
/** The table of many stars is long, and asked for the less often the longer it is, in milliseconds. */
const PER_STAR = 50;
const RARELY = 60_000;

/** How far the searches of many stars are. */
export function useBatch(id: string) {
  return useQuery({
    queryKey: ['batch', id],
    queryFn: async ({ signal }) => {
      const standing = (targets: boolean) => asked(transitApi.GET('/exo-scout-lightcurves/batches/{id}', { signal, params: { path: { id }, query: { targets } } }));
      const now = await standing(false);
      // a thousand names need not come every two seconds: what they are for is known at the end
      return now.ended ? standing(true) : now;
    },
    // a job that moves while it is counted seems to be gone
    refetchInterval: pace<Batch>((batch) => (!batch?.ended ? SOON : batch.states.gone ? RARELY : false)),
  });
}

/** The signals of all stars that are done, once more when the last one is. */
export function useBatchSignals({ batch_id: id, ended, targets, states }: Batch) {
  return useQuery({
    // a search that failed may be tried again, and complete
    queryKey: ['batch signals', id, ended, ended ? (states.completed ?? 0) : 0],
    queryFn: async ({ signal }): Promise<BatchSignals> => {
      const { missing, signals } = await asked(transitApi.GET('/exo-scout-lightcurves/batches/{id}/result', { signal, params: { path: { id }, query: { format: 'json' } } }));
      return {
        missing,
        signals: signals.map(({ target, job_id, number, verdict, period, depth_ppm, duration_hours, transits, snr }) => ({ target, job_id, number, verdict, period, depth_ppm, duration_hours, transits, snr })),
      };
    },
    placeholderData: keepPreviousData,
    refetchInterval: pace<BatchSignals>(() => (ended ? false : Math.min(RARELY, Math.max(SOON, targets * PER_STAR)))),
    staleTime: ended ? Number.POSITIVE_INFINITY : 0,
  });
}

/** Stops all searches of a batch that have not ended. */
export function useBatchCancel(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => asked(transitApi.POST('/exo-scout-lightcurves/batches/{id}/cancel', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['batch', id] }),
  });
}
