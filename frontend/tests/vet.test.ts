import { expect, test } from 'vitest';

import { places, VETTED, type DrawnObject } from '@/api/vet';
import { saysIn, scoreOf } from '@/sections/learn/vet-score';

function object(label: string, probability: number): DrawnObject {
  return { rank: 1, row: 1, class: label, label, probability, reasons: [] };
}

test('a draw has five places, each once, and the same ones for everybody', () => {
  expect(new Set(places(7, 1000)).size).toBe(VETTED);
  expect(places(7, 1000)).toEqual(places(7, 1000));
  expect(places(7, 1000)).not.toEqual(places(8, 1000));
  expect(places(7, 3).sort()).toEqual([0, 1, 2]);
});

test('draws reach every part of a list', () => {
  const reached = Array.from({ length: 200 }, (_, draw) => places(draw + 1, 1000)).flat();
  const tenths = new Set(reached.map((place) => Math.floor(place / 100)));
  expect(tenths.size).toBe(10);
  expect(Math.max(...reached)).toBeLessThan(1000);
});

test('whose verdicts are those of the archive is counted, in the words of any mission', () => {
  const objects = [object('CONFIRMED', 0.9), object('FP', 0.6), object('KP', 0.2)];
  expect(scoreOf(objects, ['p', 'n', 'p'])).toEqual({ you: 3, model: 1 });
  expect(scoreOf(objects, ['n'])).toEqual({ you: 0, model: 1 });
});

test('an address says no more than there are objects', () => {
  expect(saysIn('pnxp-nnnn', 5)).toEqual(['p', 'n', 'p', 'n', 'n']);
});
