import { expect, test } from 'vitest';

import { changed, list, number, oneOf, text } from '@/lib/address';

test('an address says only what is unusual', () => {
  expect(text('rank').write('rank')).toBeUndefined();
  expect(number(0.5, 0, 1).write(0.5)).toBeUndefined();
  expect(list().write([])).toBeUndefined();
  expect(changed({ id: 'a', q: 'K007' }, { q: undefined, min: '0.9' })).toEqual({ id: 'a', min: '0.9' });
});

test('what is written is read again', () => {
  for (const value of [0, 0.25, 1]) expect(number(0.5, 0, 1).read(number(0.5, 0, 1).write(value))).toBe(value);
  expect(list(4).read(list(4).write(['a', 'b']))).toEqual(['a', 'b']);
});

test('nonsense in an address counts as nothing', () => {
  expect(number(0.5, 0, 1).read('much')).toBe(0.5);
  expect(number(0.5, 0, 1).read('')).toBe(0.5);
  expect(number(0.5, 0, 1).read('7')).toBe(1);
  expect(oneOf('report', ['report', 'data']).read('<script>')).toBe('report');
  expect(list(2).read('a,,b,c')).toEqual(['a', 'b']);
});
