import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from '@playwright/test';

import { trained } from './job';
import { Watch } from './watch';

const PICTURES = fileURLToPath(new URL('../../screenshots', import.meta.url));

test.beforeAll(() => {
  mkdirSync(PICTURES, { recursive: true });
});

test('colours that the system forces leave everything to be seen', async ({ browser, baseURL, request }) => {
  const job = await trained(request);
  const context = await browser.newContext({ baseURL, forcedColors: 'active', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const watch = new Watch(page, baseURL ?? '');
  for (const [view, address] of [
    ['home', '/'],
    ['report', `/job/?id=${job}`],
    ['candidates', `/job/?id=${job}&tab=candidates`],
  ] as const) {
    await page.goto(address);
    await expect(page.locator('.skeleton')).toHaveCount(0);
    await watch.expectAccessible(`${view}, forced colours`);
    await page.screenshot({ path: `${PICTURES}/${view}-forced.png`, fullPage: true });
  }
  const curve = await page.evaluate(() => getComputedStyle(document.querySelector('[role=tab][aria-selected=true]') as Element).color);
  expect(curve).not.toBe('rgba(0, 0, 0, 0)');
  await context.close();
});

test('twice as large, nothing is cut off', async ({ browser, baseURL, request }) => {
  const job = await trained(request);
  // what a window of 1,280 pixels has left at 200 %
  const context = await browser.newContext({ baseURL, viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  for (const address of ['/', '/new/', `/job/?id=${job}`, `/job/?id=${job}&tab=candidates`, '/learn/', '/system/', '/catalogue/', '/compare/', '/find/', '/lightcurve/', '/streams/']) {
    await page.goto(address);
    await expect(page.locator('.skeleton')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), address).toBeLessThanOrEqual(0);
  }
  await context.close();
});

test('on paper there are figures and no buttons', async ({ page, request }) => {
  const job = await trained(request);
  await page.goto(`/job/?id=${job}`);
  await expect(page.getByRole('heading', { name: 'ROC', exact: true })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await expect(page.getByRole('button', { name: /SVG/ }).first()).toBeHidden();
  await expect(page.getByRole('img', { name: /ROC curve/ })).toBeVisible();
  await page.screenshot({ path: `${PICTURES}/report-print.png`, fullPage: true });
});
