import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { TABLE, trained } from './job';
import { Watch } from './watch';

/** So many of either verdict are taken back in the older table. */
const EACH = 15;

/** The table as it was before some were decided, and as it is, less one row that makes it another one. */
function tables(): { older: string; newer: string } {
  const lines = readFileSync(TABLE, 'utf8').trimEnd().split('\n');
  const at = (lines.find((line) => !line.startsWith('#')) ?? '').split(',').indexOf('koi_disposition');
  const taken: Record<string, number> = { CONFIRMED: 0, 'FALSE POSITIVE': 0 };
  const older = lines.map((line) => {
    const cells = line.split(',');
    const verdict = cells[at] ?? '';
    if (line.startsWith('#') || taken[verdict] === undefined || taken[verdict] >= EACH) return line;
    taken[verdict]++;
    cells[at] = 'CANDIDATE';
    return cells.join(',');
  });
  return { older: older.join('\n'), newer: lines.slice(0, -1).join('\n') };
}

test('a newer table judges an older ranking by itself, and what became of it can be taken along @origin', async ({ page, request, baseURL }) => {
  const { older, newer } = tables();
  const job = await trained(request, older, 'older');
  const judge = await trained(request, newer, 'newer');
  const watch = new Watch(page, baseURL ?? '');
  await page.goto(`/job/?id=${job}`);
  await page.getByRole('tab', { name: /Judged since/ }).click();
  await page.goto(`/job/?id=${job}&tab=judged&by=${judge}`);
  await expect(page.getByText(new RegExp(`objects ranked here, ${2 * EACH} have been decided since: ${EACH} turned out to be planets`))).toBeVisible();
  await expect(page.getByText(/the planet had stood higher \d+ times in 100/)).toBeVisible();
  await expect(page.getByRole('img', { name: /along the ranking/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'newer', exact: true })).toHaveAttribute('href', /\/compare\/?\?ids=/);
  await page.getByRole('button', { name: 'Surprises first' }).click();
  await expect(page).toHaveURL(/order=surprise/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV: Decided since' }).click();
  const lines = readFileSync(await (await download).path(), 'utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(1 + 2 * EACH);
  expect(lines[0]).toBe('rank,object,probability,label,planet');
  watch.expectQuiet();
});

for (const theme of ['light', 'dark'] as const) {
  test(`what became of a ranking is for everybody: ${theme}`, async ({ browser, baseURL, request }) => {
    const { older, newer } = tables();
    const job = await trained(request, older, 'older');
    const judge = await trained(request, newer, 'newer');
    for (const [width, locale] of [[360, 'es'], [1280, 'en']] as const) {
      const context = await browser.newContext({ baseURL, colorScheme: theme, viewport: { width, height: 900 }, locale, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const watch = new Watch(page, baseURL ?? '');
      await page.goto(`/job/?id=${job}&tab=judged&by=${judge}`);
      await expect(page.locator('.skeleton')).toHaveCount(0);
      await expect(page.getByRole('tab', { selected: true })).toBeInViewport();
      await watch.expectAccessible(`judged ${theme} ${width}`);
      await page.screenshot({ path: `screenshots/judged-${theme}-${width}.png`, fullPage: true });
      watch.expectQuiet();
      await context.close();
    }
  });
}
