import { expect, test } from 'vitest';

import type { Candidate } from '@/api/queries';
import { plainName } from '@/lib/names';
import { ordered, readOrder, wanted, writeOrder, type OwnFilter } from '@/sections/job/candidates-state';

function candidate(rank: number, object: string, probability: number, radius?: number): Candidate {
  return { rank, row: rank, object, star: '10910878', class: 'CONFIRMED', probability, radius, reasons: [] };
}

const ALL = [candidate(1, 'K00010.01', 0.98, 1.2), candidate(2, 'K00002.01', 0.9), candidate(3, 'K00001.01', 0.4, 12)];

test('an order is read and written as the API has it', () => {
  expect(readOrder('-radius')).toEqual({ id: 'radius', descending: true });
  expect(writeOrder(readOrder('-radius'))).toBe('-radius');
  expect(readOrder('colour')).toEqual({ id: 'rank', descending: false });
});

test('numbers sort as numbers, and what has none comes last either way', () => {
  expect(ordered(ALL, { id: 'radius', descending: false }).map((one) => one.rank)).toEqual([1, 3, 2]);
  expect(ordered(ALL, { id: 'radius', descending: true }).map((one) => one.rank)).toEqual([3, 1, 2]);
});

test('names sort by the numbers in them', () => {
  expect(ordered(ALL, { id: 'object', descending: false }).map((one) => one.object)).toEqual(['K00001.01', 'K00002.01', 'K00010.01']);
});

test('a name is found in any habit of writing it, and so is its star', () => {
  expect(plainName('K 00010-01')).toBe('k0001001');
  const limits = { text: 'k-00010', own: 'any' as const, minProbability: 0, maxRadius: Number.POSITIVE_INFINITY };
  expect(ALL.filter((one) => wanted(one, limits)).map((one) => one.rank)).toEqual([1]);
  expect(ALL.filter((one) => wanted(one, { ...limits, text: '10910' }))).toHaveLength(3);
});

test('a limit on the radius leaves out those of unknown size', () => {
  const limits = { text: '', own: 'any' as const, minProbability: 0.5, maxRadius: 4 };
  expect(ALL.filter((one) => wanted(one, limits)).map((one) => one.rank)).toEqual([1]);
});

test('what somebody said of an object filters, and its tags find it', () => {
  const [first, second, third] = ALL as [Candidate, Candidate, Candidate];
  const marked: Candidate[] = [{ ...first, own_verdict: 'planet', own_tags: 'look-again' }, { ...second, own_note: 'dim' }, third];
  const ranks = (text: string, own: OwnFilter) => marked.filter((one) => wanted(one, { text, own, minProbability: 0, maxRadius: Number.POSITIVE_INFINITY })).map((one) => one.rank);
  expect(ranks('', 'planet')).toEqual([1]);
  expect(ranks('', 'none')).toEqual([3]);
  expect(ranks('look again', 'any')).toEqual([1]);
});
