import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { trained } from './job';
import { Watch } from './watch';

test('the value that was dragged last shows what would be said all along it', async ({ page, request, baseURL }) => {
  const job = await trained(request);
  const watch = new Watch(page, baseURL ?? '');
  await page.goto(`/try/?model=${job}`);
  const curve = page.getByRole('img', { name: /^Probability of a planet along/ });
  await expect(curve).toBeVisible();
  const first = await curve.getAttribute('aria-label');
  await page.getByRole('slider').nth(2).press('End');
  await expect(page).toHaveURL(/column=/);
  await expect(curve).not.toHaveAttribute('aria-label', first ?? '');
  const named = new URL(page.url()).searchParams.get('column') ?? '';
  await expect(curve).toHaveAttribute('aria-label', new RegExp(`along ${named},`));
  await page.evaluate(() => window.scrollTo(0, 0));
  await watch.expectAccessible('dependence');
  await page.reload();
  await expect(curve).toHaveAttribute('aria-label', new RegExp(`along ${named},`));
  watch.expectQuiet();
});

test('those candidates that are shown leave as a table of their own', async ({ page, request }) => {
  const job = await trained(request);
  await page.goto(`/job/?id=${job}&tab=candidates`);
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(page.getByRole('button', { name: 'CSV of those shown' })).toHaveCount(0);
  await page.getByLabel('Probability, at least', { exact: true }).last().fill('0.5');
  const status = page.getByText(/^[\d,]+ of [\d,]+ shown$/);
  await expect(status).not.toHaveText(/^([\d,]+) of \1 shown$/);
  const down = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV of those shown' }).click();
  const lines = readFileSync(await (await down).path(), 'utf8').trimEnd().split('\r\n');
  expect(lines[0]).toContain('rank,object,star,class,probability');
  expect(`${lines.length - 1}`).toBe((await status.textContent())?.split(' ')[0]);
});
