import { expect, test } from 'vitest';

import type { Planet } from '@/api/planets';
import { frequent, listed, ordered, readOrder, SPAN, wanted, writeOrder, type Filter } from '@/sections/catalogue/planets';
import { signed, uncertain } from '@/sections/catalogue/value';

const PROVENANCE = { table: 'pscomppars', sha256: '0'.repeat(64), imported_at: '2026-01-01T00:00:00Z' };
const ANY: Filter = { text: '', method: '', facility: '', source: 'all', year: {}, period: {}, radius: {}, mass: {} };

const HOT = listed({ id: '1', nombre: 'Zeta-10 b', hostname: 'Zeta-10', discoverymethod: 'Transit', disc_year: 2011, pl_rade: 11.2, pl_radeerr1: 0.1, provenance: PROVENANCE } as Planet);
const LIMITED = listed({ id: '2', nombre: 'Zeta-2 b', hostname: 'Zeta-2', discoverymethod: 'Radial Velocity', disc_year: 1999, pl_rade: 20, pl_radelim: 1, provenance: PROVENANCE } as Planet);
const COMPUTED = listed({ id: '3', nombre: 'HQ 7 b', hostname: 'HQ 7', pl_rade: 12, pl_bmasse: 300, pl_bmassprov: 'M-R relationship', provenance: PROVENANCE } as Planet);
const OWN = listed({ id: '4', nombre: 'Mine', tipo: 'super-Earth' } as Planet);
const ALL = [HOT, LIMITED, COMPUTED, OWN];

function names(filter: Partial<Filter>) {
  return ALL.filter((one) => wanted(one, { ...ANY, ...filter })).map((one) => one.name);
}

test('a planet is found by its name, its star or its kind, however they are written', () => {
  expect(names({ text: 'zeta10B' })).toEqual(['Zeta-10 b']);
  expect(names({ text: 'hq_7' })).toEqual(['HQ 7 b']);
  expect(names({ text: 'super' })).toEqual(['Mine']);
  expect(names({ text: 'Super-Earth' })).toEqual(['Mine']);
});

test('a limit lies in no range', () => {
  expect(names({ radius: { least: 10 } })).toEqual(['Zeta-10 b', 'HQ 7 b']);
});

test('what has no year lies between no years', () => {
  expect(names({ year: { most: 2000 } })).toEqual(['Zeta-2 b']);
});

test('sources are told apart', () => {
  expect(names({ source: 'own' })).toEqual(['Mine']);
  expect(names({ source: 'archive' })).toHaveLength(3);
});

test('names are sorted by their numbers, and what was not measured comes last either way', () => {
  expect(ordered(ALL, readOrder('name')).map((one) => one.name)).toEqual(['HQ 7 b', 'Mine', 'Zeta-2 b', 'Zeta-10 b']);
  expect(ordered(ALL, readOrder('radius')).map((one) => one.id)).toEqual(['1', '3', '4', '2']);
  expect(ordered(ALL, readOrder('-radius')).map((one) => one.id)).toEqual(['3', '1', '4', '2']);
  expect(writeOrder(readOrder('-radius'))).toBe('-radius');
  expect(readOrder('colour')).toEqual({ id: 'name', descending: false });
});

test('limits and computed values are marked', () => {
  expect(signed('en', LIMITED.radius)).toBe('< 20');
  expect(signed('en', COMPUTED.radius)).toBe('≈ 12');
  expect(signed('en', COMPUTED.mass)).toBe('≈ 300');
  expect(signed('en', HOT.radius)).toBe('11.2');
  expect(signed('en', undefined)).toBe('–');
});

test('a value has as many places as its uncertainty', () => {
  const period = { value: 112.3053, limit: 0, computed: false } as const;
  expect(uncertain('en', period, 0.0024, -0.0028)).toBe('112.3053 +0.0024 −0.0028');
  expect(uncertain('en', period, 20, -20)).toBe('112 ± 20');
  expect(uncertain('en', period, undefined, undefined)).toBe('112');
  expect(uncertain('en', { ...period, limit: 1 }, 2, -2)).toBe('< 112');
});

test('a span is read and written with open ends', () => {
  expect(SPAN.read('2..10')).toEqual({ least: 2, most: 10 });
  expect(SPAN.read('..10')).toEqual({ most: 10 });
  expect(SPAN.read('nonsense')).toEqual({});
  expect(SPAN.write({ least: 2 })).toBe('2..');
  expect(SPAN.write({})).toBeUndefined();
});

test('the most frequent comes first', () => {
  expect(frequent(['a', 'b', '', 'b'])).toEqual(['b', 'a']);
});
