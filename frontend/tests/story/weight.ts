import { gzipSync } from 'node:zlib';

import type { Browser, Response } from '@playwright/test';

/** As many bytes of script, packed, as a view with its charts may take. */
export const WITH_CHARTS = 200_000;

/** How many bytes of script, packed, a view asks for in a fresh browser; without what is fetched ahead for pages that may come next. */
export async function weightOf(browser: Browser, address: string, there: string): Promise<number> {
  const context = await browser.newContext({ locale: 'en' });
  const page = await context.newPage();
  const scripts: Response[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response);
  });
  await page.goto(address);
  await page.getByRole('heading', { name: there }).waitFor();
  await page.waitForLoadState('networkidle');
  const ahead = new Set(await page.evaluate(() => [...document.querySelectorAll<HTMLLinkElement>('link[rel=prefetch]')].map((link) => link.href)));
  const sizes = new Map<string, number>();
  for (const response of scripts) if (response.ok() && !ahead.has(response.url())) sizes.set(response.url(), gzipSync(await response.body(), { level: 9 }).length);
  await context.close();
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
