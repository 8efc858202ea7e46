import { expect, test } from '@playwright/test';

import { trained } from './job';
import { p95, Work } from './work';

const ROWS = 10_000;

function made(rank: number) {
  const object = `K${String(rank).padStart(5, '0')}.01`;
  const spin = (rank * 0.618034) % 1;
  return { rank, row: rank, object, star: String(10_000_000 + rank), class: 'CONFIRMED', probability: 1 - rank / (ROWS + 1), lower: 0.1, upper: 0.9, period: 0.5 * 1000 ** spin, radius: 0.5 * 40 ** ((rank * 0.7548777) % 1), magnitude: 10 + 6 * spin, ra: 280 + 20 * spin, dec: 36 + 16 * ((rank * 0.5698403) % 1), reasons: [] };
}

test('ten thousand candidates stay light and quick', async ({ page, request }) => {
  const job = await trained(request);
  const candidates = Array.from({ length: ROWS }, (_, i) => made(i + 1));
  await page.route(/\/candidates\?/, async (route) => {
    const limit = Number(new URL(route.request().url()).searchParams.get('limit'));
    await route.fulfill({ contentType: 'application/json', headers: { 'X-Total-Count': String(ROWS) }, body: JSON.stringify({ job_id: job, model: 'made', count: ROWS, planet_classes: ['CONFIRMED'], notes: [], contribution: '', interval: '', ranked_by: '', candidates: candidates.slice(0, limit) }) });
  });
  await page.goto(`/job/?id=${job}&tab=candidates`);
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', String(ROWS + 1));
  await expect(page.locator('.uplot')).toBeVisible();
  const work = await Work.of(page);
  const frames: number[] = [];
  for (let i = 0; i < 120; i++) frames.push(await work.until(() => grid.evaluate((element) => (element.scrollTop += 700))));
  const filter = await work.until(async () => {
    await page.getByRole('main').getByRole('searchbox').fill('K012');
    await expect(page.getByText(/^100 of 10,000 shown$/)).toBeVisible();
  });
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  console.log(`10,000 rows: work for a frame p95 ${p95(frames).toFixed(1)} ms, for a filter ${filter.toFixed(0)} ms, heap ${(usedSize / 1e6).toFixed(1)} MB, ${nodes} elements`);
  // 25 and 50 are wanted where nothing else is going on; what shares a processor makes it slower, too
  expect(p95(frames)).toBeLessThan(50);
  expect(filter).toBeLessThan(200);
  expect(usedSize).toBeLessThan(40e6);
  expect(nodes).toBeLessThan(2_000);
});
