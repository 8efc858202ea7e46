import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { API, TABLE, trained } from './job';
import { Watch } from './watch';

const KINDS = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  "'; DROP TABLE jobs; --",
  '=HYPERLINK("http://example.org","x")',
  '@SUM(1+1)',
  '\u202Ereversed\u202C',
  'مرحبا بالعالم',
  'שלום 123',
  'e\u0301'.repeat(40),
  '💫🪐'.repeat(20),
  'a'.repeat(180),
  '&amp;&lt;&gt;',
  '%00%0d%0a',
  '../../etc/passwd',
  'null',
  '\u200B\u200D\uFEFF-',
];
/** A hundred, no two the same. */
const STRINGS = Array.from({ length: 100 }, (_, i) => `${KINDS[i % KINDS.length]} ${i}`);

test('a hundred hostile names stay text, and leave the page as wide as it is', async ({ page, request, baseURL }) => {
  const watch = new Watch(page, baseURL ?? '');
  page.on('dialog', (dialog) => {
    watch.complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const taken: string[] = [];
  for (const nombre of STRINGS) if ((await request.post(`${API}/save-exoplanet`, { data: { nombre, tipo: nombre.slice(0, 60) } })).ok()) taken.push(nombre);
  expect(taken.length).toBeGreaterThan(80);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    // names of one kind stand together; a table shows only those in sight
    for (const name of taken.filter((_, i) => i % 9 === 0)) {
      await page.goto(`/catalogue/?source=own&q=${encodeURIComponent(name)}`);
      await expect(page.getByRole('gridcell').getByText(name.trim(), { exact: true }).first()).toBeVisible();
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
  watch.expectQuiet();
});

test('a table with hostile names is shown as it is', async ({ page, request, baseURL }) => {
  const watch = new Watch(page, baseURL ?? '');
  page.on('dialog', (dialog) => {
    watch.complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const lines = readFileSync(TABLE, 'utf8').trimEnd().split('\n');
  const header = (lines.find((line) => !line.startsWith('#')) ?? '').split(',');
  const [place, verdict] = [header.indexOf('kepoi_name'), header.indexOf('koi_disposition')];
  const names = [...STRINGS];
  const table = lines.map((line) => {
    const cells = line.split(',');
    if (cells[verdict] !== 'CANDIDATE' || names.length === 0) return line;
    cells[place] = `"${(names.shift() ?? '').replaceAll('"', '""')}"`;
    return cells.join(',');
  });
  expect(names).toEqual([]);
  const job = await trained(request, table.join('\n'), 'hostile');
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/job/?id=${job}&tab=candidates&q=img`);
    await expect(page.getByRole('gridcell', { name: /<img src=x onerror=alert\(1\)>/ }).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.goto(`/object/?job=${job}&object=${encodeURIComponent(STRINGS[0] ?? '')}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(STRINGS[0] ?? '');
    await page.goto(`/job/?id=${job}&tab=candidates&q=${encodeURIComponent('a'.repeat(65_000).slice(0, 6_000))}`);
    await expect(page.getByText('No candidate fits')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
  watch.expectQuiet();
});

test('a name of 64 kB is refused with its line, and the page stays as wide as it is', async ({ page }) => {
  const lines = readFileSync(TABLE, 'utf8').trimEnd().split('\n');
  const at = lines.findIndex((line) => line.includes('CANDIDATE'));
  const cells = (lines[at] ?? '').split(',');
  cells[lines.find((line) => !line.startsWith('#'))?.split(',').indexOf('kepoi_name') ?? 0] = 'b'.repeat(64_000);
  lines[at] = cells.join(',');
  await page.setViewportSize({ width: 360, height: 900 });
  await page.goto('/new/');
  await page.setInputFiles('input[type=file]', { name: 'long.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
  await expect(page.getByText(`Line ${at + 1} has 64000 characters`)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});
