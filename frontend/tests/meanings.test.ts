import { readdirSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { spoken } from '@/i18n/meanings';
import spanish from '@/i18n/meanings/es.json';

const home = new URL('../../common-lib/', import.meta.url);

/** The lines of the tables of a folder of the services, by the names of their columns. */
function lines(folder: string, files: RegExp): Record<string, string>[] {
  const place = new URL(`${folder}/`, home);
  return readdirSync(place)
    .filter((name) => files.test(name))
    .flatMap((name) => {
      const rows = readFileSync(new URL(name, place), 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map(cells);
      const [header = [], ...rest] = rows;
      return rest.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? ''])));
    });
}

/** The cells of a line, some of which stand in quotes. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

const columns = lines('tables/src/main/resources/io/exoscout/archive', /-columns\.csv$/).filter((column) => !column.name?.includes('*') && !column.column?.includes('*'));
const computed = lines('models/src/main/resources/io/exoscout/feature', /-\d+\.csv$/).filter((line) => ['feature', 'relation'].includes(line.kind ?? ''));

const says = (kind: Parameters<typeof spoken>[1], name: string, english = 'as the API says it') => spoken(spanish, kind, name, english);

test('every column of the archive has its meaning in Spanish', () => {
  expect(columns.length).toBeGreaterThan(300);
  expect(columns.map((line) => line.column ?? '').filter((name) => says('features', name).lang)).toEqual([]);
});

test('every computed feature has its meaning in Spanish', () => {
  expect(computed.length).toBeGreaterThan(100);
  expect(computed.map((line) => line.name ?? '').filter((name) => says('features', name).lang)).toEqual([]);
});

test('an uncertainty is called after its column', () => {
  expect(says('features', 'koi_depth_err1').text).toBe('Profundidad del tránsito, incertidumbre superior');
  expect(says('features', 'pl_radeerr2').text).toBe('Radio planetario, incertidumbre inferior');
});

test('a name that nobody has words for is told in English, and marked so', () => {
  expect(says('features', 'my_column', 'My column')).toEqual({ text: 'My column', lang: 'en' });
  expect(says('features', 'toString', 'My column')).toEqual({ text: 'My column', lang: 'en' });
});

test('before its words are there, a page says everything in English', () => {
  expect(spoken(undefined, 'features', 'koi_depth', 'Transit Depth')).toEqual({ text: 'Transit Depth', lang: 'en' });
});

test('no Spanish is there for a name that the API does not have', () => {
  const names = new Set([...columns.map((line) => line.column), ...computed.map((line) => line.name)]);
  expect(Object.keys(spanish.features).filter((name) => !names.has(name))).toEqual([]);
});
