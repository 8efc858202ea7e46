import type { components } from './types/jobs';

export type Problem = components['schemas']['Problem'];
export type InputError = components['schemas']['InputError'];

/** What the API answered instead of what was asked for, or that it did not answer. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: InputError[];
  readonly traceId: string | undefined;

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? '');
    this.name = 'ApiProblem';
    this.status = status;
    this.code = problem.code ?? (status === 0 ? 'unreachable' : 'unknown');
    this.errors = problem.errors ?? [];
    this.traceId = problem.trace_id;
  }

  /** Nobody answered, or somebody on the way: asking again may help. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** The first line of the file that is to blame. */
  get line(): number | undefined {
    return this.errors.find((error) => error.line !== undefined)?.line;
  }
}

export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  // fetch fails with a TypeError where there is nobody to answer
  return new ApiProblem(0, { detail: error instanceof Error ? error.message : String(error) });
}
