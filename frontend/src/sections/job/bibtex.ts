import type { Job, TrainingResults } from '@/api/queries';

/** Signs that mean something to TeX. */
const SPECIAL = /[&%$#_{}]/g;

function tex(text: string): string {
  return text
    .replaceAll('\\', '\\textbackslash ')
    .replace(SPECIAL, (sign) => `\\${sign}`)
    .replaceAll('~', '\\textasciitilde ')
    .replaceAll('^', '\\textasciicircum ');
}

/** The model as an entry of a bibliography. */
export function bibtex(job: Job, results: TrainingResults): string {
  const made = new Date(job.completed_at ?? job.created_at);
  return [
    `@misc{exoscout-${job.job_id.slice(0, 8)},`,
    `  title        = {Model ${tex(job.model_name)} of ExoScout ${tex(results.provenance.exoscout)}},`,
    `  year         = {${made.getUTCFullYear()}},`,
    `  month        = ${made.toLocaleString('en', { month: 'short', timeZone: 'UTC' }).toLowerCase()},`,
    `  howpublished = {${tex(job.params.algorithm ?? 'training')} on ${tex(job.dataset.filename)}},`,
    `  note         = {job ${job.job_id}; model SHA-256 ${results.model.sha256}; table SHA-256 ${job.dataset.sha256}}`,
    '}',
  ].join('\n');
}
