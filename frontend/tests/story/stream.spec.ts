import { expect, test } from '@playwright/test';

import { events } from './events';
import { Watch } from './watch';

test('a stream is defined, fed, watched as it learns, paused, resumed, taken back and deleted', async ({ page, baseURL }) => {
  const watch = new Watch(page, baseURL ?? '');
  const name = `made ${Date.now() % 1_000_000}`;
  await page.goto('/streams/');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Columns that name an event').fill('id');
  await page.getByLabel('Column of the time').fill('at');
  await page.getByLabel('Column', { exact: true }).fill('depth');
  await page.getByRole('button', { name: 'Define it' }).click();
  const label = page.getByLabel('Column of the label');
  await expect(label).toHaveAccessibleDescription(/'label.column' is missing/);
  await watch.expectAccessible('a definition that is wrong');
  await label.fill('planet');
  await page.getByRole('button', { name: 'Define it' }).click();
  await page.waitForURL(/\/streams\/\?id=/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await expect(page.getByText('live', { exact: true })).toBeVisible();

  const learned = page.locator('[data-fact=learned]');
  const replay = async (from: number, to: number, said: string) => {
    await page.getByLabel(/Drop a file of events|\.csv/).setInputFiles({ name: 'made.csv', mimeType: 'text/csv', buffer: events(from, to) });
    await page.getByRole('button', { name: 'Replay', exact: true }).click();
    await expect(page.getByText(said)).toBeVisible();
  };
  await replay(0, 600, '600 events were kept');
  await expect(learned).toHaveText('600');
  const quality = page.getByRole('region', { name: 'How good it is' });
  await expect(quality.getByRole('row', { name: /Accuracy/ })).toContainText('0.9');
  await page.getByRole('button', { name: 'Keep a snapshot' }).click();
  const back = page.getByRole('button', { name: 'Go back to entry 600' });
  await expect(back).toBeVisible();

  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('paused', { exact: true })).toBeVisible();
  await replay(500, 1_200, '600 events were kept; 100 were there already.');
  await expect(page.locator('[data-fact=lag]')).toHaveText('600');
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(learned).toHaveText('1,200');
  await page.getByRole('button', { name: 'Fading' }).click();
  await expect(page).toHaveURL(/over=fading/);
  await expect(page.getByRole('img', { name: /^Accuracy over the entries/ })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1_280, 360]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await watch.expectAccessible(`stream ${colorScheme} ${width}`);
    }
  }

  await page.setViewportSize({ width: 1_280, height: 900 });
  await page.getByRole('button', { name: 'Keep a snapshot' }).click();
  await page.getByRole('button', { name: 'Delete the snapshot up to entry 1,200' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByRole('button', { name: 'Go back to entry 1,200' })).toHaveCount(0);

  // at this speed it would take hours
  await page.getByLabel('Speed').selectOption('A minute in each second');
  await replay(2_000, 2_400, 'Begun: 400 events');
  await page.getByRole('button', { name: 'Stop the replay' }).click();
  await expect(page.getByRole('progressbar', { name: 'A file is being replayed' })).toHaveCount(0);

  await back.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Go back' }).click();
  await expect(learned).toHaveText('600');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.waitForURL(/\/streams\/$/);
  await expect(page.getByRole('heading', { name: 'All streams' })).toBeVisible();
  await expect(page.getByRole('link', { name })).toHaveCount(0);
  watch.expectQuiet();
});

test('a definition that is pasted is told the line that is to blame', async ({ page }) => {
  await page.goto('/streams/');
  await page.getByRole('tab', { name: 'JSON' }).click();
  await page.getByLabel('Definition').fill('{\n  "name": "x",\n  "label": {"column": "p", "positive": ["1"]},\n  "features": [\n    {"column": "a", "impute": "guess"}\n  ]\n}');
  await page.getByRole('button', { name: 'Define it' }).click();
  await expect(page.getByLabel('Definition')).toHaveAccessibleDescription(/Line 5 is to blame/);
  await expect(page.getByText(/features\[0\]\.impute' is "guess"/)).toBeVisible();
});
