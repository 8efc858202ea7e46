import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from '@playwright/test';

import { API, trained } from './job';

const PICTURES = fileURLToPath(new URL('../../screenshots/readme', import.meta.url));

test('four small pictures for those who read before they run', async ({ browser, baseURL, request }) => {
  mkdirSync(PICTURES, { recursive: true });
  const job = await trained(request, undefined, 'kepler-first');
  const page0 = await (await request.get(`${API}/exo-scout-jobs-api/jobs/${job}/candidates?limit=1&fields=object`)).json();
  const object = (page0 as { candidates: { object: string }[] }).candidates[0]?.object ?? '';
  const views = [
    ['home', '/', 'light'],
    ['candidates', `/job/?id=${job}&tab=candidates&object=${object}`, 'light'],
    ['object', `/object/?job=${job}&object=${object}`, 'dark'],
    ['try', `/try/?model=${job}`, 'dark'],
  ] as const;
  for (const [view, address, colorScheme] of views) {
    const context = await browser.newContext({ baseURL, colorScheme, viewport: { width: 1280, height: 860 }, deviceScaleFactor: 0.5, locale: 'en', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.skeleton')).toHaveCount(0);
    await page.screenshot({ path: `${PICTURES}/${view}.png` });
    await context.close();
  }
});
