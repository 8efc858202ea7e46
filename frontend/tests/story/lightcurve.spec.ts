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
  await page.getByRole('button', { name: 'All', exact: true }).first().click();
  // a finger that moves sideways; the browser's own scrolling is up and down
  await page.locator('.u-over').first().evaluate((over) => {
    const { left, top, width } = over.getBoundingClientRect();
    const finger = (type: string, share: number) => over.dispatchEvent(new PointerEvent(type, { pointerType: 'touch', isPrimary: true, clientX: left + share * width, clientY: top + 20, bubbles: true }));
    finger('pointerdown', 0.25);
    finger('pointermove', 0.4);
    finger('pointerup', 0.5);
  });
  const all = page.getByRole('button', { name: 'All', exact: true }).first();
  await expect(all).toBeEnabled();
  const closer = page.getByRole('button', { name: 'Closer' }).first();
  await expect(async () => {
    if (await closer.isEnabled()) await closer.click({ timeout: 1_000 });
    await expect(closer).toBeDisabled({ timeout: 500 });
  }).toPass();
  await all.click();
  const period = page.getByRole('spinbutton', { name: 'Fold by' });
  await page.getByRole('button', { name: 'twice' }).click();
  await expect(period).toHaveValue(/^19\.40/);
  await expect(page.getByText(/^All transits upon each other, by another period/)).toBeVisible();
  for (const width of [1_280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await watch.expectAccessible(`light curve at ${width}`);
  }
  watch.expectQuiet();
});
