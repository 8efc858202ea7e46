import { expect, test } from '@playwright/test';

import { trained } from './job';
import { Watch } from './watch';

test('the value that was dragged last shows what would be said all along it', async ({ page, request, baseURL }) => {
  const job = await trained(request);
  const watch = new Watch(page, baseURL ?? '');
  await page.goto(`/try/?model=${job}`);
  const curve = page.getByRole('img', { name: /^Probability of a planet along/ });
  await expect(curve).toBeVisible();
  const first = await curve.getAttribute('aria-label');
  await page.getByRole('slider').nth(2).press('End');
  await expect(page).toHaveURL(/column=/);
  await expect(curve).not.toHaveAttribute('aria-label', first ?? '');
  const named = new URL(page.url()).searchParams.get('column') ?? '';
  await expect(curve).toHaveAttribute('aria-label', new RegExp(`along ${named},`));
  await page.evaluate(() => window.scrollTo(0, 0));
  await watch.expectAccessible('dependence');
  await page.reload();
  await expect(curve).toHaveAttribute('aria-label', new RegExp(`along ${named},`));
  watch.expectQuiet();
});
