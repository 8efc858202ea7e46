import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { TABLE } from './job';
import { NO_SUITE, OwnSuite } from './own-suite';

/** How long a page may take to be right again, in milliseconds. */
const RECOVERY = 5_000;

test('a suite that is killed in the middle of a job leaves its last data on the page, which goes on by itself once there is one again', async ({ page, request }) => {
  test.skip(NO_SUITE !== undefined && !process.env.CI, NO_SUITE);
  const suite = await OwnSuite.empty();
  try {
    await suite.start();
    const sent = await request.post(`${suite.url}/exo-scout-orchestrator`, {
      multipart: { params: JSON.stringify({ algorithm: 'random_forest', hyperparameters: { n_estimators: 1_000 }, model_name: 'killed' }), file: { name: 'killed.csv', mimeType: 'text/csv', buffer: readFileSync(TABLE) } },
    });
    expect(sent.ok(), await sent.text()).toBe(true);
    const { job_id: job } = (await sent.json()) as { job_id: string };
    await page.goto(`${suite.url}/job/?id=${job}`);
    await expect(page.getByText('running', { exact: true })).toBeVisible();
    await page.evaluate(() => Object.assign(window, { neverLoadedAgain: true }));

    await suite.kill();
    await expect(page.getByText(/This is how it was .+ ago/).first()).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('killed');
    await expect(page.getByText('running', { exact: true })).toBeVisible();

    await suite.start();
    await expect(page.getByText(/This is how it was/)).toHaveCount(0, { timeout: RECOVERY });
    // what was cut off is done again, and the page hears of it
    await expect(page.getByRole('tab', { name: 'Report' })).toBeVisible({ timeout: 180_000 });
    expect(await page.evaluate(() => 'neverLoadedAgain' in window)).toBe(true);
  } finally {
    await suite.remove();
  }
});
