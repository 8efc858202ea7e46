import { expect, test } from 'vitest';

import { ago, aligned, bytes, figure, measured, ofHundred, percent, place, probability, quantity, smallShare, span, unitSign } from '@/lib/format';

test('writes numbers as the language does', () => {
  expect(percent('en', 0.961)).toBe('96%');
  expect(percent('es', 0.961, 1)).toMatch(/^96,1\s%$/);
  expect(figure('en', 0.9924)).toBe('0.992');
  expect(figure('es', 0.9924)).toBe('0,992');
});

test('never calls anything certain', () => {
  expect(probability('en', 1)).toBe('> 99.9%');
  expect(probability('en', 0)).toBe('< 0.1%');
  expect(probability('en', 0.9987)).toBe('99.87%');
  expect(probability('en', 0.503)).toBe('50.3%');
  expect(ofHundred('en', 0.9987)).toEqual({ bound: 'above', number: '99' });
  expect(ofHundred('en', 0.72)).toEqual({ bound: 'near', number: '72' });
  expect(smallShare('en', 0.0001)).toBe('< 0.1%');
});

test('gives a measurement the digits it is worth', () => {
  expect(measured('en', 14.4494)).toBe('14.4');
  expect(measured('en', 5708.2)).toBe('5,708');
  expect(measured('en', 0.000153)).toBe('1.53E-4');
  expect(measured('en', 0)).toBe('0');
});

test('gives all numbers of a column as many digits', () => {
  expect([42, 1.3, 9.657].map((value) => aligned('en', value))).toEqual(['42.0', '1.30', '9.66']);
});

test('keeps a unit with its number, in the sign that astronomers write', () => {
  expect(quantity('en', 2.1, 'R_Earth')).toBe('2.1 R⊕');
  expect(quantity('en', 0.34, '')).toBe('0.34');
  expect(unitSign('ppm')).toBe('ppm');
});

test('says how large, how long and how long ago', () => {
  expect(bytes('en', 3_652_404)).toBe('3.7 MB');
  expect(span('en', 2.34)).toBe('2.3 sec');
  expect(span('en', 90)).toBe('1.5 min');
  expect(ago('en', 0, 130_000)).toBe('2 min. ago');
  expect(ago('en', 10_000, 9_000)).toBe('now');
});

test('tells two places on an axis apart, however near they are', () => {
  expect([1234.5, 1234.51].map((value) => place('en', value))).toEqual(['1,234.5', '1,234.51']);
  expect(place('es', 0.9995)).toBe('0,9995');
  expect(place('en', 3 * 0.1)).toBe('0.3');
});
