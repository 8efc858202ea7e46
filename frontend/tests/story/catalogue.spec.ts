import { expect, test } from '@playwright/test';

import { API } from './job';
import { Watch } from './watch';

/** Made up, in the archive's form; its third row has a radius that can not be one. */
const TABLE = [
  '# This file was produced by the NASA Exoplanet Archive',
  '# Sun Nov 16 08:10:18 2025',
  'pl_name,hostname,discoverymethod,disc_year,disc_facility,pl_orbper,pl_rade,pl_radeerr1,pl_radelim,pl_bmasse,ra,dec,sy_dist',
  'Story-1 b,Story-1,Transit,2011,Kepler,3.5,11.2,0.2,0,300,285.4,39.3,100',
  'Story-1 c,Story-1,Transit,2014,Kepler,12.1,1.9,0.1,0,,285.4,39.3,100',
  'Story-1 d,Story-1,Transit,2014,Kepler,40,-1,,0,,285.4,39.3,100',
  'Story-2 b,Story-2,Radial Velocity,1999,Lick Observatory,1200,12.5,,0,2000,10.5,-12,12.3',
  'Story-3 b,Story-3,Imaging,2020,Paranal Observatory,90000,20,,1,4000,120,-60,40',
];

function file(name: string, lines: string[]) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n') + '\n') };
}

/** Nothing is left of what an earlier story brought. */
test.beforeEach(async ({ request }) => {
  const found = (await (await request.get(`${API}/get-exoplanets?q=story&limit=200&fields=nombre`)).json()) as { id: string; nombre: string }[];
  for (const { id, nombre } of found) if (/^Story-\d/.test(nombre)) await request.delete(`${API}/get-exoplanets/${id}`);
});

test("somebody imports the archive's table, filters it, and finds one planet in table, diagram and map", async ({ page, baseURL }) => {
  const watch = new Watch(page, baseURL ?? '');
  await page.goto('/catalogue/');
  const open = page.getByRole('button', { name: 'Import a table' });
  await expect(open).toHaveAttribute('aria-expanded', /true|false/);
  await expect(page.locator('.skeleton')).toHaveCount(0);
  if ((await open.getAttribute('aria-expanded')) === 'false') await open.click();
  await page.getByLabel('Drop the table here').setInputFiles(file('planets.csv', TABLE));
  await expect(page.getByText('Nothing has changed yet')).toBeVisible();
  await expect(page.getByText('Line 6: pl_rade is "-1"; accepted is a number above 0.')).toBeVisible();
  await watch.expectAccessible('import');
  await page.getByRole('button', { name: 'Import 4 planets' }).click();
  await expect(page.getByText('Imported.', { exact: true })).toBeVisible();

  await page.getByLabel('Planet or star').fill('story1');
  await expect(page).toHaveURL(/q=story1/);
  await expect(page.getByText(/^2 of /)).toBeVisible();
  await page.getByLabel('Planet or star').fill('story');
  await page.getByLabel('Method').selectOption('Radial Velocity');
  await expect(page).toHaveURL(/method=Radial/);
  await expect(page.getByText(/^1 of /)).toBeVisible();
  await page.getByLabel('Method').selectOption('any');

  const table = page.getByRole('grid');
  await table.focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/planet=[0-9a-f]{24}/);
  await expect(page.getByRole('heading', { level: 2, name: 'Story-1 b' })).toBeVisible();
  await expect(page.getByText('Equilibrium temperature')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Its page at the archive' })).toBeVisible();
  const link = page.url();
  await page.goto('/');
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 2, name: 'Story-1 b' })).toBeVisible();
  await expect(page.getByRole('row', { selected: true })).toContainText('Story-1 b');
  await expect(page.getByRole('row', { name: /Story-3 b/ })).toContainText('< 20');

  for (const figure of ['Period and radius', 'On the sky']) {
    for (const kind of ['SVG', 'PNG', 'CSV']) {
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: new RegExp(`${kind}.*${figure}|${figure}.*${kind}`) }).click();
      expect((await saved).suggestedFilename()).toMatch(new RegExp(`\\.${kind.toLowerCase()}$`));
    }
  }
  watch.expectQuiet();
});

test('a table of another kind is refused for what it is', async ({ page }) => {
  await page.goto('/catalogue/');
  await expect(page.locator('.skeleton')).toHaveCount(0);
  const open = page.getByRole('button', { name: 'Import a table' });
  if ((await open.getAttribute('aria-expanded')) === 'false') await open.click();
  await page.getByLabel('Drop the table here').setInputFiles(file('koi.csv', ['kepid,kepoi_name,koi_period', '1,K00001.01,2']));
  await expect(page.getByText(/not the archive's table of confirmed planets \(PSCompPars\).*\(KOI\)/)).toBeVisible();
});

test('what is limits, computed or saved by hand is told apart, in either language', async ({ page, request }) => {
  await request.post(`${API}/get-exoplanets/import`, { headers: { 'Content-Type': 'text/csv' }, data: TABLE.join('\n') });
  const own = (await (await request.post(`${API}/save-exoplanet`, { data: { nombre: 'Story-9 mine', tipo: 'rocky' } })).json()) as { id: string };
  await page.goto(`/catalogue/?q=story&source=own&planet=${own.id}&lang=es`);
  await expect(page.getByRole('row', { name: /Story-9 mine/ })).toContainText('guardado a mano');
  await page.getByRole('button', { name: 'Borrar Story-9 mine' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Borrar' }).click();
  await expect(page.getByText('Ningún planeta encaja')).toBeVisible();
});
