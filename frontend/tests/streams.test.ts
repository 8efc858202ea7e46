import { describe, expect, it } from 'vitest';

import { toldIn } from '@/api/events';
import { ApiProblem } from '@/api/problem';
import { formOf, withNews, type Metrics, type Quality } from '@/api/streams';
import { lineOf } from '@/lib/json-place';
import { complaints, definitionOf, located, NEW_STREAM } from '@/sections/streams/definition';
import { curveOf, heights, isBest, thinned, valueOf } from '@/sections/streams/figures';

const QUALITY: Quality = { labels: 100, positives: 0.1, accuracy: 0.93, roc_auc: 0.8, log_loss: 0.2, brier: 0.06, majority_accuracy: 0.9, majority_log_loss: 0.32, majority_brier: 0.09, no_change_accuracy: 0.85 };
const NONE: Quality = { labels: 0 };

function metrics(seq: number, quality = QUALITY): Metrics {
  return { seq, labels: quality.labels, awaited: 0, whole: quality, last: quality, fading: quality, drifts: 0 };
}

describe('server-sent events', () => {
  it('are told when they are whole, whatever parts they come in', () => {
    const first = toldIn('event:metrics\ndata:{"seq":1}\n\nevent:metrics\nda');
    expect(first.told).toEqual([{ event: 'metrics', data: '{"seq":1}' }]);
    expect(toldIn(first.rest + 'ta: {"seq":2}\n\n').told).toEqual([{ event: 'metrics', data: '{"seq":2}' }]);
  });

  it('may end their lines as Windows does, even between two parts', () => {
    const first = toldIn('data:1\r\n\r');
    expect(first.told).toEqual([]);
    expect(toldIn(first.rest + '\n').told).toEqual([{ event: 'message', data: '1' }]);
  });

  it('are none where there is only a comment', () => {
    expect(toldIn(':\n\n: still here\n\n')).toEqual({ told: [], rest: '' });
  });
});

describe('news of a stream', () => {
  it('become points of its curve, densely while there are few', () => {
    const course = withNews({ now: undefined, points: [] }, metrics(10));
    expect(withNews(course, metrics(20)).points.map(({ seq }) => seq)).toEqual([10, 20]);
  });

  it('become points only now and then once there are many', () => {
    const many = Array.from({ length: 200 }, (_, i) => metrics(i + 1));
    expect(withNews({ now: undefined, points: many }, metrics(300)).points).toHaveLength(200);
    expect(withNews({ now: undefined, points: many }, metrics(700)).points).toHaveLength(201);
  });

  it('take points away where the stream was taken back', () => {
    const course = { now: metrics(900), points: [metrics(300), metrics(600), metrics(900)] };
    expect(withNews(course, metrics(600)).points.map(({ seq }) => seq)).toEqual([300, 600]);
  });
});

describe('figures of a stream', () => {
  it('stand beside those of whoever knows nothing', () => {
    expect(valueOf(QUALITY, 'accuracy', 'majority')).toBe(0.9);
    expect(valueOf(QUALITY, 'accuracy', 'yesterday')).toBe(0.85);
    expect(valueOf(QUALITY, 'roc_auc', 'majority')).toBe(0.5);
    expect(valueOf(QUALITY, 'log_loss', 'majority')).toBe(0.32);
  });

  it('say that the last label again is off by one whole as often as it is wrong', () => {
    expect(valueOf(QUALITY, 'brier', 'yesterday')).toBeCloseTo(0.15);
    expect(valueOf(QUALITY, 'log_loss', 'yesterday')).toBeUndefined();
    expect(valueOf(QUALITY, 'roc_auc', 'yesterday')).toBeUndefined();
  });

  it('are none without labels', () => {
    for (const sayer of ['model', 'majority', 'yesterday'] as const) expect(valueOf(NONE, 'roc_auc', sayer)).toBeUndefined();
  });

  it('are best above the others where more is better, and below them where less is', () => {
    expect(isBest(QUALITY, 'log_loss')).toBe(true);
    expect(isBest({ ...QUALITY, accuracy: 0.9 }, 'accuracy')).toBe(false);
    // of a hundred labels, three more are chance; of ten thousand they are not
    expect(isBest(QUALITY, 'accuracy')).toBe(false);
    expect(isBest({ ...QUALITY, labels: 10_000 }, 'accuracy')).toBe(true);
    expect(isBest(NONE, 'accuracy')).toBeUndefined();
  });

  it('leave out of a curve what was not known yet', () => {
    expect(curveOf([metrics(1, NONE), metrics(2)], 'whole', 'accuracy', 'model')).toEqual([[2, 0.93]]);
  });

  it('are drawn with room, but never beyond what a share or a loss can be', () => {
    expect(heights([[[1, 0.99], [2, 1]]], 'accuracy')[1]).toBe(1);
    expect(heights([[[1, 0.001], [2, 0.9]]], 'log_loss')[0]).toBe(0);
  });

  it('keep the ends of a curve that is thinned', () => {
    const points = Array.from({ length: 10_001 }, (_, i) => i);
    const thin = thinned(points, 100);
    expect([thin.length, thin[0], thin.at(-1)]).toEqual([100, 0, 10_000]);
    expect(thinned([1, 2], 100)).toEqual([1, 2]);
  });
});

