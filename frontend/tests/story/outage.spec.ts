import { expect, test, type Locator, type Page, type Route } from '@playwright/test';

import { API, trained } from './job';

/** How long a page may take to be right again, in milliseconds. */
const RECOVERY = 5_000;

const FAILURES: { name: string; fail: (route: Route) => Promise<void> }[] = [
  { name: 'down', fail: (route) => route.abort('connectionrefused') },
  { name: 'out of order (503)', fail: (route) => route.fulfill({ status: 503, headers: { 'Retry-After': '1' }, contentType: 'application/problem+json', body: '{"status":503,"code":"storage_unavailable","detail":"The database can not be reached."}' }) },
];

/** As if there were no socket, so that it is asked again and again. */
async function withoutSocket(page: Page) {
  await page.routeWebSocket(/\/ws\//, (socket) => void socket.close());
}

for (const { name, fail } of FAILURES) {
  test(`while the other end is ${name}, the last data stay with their age, and news come back by themselves`, async ({ page }) => {
    await withoutSocket(page);
    await page.goto('/system/');
    await expect(page.getByRole('table')).toBeVisible();
    await page.route(/\/(health|exo-scout-jobs-api\/.*)$/, fail);
    await expect(page.getByText(/This is how it was .+ ago/).first()).toBeVisible();
    await expect(page.getByRole('table')).toBeVisible();
    await page.unroute(/\/(health|exo-scout-jobs-api\/.*)$/);
    await expect(page.getByText(/This is how it was/)).toHaveCount(0, { timeout: RECOVERY });
  });
}

test('a database that can only be read and a full disk are said as what they are, not as down', async ({ page }) => {
  await page.route('**/health', (route) => route.fulfill({ json: { status: 'degraded', database: 'read_only', queue: 'up', workers: 1, jobs: 'stuck', disk: 'full' } }));
  await page.goto('/system/');
  for (const [name, value] of [['database', 'read-only'], ['queue', 'stuck'], ['disk', 'full']] as const) {
    await expect(page.getByText(name, { exact: true }).locator('..')).toContainText(value);
  }
  await expect(page.getByRole('banner')).toContainText('limited');
  await page.goto('/');
  await expect(page.getByText('not all works')).toBeVisible();
});

test('a page that was opened while nobody answered fills itself', async ({ page, request }) => {
  const job = await trained(request);
  await withoutSocket(page);
  await page.route(/\/exo-scout-jobs-api\//, (route) => route.abort('connectionrefused'));
  await page.goto(`/job/?id=${job}`);
  await expect(page.getByText('ExoScout does not answer')).toBeVisible();
  await page.unroute(/\/exo-scout-jobs-api\//);
  await expect(page.getByRole('tab', { name: 'Report' })).toBeVisible({ timeout: RECOVERY });
});

test('whatever view was opened while nobody answered, it fills itself', async ({ page, request }) => {
  const job = await trained(request);
  const object = ((await (await request.get(`${API}/exo-scout-jobs-api/jobs/${job}/candidates?limit=1&fields=object`)).json()) as { candidates: { object: string }[] }).candidates[0]?.object ?? '';
  await request.post(`${API}/save-exoplanet`, { data: { nombre: 'Outage-1 b' } });
  await withoutSocket(page);
  const views: [address: string, seen: (page: Page) => Locator][] = [
    [`/job/?id=${job}&tab=candidates`, (shown) => shown.getByRole('grid')],
    [`/object/?job=${job}&object=${object}`, (shown) => shown.getByRole('heading', { name: 'Is it a planet?' })],
    [`/try/?model=${job}`, (shown) => shown.getByText(/Of 100 objects that look like this one/)],
    [`/find/?name=${object}`, (shown) => shown.getByRole('link', { name: new RegExp(object) }).first()],
    ['/catalogue/', (shown) => shown.getByRole('grid')],
    ['/', (shown) => shown.locator(`a[href*="${job}"]`).first()],
  ];
  const api = /\/(health$|exo-scout-|get-exoplanets)/;
  for (const [address, seen] of views) {
    await page.route(api, (route) => route.abort('connectionrefused'));
    await page.goto(address);
    await expect(page.getByText('ExoScout does not answer').first()).toBeVisible();
    await page.unroute(api);
    await expect(seen(page), address).toBeVisible({ timeout: RECOVERY });
  }
});

test('slow answers leave the page usable, and late ones do not replace newer ones', async ({ page, request }) => {
  const job = await trained(request);
  await page.route(/\/candidates\?/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await route.continue();
  });
  await page.goto(`/job/?id=${job}&tab=candidates`);
  await expect(page.locator('.skeleton').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Report' }).click();
  await expect(page.getByRole('heading', { name: 'ROC', exact: true })).toBeVisible();
  await page.getByRole('tab', { name: /Candidates/ }).click();
  await expect(page.getByRole('grid')).toBeVisible();
});

test('the socket comes back by itself, and with it the news', async ({ page }) => {
  let sockets = 0;
  await page.routeWebSocket(/\/ws\//, (socket) => {
    sockets++;
    const server = socket.connectToServer();
    if (sockets === 1) setTimeout(() => void server.close(), 1_000);
  });
  await page.goto('/system/');
  await expect.poll(() => sockets, { timeout: 15_000 }).toBeGreaterThan(1);
});

test('while nobody answers, what was said of an object one plays with stays, and is said to be of the values before', async ({ page, request }) => {
  const job = await trained(request);
  await page.goto(`/try/?model=${job}`);
  const said = page.getByText(/Of 100 objects that look like this one/);
  await expect(said).toBeVisible();
  const before = await said.textContent();
  const api = /\/(health$|exo-scout-)/;
  await page.route(api, (route) => route.abort('connectionrefused'));
  await page.getByRole('slider').first().press('End');
  await expect(page.getByText(/No answer to these values yet/)).toBeVisible();
  await expect(said).toHaveText(before ?? '');
  await expect(page.getByText(/This is how it was .+ ago/)).toBeVisible();
  await page.unroute(api);
  await expect(page.getByText(/No answer to these values yet/)).toHaveCount(0, { timeout: RECOVERY });
});

test('another language that can not be fetched comes as soon as it can', async ({ page }) => {
  const thrown: Error[] = [];
  page.on('pageerror', (error) => thrown.push(error));
  await page.goto('/system/');
  await expect(page.getByRole('heading', { name: 'System' })).toBeVisible();
  await page.route(/\/_next\/.*\.js/, (route) => route.abort('connectionrefused'));
  await page.getByRole('button', { name: /^es/ }).click();
  await page.waitForRequest(/\/_next\/.*\.js/);
  await page.unroute(/\/_next\/.*\.js/);
  await expect(page.getByRole('heading', { name: 'Sistema' })).toBeVisible({ timeout: RECOVERY });
  expect(thrown).toEqual([]);
});

test('a figure that this browser can not make into a picture says so', async ({ page, request }) => {
  const job = await trained(request);
  await page.addInitScript(() => {
    HTMLImageElement.prototype.decode = () => Promise.reject(new Error('no picture'));
  });
  await page.goto(`/job/?id=${job}`);
  await page.getByRole('button', { name: /^Save as PNG/ }).first().click();
  await expect(page.getByText('PNG could not be made of this figure')).toBeVisible();
});
