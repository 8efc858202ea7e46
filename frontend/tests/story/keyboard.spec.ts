import { expect, test, type Page } from '@playwright/test';

import { events } from './events';
import { TABLE } from './job';
import { Watch } from './watch';

/** Goes on by Tab until the focus is where it is wanted. */
async function tabTo(page: Page, name: RegExp, most = 60) {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.textContent) : [];
      const text = element?.matches('a, button, summary') ? element.textContent : '';
      return [element?.getAttribute('aria-label'), ...labels, text].filter(Boolean).join(' ');
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
}

test('the whole story by keyboard alone', async ({ page, baseURL }) => {
  const watch = new Watch(page, baseURL ?? '');
  // the system's own dialog is not a part of the page; asked for early, since the browser may hear a key before a listener
  const chooser = page.waitForEvent('filechooser');
  await page.goto('/');
  // from here on the page is awake, and keys do something
  await expect(page.getByRole('link', { name: 'running' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, /Drop a table here/);
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(TABLE);
  await expect(page.getByRole('heading', { name: 'Kepler objects of interest' })).toBeVisible();

  await tabTo(page, /Hyper-parameters and seed/, 120);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Seed/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(String((Date.now() % 1_000_000) + 7));
  await tabTo(page, /^(Train|Open it)$/, 120);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/job\/\?id=/);
  await expect(page.getByRole('tab', { name: 'Report' })).toBeVisible({ timeout: 180_000 });

  await tabTo(page, /^Report$/, 40);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: /Candidates/ })).toBeFocused();
  await expect(page.getByRole('grid')).toBeVisible();
  await tabTo(page, /^Candidates, ranked/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/object=/);
  await tabTo(page, /All about this object/, 40);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/object\/\?/);
  await expect(page.getByRole('heading', { name: 'Is it a planet?' })).toBeVisible();
  await tabTo(page, /Save it in the catalogue/, 40);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved. To the catalogue')).toBeVisible();
  watch.expectQuiet();
});

test('the story of a stream by keyboard alone', async ({ page, baseURL }) => {
  const watch = new Watch(page, baseURL ?? '');
  const name = `typed ${Date.now() % 1_000_000}`;
  const type = async (field: RegExp, text: string) => {
    await tabTo(page, field, 120);
    await page.keyboard.type(text);
  };
  const press = async (button: RegExp) => {
    await tabTo(page, button, 120);
    await page.keyboard.press('Enter');
  };
  await page.goto('/streams/');
  await expect(page.getByRole('heading', { name: 'All streams' })).toBeVisible();
  await type(/^Name/, name);
  await type(/^Columns that name an event/, 'id');
  await type(/^Column of the time/, 'at');
  await type(/^Column of the label/, 'planet');
  await type(/^Column$/, 'depth');
  await press(/^Define it$/);
  await page.waitForURL(/\/streams\/\?id=/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);

  const chooser = page.waitForEvent('filechooser');
  await press(/^Drop a file of events/);
  await (await chooser).setFiles({ name: 'made.csv', mimeType: 'text/csv', buffer: events(0, 600) });
  await press(/^Replay$/);
  const learned = page.locator('[data-fact=learned]');
  await expect(learned).toHaveText('600');
  await press(/^Fading$/);
  await expect(page).toHaveURL(/over=fading/);
  await press(/Table: Calibration$/);
  await expect(page.getByRole('region', { name: 'Calibration', exact: true })).toBeVisible();

  await press(/^Keep a snapshot$/);
  await expect(page.getByRole('button', { name: 'Go back to entry 600' })).toBeVisible();
  await press(/^Pause$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('paused');
  await press(/^Resume$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('running');
  await press(/^Go back to entry 600/);
  await expect(page.getByRole('dialog')).toBeVisible();
  // leaves things as they are, and the focus where it was
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Go back to entry 600' })).toBeFocused();
  await press(/^Delete the snapshot up to entry 600/);
  await press(/^Delete it$/);
  await expect(page.getByText('None yet.')).toBeVisible();
  await press(/^Delete$/);
  await expect(page.getByRole('dialog')).toBeVisible();
  await press(/^Delete$/);
  await page.waitForURL(/\/streams\/$/);
  await expect(page.getByRole('heading', { name: 'All streams' })).toBeVisible();
  watch.expectQuiet();
});
