import { expect, test } from '@playwright/test';

import { trained } from './job';

const ROWS = 10_000;

function made(rank: number) {
  const object = `K${String(rank).padStart(5, '0')}.01`;
  const spin = (rank * 0.618034) % 1;
  return { rank, row: rank, object, star: String(10_000_000 + rank), class: 'CONFIRMED', probability: 1 - rank / (ROWS + 1), lower: 0.1, upper: 0.9, period: 0.5 * 1000 ** spin, radius: 0.5 * 40 ** ((rank * 0.7548777) % 1), magnitude: 10 + 6 * spin, ra: 280 + 20 * spin, dec: 36 + 16 * ((rank * 0.5698403) % 1), reasons: [] };
}

test('ten thousand candidates stay light; how fast they are is printed, since that is the machine’s affair', async ({ page, request }) => {
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
  const frames = await grid.evaluate(async (element) => {
    const times: number[] = [];
    let last = performance.now();
    for (let i = 0; i < 120; i++) {
      element.scrollTop += 700;
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    return times.sort((one, other) => one - other);
  });
  const filter = await page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('main input[type=search]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const status = document.querySelector('main [role=status]');
    const before = status?.textContent;
    const start = performance.now();
    set?.call(input, 'K012');
    input?.dispatchEvent(new Event('input', { bubbles: true }));
    while (status?.textContent === before && performance.now() - start < 5_000) await new Promise(requestAnimationFrame);
    return performance.now() - start;
  });
  await expect(page.getByText(/^100 of 10,000 shown$/)).toBeVisible();
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  console.log(`10,000 rows: frame p95 ${(frames[Math.floor(frames.length * 0.95)] ?? 0).toFixed(1)} ms, filter ${filter.toFixed(0)} ms, heap ${(usedSize / 1e6).toFixed(1)} MB, ${nodes} elements`);
  expect(usedSize).toBeLessThan(40e6);
  expect(nodes).toBeLessThan(2_000);
});
