import { describe, expect, it } from 'vitest';

import { heardOf, type Course } from '@/api/live';
import type { News } from '@/api/socket';

const NOTHING: Course = { rounds: [], folds: [] };

function round(fold: number, member: string | undefined, done: number, loss: number): News {
  const told = { type: 'round', job_id: 'a', id: done, at: '2026-11-20T12:00:00Z', round: { fold, folds: 5, member, round: done, rounds: 200, training_loss: loss / 2, test_loss: loss } };
  return told as News;
}

function heard(...news: News[]): Course {
  return news.reduce(heardOf, NOTHING);
}

describe('the course of a training', () => {
  it('has one curve for each fold', () => {
    const { rounds } = heard(round(2, undefined, 1, 0.7), round(1, undefined, 1, 0.6), round(1, undefined, 2, 0.5));
    expect(rounds.map((one) => [one.fold, one.round, one.test_loss])).toEqual([
      [1, [1, 2], [0.6, 0.5]],
      [2, [1], [0.7]],
    ]);
  });

  it('has one curve for each member of an ensemble, which begins anew', () => {
    const { rounds } = heard(round(1, 'gradient_boosting', 100, 0.2), round(1, 'xgboost', 101, 0.69), round(1, 'xgboost', 150, 0.4));
    expect(rounds.map((one) => [one.member, one.round, one.test_loss])).toEqual([
      ['gradient_boosting', [100], [0.2]],
      ['xgboost', [101, 150], [0.69, 0.4]],
    ]);
  });
});
