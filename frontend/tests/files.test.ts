import { gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { csv } from '@/lib/csv';
import { excerpt } from '@/lib/excerpt';
import { fileName } from '@/lib/save';
import { bibtex } from '@/sections/job/bibtex';

test('a spreadsheet takes nothing for a formula', () => {
  expect(csv(['name'], [['a;=1'], ['\uFF1D1'], ['\u200B;\u200B@b'], ['a; b-c']])).toBe("name\r\na;'=1\r\n'\uFF1D1\r\n\u200B;'\u200B@b\r\na; b-c\r\n");
  expect(csv(['name'], [['=HYPERLINK("x")'], ['a,b'], [-1.5]])).toBe('name\r\n"\'=HYPERLINK(""x"")"\r\n"a,b"\r\n-1.5\r\n');
});

test('a file name is taken by every system', () => {
  expect(fileName('exoscout', '¿70 % / «ROC»?')).toBe('exoscout-70-roc-');
  expect(fileName('exoscout', 'Pérdida por ronda.svg')).toBe('exoscout-perdida-por-ronda.svg');
});

test('shows the lines around the one to blame, of a packed file as well', async () => {
  const table = Array.from({ length: 10 }, (_, i) => `row ${i + 1}`).join('\r\n');
  const expected = [3, 4, 5, 6, 7].map((number) => ({ number, text: `row ${number}` }));
  expect(await excerpt(new Blob([table]), 5)).toEqual(expected);
  expect(await excerpt(new Blob([gzipSync(table)]), 5)).toEqual(expected);
  expect((await excerpt(new Blob([table]), 10)).at(-1)).toEqual({ number: 10, text: 'row 10' });
});

test('TeX is not led astray by names', () => {
  const job = { job_id: 'abcdef0123', model_name: '50%_{x}', created_at: '2026-11-26T00:00:00Z', params: { algorithm: 'random_forest' }, dataset: { filename: 'a_b.csv', sha256: 'd' } };
  const entry = bibtex(job as never, { model: { sha256: 'm' }, provenance: { exoscout: '1' } } as never);
  expect(entry).toContain('50\\%\\_\\{x\\}');
  expect(entry).toContain('month        = nov');
});
