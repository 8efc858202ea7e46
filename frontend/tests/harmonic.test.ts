import { expect, test } from 'vitest';

import { harmonicOf } from '@/sections/object/harmonic';

test('a period that is the one of the table is called nothing', () => {
  expect(harmonicOf(1)).toBeUndefined();
});

test('one that a search took for it is called by its ratio', () => {
  expect([0.5, 1 / 3, 2, 3].map(harmonicOf)).toEqual(['half', 'third', 'twice', 'thrice']);
});
