import { expect, test } from '@playwright/test';

import { trained } from './job';
import { Watch } from './watch';

test('somebody vets five objects by keyboard and compares with model and archive', async ({ page, request, baseURL }) => {
  const job = await trained(request);
  const watch = new Watch(page, baseURL ?? '');
  await page.goto(`/learn/?model=${job}&draw=3`);
  for (let number = 1; number <= 5; number++) {
    await expect(page.getByRole('heading', { name: `Object ${number} of 5: a planet?` })).toBeVisible();
    await expect(page.getByRole('region', { name: 'What was said so far' }).getByRole('row')).toHaveCount(number === 1 ? 0 : number);
    await page.getByRole('button', { name: number % 2 === 0 ? 'No planet' : 'A planet' }).focus();
    await page.keyboard.press('Enter');
  }
  const score = page.getByText(/\d of your 5 verdicts are the archive’s, and \d of the model’s/);
  await expect(score).toBeVisible();
  await expect(page).toHaveURL(/said=pnpnp/);
  const before = await score.textContent();
  const object = await page.getByRole('region', { name: 'What was said so far' }).getByRole('link').first().textContent();
  // where nothing lies under the bar at the top
  await page.evaluate(() => window.scrollTo(0, 0));
  await watch.expectAccessible('vetted');
  await page.reload();
  await expect(score).toHaveText(before ?? '');
  await page.getByRole('button', { name: 'Five others' }).click();
  await expect(page).toHaveURL(/draw=4/);
  await page.getByRole('button', { name: 'A planet' }).click();
  const region = page.getByRole('region', { name: 'What was said so far' });
  await expect(region.getByRole('link').first()).not.toHaveText(object ?? '');
  await region.getByRole('link').first().click();
  await page.waitForURL(/\/object\/\?/);
  watch.expectQuiet();
});

test('who answers and leaves at once arrives, however long the next page takes', async ({ page, request }) => {
  const job = await trained(request);
  let arrive = () => {};
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/\/pages\/object-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/learn/?model=${job}&draw=3`);
  await page.getByRole('button', { name: 'A planet' }).click();
  await page.getByRole('region', { name: 'What was said so far' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/said=p/);
  arrive();
  await page.waitForURL(/\/object\/\?/);
});
