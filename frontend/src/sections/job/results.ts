import type { JobsSchemas } from '@/api/client';
import type { Job, TrainingResults } from '@/api/queries';

/** The results of a training, if this job is one and has got that far. */
export function trainingResults(job: Job): TrainingResults | undefined {
  const { results } = job;
  return job.type === 'training' && results && 'curves' in results ? results : undefined;
}

/** The class that counts as a planet, or the first one that there are curves of. */
export function planetClass(results: TrainingResults): string {
  return results.candidates.planet_classes.find((name) => name in results.curves.roc) ?? Object.keys(results.curves.roc)[0] ?? '';
}

/** Whether the model tells more apart than planets and false positives: then all others stand against one class. */
export function isOneAgainstOthers(results: TrainingResults): boolean {
  return Object.keys(results.evaluation.class_counts).length > 2;
}

/** All but one, as words. */
export function otherClasses(results: TrainingResults, name: string): string {
  return Object.keys(results.evaluation.class_counts)
    .filter((other) => other !== name)
    .join(', ');
}

export interface ClassSizes {
  planets: number;
  others: number;
}

export function classSizes(results: TrainingResults, name: string): ClassSizes {
  const planets = results.evaluation.class_counts[name] ?? 0;
  return { planets, others: results.evaluation.rows - planets };
}

export type Bounds = JobsSchemas['Bounds'];

/** What stands under a figure that leaves the page. */
export function sourceOf(job: Job, results: TrainingResults): string {
  return `${job.model_name} · ${job.params.algorithm ?? ''} · model SHA-256 ${results.model.sha256.slice(0, 16)} · table SHA-256 ${job.dataset.sha256.slice(0, 16)} · ExoScout ${results.provenance.exoscout}`;
}
