import { readFileSync } from 'node:fs';

import { expect, test, type Page } from '@playwright/test';

import { keplerCurve } from './fits';
import { trained } from './job';
import { Watch } from './watch';
import { weightOf, WITH_CHARTS } from './weight';
import { zipped } from './zip';

const CURVE = '../test_data/lightcurves/two-planets.csv';

/** In both languages and themes, on a phone and on a desk. */
async function everyWay(page: Page, watch: Watch, view: string) {
  for (const language of ['ES', 'EN'] as const) {
    await page.getByRole('button', { name: { ES: 'es – Español', EN: 'en – English' }[language] }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language.toLowerCase());
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [360, 1_280]) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 900 });
        await watch.expectAccessible(`${view}, ${language} ${colorScheme} ${width}`);
      }
    }
  }
}

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
  await expect(page.getByText('Not asked: nothing here says where the light of this signal fell.')).toBeVisible();
  for (const width of [1_280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await watch.expectAccessible(`light curve at ${width}`);
  }
  watch.expectQuiet();
});

/** Made up: nothing but noise. */
function noise(points: number): Buffer {
  let state = 15;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  const rows = Array.from({ length: points }, (_, i) => `${(2_000 + i / 144).toFixed(6)},${(1 + 0.0004 * (next() + next() + next() - 1.5)).toFixed(7)}`);
  return Buffer.from(['time_btjd,flux', ...rows].join('\n'));
}

test('an archive of several stars becomes one table, from which each signal is opened', async ({ page, baseURL }) => {
  const watch = new Watch(page, baseURL ?? '');
  const archive = zipped({ 'planets.csv': readFileSync(CURVE), 'quiet.csv': noise(2_000), 'readme.txt': Buffer.from('No light curve.') });
  await page.goto('/lightcurve/');
  await page.getByLabel('Drop light curves here, or choose them').setInputFiles({ name: 'stars.zip', mimeType: 'application/zip', buffer: archive });
  await expect(page.getByRole('heading', { name: 'An archive of many stars' })).toBeVisible();
  await page.getByRole('button', { name: 'Search for transits' }).click();
  await page.waitForURL(/\/lightcurve\/\?batch=/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Light curves of 2 stars');
  await expect(page.getByText('done', { exact: true })).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('region', { name: 'Files that were not taken' }).getByText('readme.txt')).toBeVisible();
  const table = page.getByRole('grid', { name: /^Signals of all stars/ });
  await expect(table.getByText('candidate', { exact: true })).toHaveCount(2);
  const down = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download all signals as csv' }).click();
  expect(readFileSync(await (await down).path(), 'utf8')).toMatch(/^target,job_id,files,signal,/);
  await everyWay(page, watch, 'batch');
  await page.getByRole('button', { name: /^Candidates/ }).click();
  await expect(page).toHaveURL(/show=candidate/);
  await table.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('link', { name: 'Open signal 2 of planets' }).click();
  await expect(page.getByRole('heading', { name: 'Why signal 2 is what it is' })).toBeVisible();
  watch.expectQuiet();
});

test('a trained model says what it makes of a signal, and its object shows the transits as they were measured', async ({ browser, page, request, baseURL }) => {
  const watch = new Watch(page, baseURL ?? '');
  const model = await trained(request);
  // a candidate of the made-up table
  const curve = keplerCurve({ star: 90_000_002, period: 1.91596966, epoch: 132.369554, depth: 0.0074 });
  await page.goto('/lightcurve/');
  await page.getByLabel('Drop light curves here, or choose them').setInputFiles({ name: 'made.fits', mimeType: 'application/fits', buffer: curve });
  await page.getByRole('button', { name: 'Search for transits' }).or(page.getByRole('link', { name: 'Open what was found' })).click();
  await expect(page.getByRole('heading', { name: 'Where the light fell' })).toBeVisible();
  await expect(page.getByText(/In transit the light moves by/)).toBeVisible();
  await page.getByLabel('Model', { exact: true }).selectOption(model);
  await expect(page).toHaveURL(/model=/);
  await expect(page.getByRole('heading', { name: 'What the model says' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^From the average training object to this one/ })).toBeVisible();
  await expect(page.getByText(/^Measured by a search of the light curve/)).toBeVisible();
  await everyWay(page, watch, 'light curve and model');

  await page.goto(`/object/?job=${model}&object=K20002.01`);
  await expect(page.getByRole('heading', { name: 'Its transits, as they were measured' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What it would look like' })).toHaveCount(0);
  await everyWay(page, watch, 'object with its light curve');
  await page.getByRole('link', { name: 'Open the light curve' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('KIC 90000002');

  const origin = baseURL ?? '';
  expect(await weightOf(browser, page.url(), 'Where the light fell')).toBeLessThan(WITH_CHARTS);
  expect(await weightOf(browser, `${origin}/object/?job=${model}&object=K20002.01`, 'Its transits, as they were measured')).toBeLessThan(WITH_CHARTS);

  // of another star nothing was searched
  await page.goto(`/object/?job=${model}&object=K20003.01`);
  await expect(page.getByRole('heading', { name: 'What it would look like' })).toBeVisible();
  watch.expectQuiet();
});
