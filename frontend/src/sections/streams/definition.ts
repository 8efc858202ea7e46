import { ApiProblem } from '@/api/problem';
import { lineOf } from '@/lib/json-place';

export interface TypedFeature {
  column: string;
  impute: string;
  missing: string;
}

/** A definition as it is typed into the form: lists have commas between their parts. */
export interface TypedStream {
  name: string;
  id: string;
  time: string;
  keys: string;
  lateness: string;
  label: string;
  positive: string;
  arrives: string;
  timeout: string;
  features: TypedFeature[];
  algorithm: string;
  detector: string;
}

export const IMPUTES = ['none', 'zero', 'mean', 'median', 'last', 'drop'] as const;
export const ALGORITHMS = ['logistic_sgd', 'logistic_ftrl'] as const;
export const DETECTORS = ['adwin', 'page_hinkley', 'none'] as const;
export const ARRIVALS = ['with_event', 'later'] as const;

export const NEW_FEATURE: TypedFeature = { column: '', impute: 'mean', missing: '' };

export const NEW_STREAM: TypedStream = {
  name: '',
  id: '',
  time: '',
  keys: '',
  lateness: '',
  label: '',
  positive: '1',
  arrives: 'with_event',
  timeout: '',
  features: [NEW_FEATURE],
  algorithm: 'logistic_sgd',
  detector: 'adwin',
};

const parts = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** A number as one; what is none goes as it is, for the service to refuse it by name. */
const numbers = (text: string) => parts(text).map((part) => (Number.isFinite(Number(part)) ? Number(part) : part));

const orNothing = <T>(values: T[]) => (values.length > 0 ? values : undefined);

/** The definition that was typed; what is empty is left out. */
export function definitionOf(typed: TypedStream): string {
  const definition = {
    name: typed.name.trim() || undefined,
    id: orNothing(parts(typed.id)),
    time: typed.time.trim() || undefined,
    keys: orNothing(parts(typed.keys)),
    allowed_lateness: typed.lateness.trim() || undefined,
    label: {
      column: typed.label.trim() || undefined,
      positive: parts(typed.positive),
      arrives: typed.arrives,
      timeout: (typed.arrives === 'later' && typed.timeout.trim()) || undefined,
    },
    features: typed.features.map(({ column, impute, missing }) => ({ column: column.trim() || undefined, missing: orNothing(numbers(missing)), impute })),
    model: { algorithm: typed.algorithm },
    drift: { detector: typed.detector },
  };
  return JSON.stringify(definition, null, 2);
}

/** Where in the form it stands what a member of the definition says. */
const PLACES: Record<string, string> = { allowed_lateness: 'lateness', 'label.column': 'label', 'label.positive': 'positive', 'label.arrives': 'arrives', 'label.timeout': 'timeout', 'model.algorithm': 'algorithm', model: 'algorithm', 'drift.detector': 'detector', drift: 'detector' };

/** What is wrong with which part of the form; what belongs to no part is under ''. */
export function complaints(problem: ApiProblem): Map<string, string> {
  const all = new Map<string, string>();
  for (const { field = '', message } of problem.errors) {
    const plain = field.replace(/^(id|keys|label\.positive|features\[\d+\]\.missing)\[\d+\]$/, '$1');
    const place = PLACES[plain] ?? plain;
    const known = place in NEW_STREAM || /^features\[\d+\]\.(column|impute|missing)$/.test(place);
    // the lines are those of a text that nobody wrote
    all.set(known ? place : '', message.replace(LINE, ''));
  }
  if (problem.errors.length === 0) all.set('', problem.message);
  return all;
}

/** Where the service found something in the text. */
const LINE = / \(line (\d+), column \d+\)/;

/** The same problem with the lines of the text on which what it names stands. */
export function located(problem: ApiProblem, text: string): ApiProblem {
  const named = problem.errors.length > 0 ? problem.errors : [{ message: problem.message }];
  const errors = named.map((error) => ({ ...error, line: Number(LINE.exec(error.message)?.[1]) || (error.field ? lineOf(text, error.field) : undefined) }));
  return new ApiProblem(problem.status, { detail: problem.message, code: problem.code as never, errors, trace_id: problem.traceId });
}