describe('a file of events', () => {
  it('is of a form by its name, packed or not', () => {
    expect([formOf('a.CSV'), formOf('gsod.csv.gz'), formOf('a.ndjson.gz'), formOf('b.jsonl'), formOf('c.json'), formOf('plain')]).toEqual(['text/csv', 'text/csv', 'application/x-ndjson', 'application/x-ndjson', 'application/json', 'text/csv']);
  });
});

describe('a definition that is typed', () => {
  const typed = { ...NEW_STREAM, name: 'thunder', id: 'stn, date', time: 'date', label: 'thunder', timeout: 'P3Y', features: [{ column: 'temp', impute: 'drop', missing: '9999.9, x' }] };

  it('leaves out what is empty, and what does not apply', () => {
    expect(JSON.parse(definitionOf(typed))).toEqual({
      name: 'thunder',
      id: ['stn', 'date'],
      time: 'date',
      label: { column: 'thunder', positive: ['1'], arrives: 'with_event' },
      features: [{ column: 'temp', missing: [9999.9, 'x'], impute: 'drop' }],
      model: { algorithm: 'logistic_sgd' },
      drift: { detector: 'adwin' },
    });
  });

  it('is told what is wrong where it stands', () => {
    const problem = new ApiProblem(400, {
      errors: [
        { field: 'features[0].missing[1]', message: "Field 'features[0].missing[1]' should be a number (line 1, column 98)." },
        { field: 'label.column', message: 'missing' },
        { field: 'quality.last', message: 'elsewhere' },
      ],
    });
    expect([...complaints(problem)]).toEqual([
      ['features[0].missing', "Field 'features[0].missing[1]' should be a number."],
      ['label', 'missing'],
      ['', 'elsewhere'],
    ]);
  });
});

describe('the line of a member', () => {
  const text = '{\n  "name": "a \\" {",\n  "label": {"positive": ["1"],\n    "column": "x"},\n  "features": [\n    {"column": "a"},\n    {"column": "b",\n     "impute": "foo"}\n  ]\n}';

  it('is found however deep it lies', () => {
    expect(lineOf(text, 'features[1].impute')).toBe(8);
    expect(lineOf(text, 'label.column')).toBe(4);
    expect(lineOf(text, 'label.positive[0]')).toBe(3);
  });

  it('is that of what it is missing from', () => {
    expect(lineOf(text, 'features[0].impute')).toBe(6);
    expect(lineOf(text, 'model.rate')).toBeUndefined();
  });

  it('is found in no text that is none, without going on for ever', () => {
    expect(lineOf('{"a": }}]', 'b')).toBeUndefined();
    expect(lineOf('', 'b')).toBeUndefined();
  });

  it('is that which the service names, if it does', () => {
    expect(located(new ApiProblem(400, { detail: 'The body is not valid JSON (line 2, column 26).' }), text).line).toBe(2);
    expect(located(new ApiProblem(400, { errors: [{ field: 'features[1].impute', message: 'no' }] }), text).line).toBe(8);
  });
});
