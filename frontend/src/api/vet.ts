import { useQuery } from '@tanstack/react-query';

import { answered, asked, jobsApi, type JobsSchemas } from './client';

export type DrawnObject = JobsSchemas['Candidate'];

/** As many objects as are vetted in one go. */
export const VETTED = 5;

const FIELDS = 'rank,row,object,class,label,probability,period,radius,depth,magnitude';

/** Places of a list that belong to a draw: the same for everybody who has its number, each once. */
export function places(draw: number, total: number): number[] {
  const drawn = new Set<number>();
  let state = draw >>> 0;
  while (drawn.size < Math.min(VETTED, total)) {
    // mulberry32: small, and even enough for a game
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    drawn.add(Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * total));
  }
  return [...drawn];
}

/** Five decided objects of a job, each with what the model said that had not seen its star. */
export function useDrawn(job: string | undefined, draw: number) {
  return useQuery({
    queryKey: ['drawn', job, draw],
    queryFn: async ({ signal }): Promise<DrawnObject[]> => {
      const list = (cursor: number) => jobsApi.GET('/exo-scout-jobs-api/jobs/{id}/objects', { signal, params: { path: { id: job ?? '' }, query: { limit: 1, cursor, fields: FIELDS } } });
      const { data, response } = await answered(list(0));
      const total = Number(response.headers.get('X-Total-Count') ?? data.count);
      const pages = await Promise.all(places(draw, total).map((place) => asked(list(place))));
      return pages.flatMap((page) => page.objects);
    },
    enabled: Boolean(job),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
