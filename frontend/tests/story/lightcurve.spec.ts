import { expect, test } from '@playwright/test';

import { Watch } from './watch';

const CURVE = '../test_data/lightcurves/two-planets.csv';

test('a light curve is dropped, looked at, searched, and its planets are found', async ({ page, baseURL }) => {
  const watch = new Watch(page, baseURL ?? '');
  await page.goto('/lightcurve/');
  await page.getByLabel('Drop light curves here, or choose them').setInputFiles(CURVE);
  await expect(page.getByRole('heading', { name: 'What was understood' })).toBeVisible();
  await watch.expectAccessible('light curve, understood');
  await page.getByRole('button', { name: 'Search for transits' }).or(page.getByRole('link', { name: 'Open what was found' })).click();
  const signals = page.getByRole('region', { name: 'Signals' });
  await expect(signals.getByText('candidate', { exact: true })).toHaveCount(2);
  await expect(signals.getByText(/^4\.20\d* d$/)).toBeVisible();
  await signals.getByRole('button', { name: 'Show signal 2' }).click();
  await expect(page.getByRole('heading', { name: 'Why signal 2 is what it is' })).toBeVisible();

  await page.getByRole('button', { name: 'Closer' }).first().click();
  await expect(page.getByRole('button', { name: 'All', exact: true }).first()).toBeEnabled();
  const period = page.getByRole('spinbutton', { name: 'Fold by' });
  await page.getByRole('button', { name: 'twice' }).click();
  await expect(period).toHaveValue(/^19\.40/);
  for (const width of [1_280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await watch.expectAccessible(`light curve at ${width}`);
  }
  watch.expectQuiet();
});
