import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';

import type { JobsSchemas } from './client';
import type { Job, JobSummary } from './queries';
import { ALL, isLive, listen, onLive, type News } from './socket';

/** Whether news come by themselves; where they do not, the page asks. */
export function useIsLive(): boolean {
  return useSyncExternalStore(onLive, isLive, () => false);
}

function patch(client: QueryClient, id: string, change: Partial<Job>) {
  client.setQueryData<Job>(['job', id], (job) => job && { ...job, ...change });
}

/** Keeps what is known of a job as new as what is heard of it. */
export function useJobNews(id: string | undefined) {
  const client = useQueryClient();
  useEffect(() => {
    if (!id) return;
    return listen(id, (news) => {
      if (!('job_id' in news)) return;
      if ('job' in news) {
        const known = client.getQueryData<Job>(['job', id]);
        // what happened while nobody listened stands in the document
        if (known && known.status !== news.job.status) void client.invalidateQueries({ queryKey: ['job', id] });
        else if (known && news.job.progress) patch(client, id, { progress: news.job.progress });
      } else if (news.type === 'progress' && news.progress) patch(client, id, { progress: news.progress });
      else if (news.type !== 'round' && news.type !== 'fold_finished') void client.invalidateQueries({ queryKey: ['job', id] });
    });
  }, [client, id]);
}

/** The same for lists of jobs, and for workers. */
export function useClusterNews() {
  const client = useQueryClient();
  useEffect(
    () =>
      listen(ALL, (news: News) => {
        if ('workers' in news) {
          client.setQueryData<JobsSchemas['WorkForce']>(['workers'], { workers: news.workers, queue_depth: news.queue_depth, queues: news.queues } as JobsSchemas['WorkForce']);
          if (news.type === 'snapshot') void client.invalidateQueries({ queryKey: ['jobs'] });
        } else if ('progress' in news && news.progress) {
          const { job_id: id, progress } = news;
          client.setQueriesData<JobSummary[]>({ queryKey: ['jobs'] }, (jobs) => jobs?.map((job) => (job.job_id === id ? { ...job, progress } : job)));
        } else if (news.type !== 'fold_finished') void client.invalidateQueries({ queryKey: ['jobs'] });
      }),
    [client],
  );
}

export interface Course {
  rounds: JobsSchemas['FitCurve'][];
  folds: JobsSchemas['FinishedFold'][];
}

const NOTHING: Course = { rounds: [], folds: [] };

/** Rounds of one fold make one curve; those of an ensemble one for each member, which all begin anew. */
function withRound(rounds: Course['rounds'], round: JobsSchemas['FitRound']): Course['rounds'] {
  const ofThis = (one: Course['rounds'][number]) => one.fold === round.fold && one.member === round.member;
  const before = rounds.find(ofThis) ?? { fold: round.fold, member: round.member, rounds: round.rounds, round: [], training_loss: [], test_loss: [] };
  const after = { ...before, round: [...before.round, round.round], training_loss: [...before.training_loss, round.training_loss], test_loss: [...before.test_loss, round.test_loss] };
  return [...rounds.filter((one) => !ofThis(one)), after].sort((one, other) => one.fold - other.fold);
}

/** How the folds of a training went so far: loss by round, and figures of those that are done. */
export function heardOf(course: Course, news: News): Course {
  if ('job' in news) return { rounds: news.rounds, folds: news.folds };
  if (!('job_id' in news)) return course;
  if (news.type === 'state' && news.status === 'running') return NOTHING;
  if (news.round) return { ...course, rounds: withRound(course.rounds, news.round) };
  if (news.fold) return { ...course, folds: [...course.folds, news.fold] };
  return course;
}

export function useCourse(id: string): Course {
  const [course, setCourse] = useState<Course>(NOTHING);
  useEffect(() => listen(id, (news) => setCourse((before) => heardOf(before, news))), [id]);
  return course;
}
