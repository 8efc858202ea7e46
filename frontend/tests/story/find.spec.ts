import { readFileSync } from 'node:fs';

import { expect, test, type APIRequestContext } from '@playwright/test';

import { API, trained } from './job';
import { Watch } from './watch';

async function firstObject(request: APIRequestContext, job: string): Promise<string> {
  const page = await (await request.get(`${API}/exo-scout-jobs-api/jobs/${job}/candidates?limit=1&fields=object`)).json();
  return (page as { candidates: { object: string }[] }).candidates[0]?.object ?? '';
}

test('an object is found from any view by keyboard, in any spelling, with what each model says @origin', async ({ page, request, baseURL }) => {
  const job = await trained(request);
  const object = await firstObject(request, job);
  const watch = new Watch(page, baseURL ?? '');
  for (const view of ['/learn/', '/system/', `/job/?id=${job}`]) {
    await page.goto(view);
    await expect(page.getByRole('link', { name: 'running' })).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.type(object.toLowerCase().replace('k', 'koi '));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/find\/\?name=/);
    await expect(page.getByRole('heading', { name: object })).toBeVisible();
  }
  await page.getByRole('link', { name: `All that shown says of ${object}` }).click();
  await page.waitForURL(/\/object\/\?/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(object);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'Find an object' }).click();
  await expect(page.getByLabel('Name of the object or its star')).toBeFocused();
  watch.expectQuiet();
});

test('a name with a plus sign, a blank and markup is looked for as it is', async ({ page, baseURL }) => {
  const watch = new Watch(page, baseURL ?? '');
  const name = 'no+such <b>name</b> & more';
  await page.goto('/find/');
  await page.getByLabel('Name of the object or its star').fill(name);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(page.getByText('No table here has it')).toBeVisible();
  expect(new URL(page.url()).searchParams.get('name')).toBe(name);
  await page.reload();
  await expect(page.getByLabel('Name of the object or its star')).toHaveValue(name);
  await expect(page.getByText('No table here has it')).toBeVisible();
  watch.expectQuiet();
});

test('somebody says what an object is, is told who was faster, finds it marked, takes it along and takes it back', async ({ page, request, baseURL }) => {
  const job = await trained(request);
  const object = await firstObject(request, job);
  const verdict = `${API}/exo-scout-jobs-api/objects/${object}/verdict`;
  await request.delete(verdict, { headers: { 'If-Match': '*' } });
  const watch = new Watch(page, baseURL ?? '');
  await page.goto(`/object/?job=${job}&object=${object}`);
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await expect(save).toBeDisabled();
  await page.getByRole('button', { name: 'A planet' }).click();
  await page.getByLabel('Note').fill('V-shaped');
  await page.getByLabel('Tags').fill('bad!tag');
  await save.click();
  await expect(page.getByText(/bad!tag.* is no tag/)).toBeVisible();
  await page.getByLabel('Tags').fill('dim, look-again');
  await save.click();
  await expect(page.getByText(/^Saved,/)).toBeVisible();
  // at once again, knowing no more than the answer to the first
  await page.getByLabel('Note').fill('=V-shaped?\nLook again.');
  await save.click();
  await expect.poll(async () => ((await (await request.get(verdict)).json()) as { note: string }).note).toBe('=V-shaped?\nLook again.');
  await page.reload();
  await expect(page.getByLabel('Note')).toHaveValue('=V-shaped?\nLook again.');

  await page.getByLabel('Note').fill('Mine');
  await request.put(verdict, { headers: { 'If-Match': '*' }, data: { verdict: 'not_planet', note: 'Theirs' } });
  await save.click();
  await expect(page.getByRole('alert').filter({ hasText: 'Somebody else changed it meanwhile' })).toContainText('Theirs');
  await watch.expectAccessible('conflict');
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(page.getByText(/^Saved,/)).toBeVisible();

  await page.goto(`/job/?id=${job}&tab=candidates&own=planet`);
  await expect(page.getByRole('gridcell', { name: `${object} a planet` })).toBeVisible();
  await expect(page.getByText(/^1 of/)).toBeVisible();
  await page.goto(`/object/?job=${job}&object=${object}`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'All verdicts as CSV' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain(`kepler,${object},planet,dim look-again,Mine,`);

  await page.getByRole('button', { name: 'Forget it' }).click();
  await expect(page.getByText('Forgotten. Saving brings it back.')).toBeVisible();
  expect((await request.get(verdict)).status()).toBe(404);
  await save.click();
  await expect(page.getByText(/^Saved,/)).toBeVisible();
  await request.delete(verdict, { headers: { 'If-Match': '*' } });
  watch.expectQuiet();
});
