import type { CDPSession, Page } from '@playwright/test';

/**
 * What a page's main thread has to do, in milliseconds of its own processor time: however busy the machine is with
 * other things, a page that does more than it should is found out.
 */
export class Work {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  /** Of a page on a processor so many times as slow. */
  static async of(page: Page, slower = 1): Promise<Work> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    return new Work(page, session);
  }

  /** Of scripts, styles and layout, until something was painted after what is done. */
  async until(done: () => Promise<unknown>): Promise<number> {
    const before = await this.sum();
    await done();
    await this.page.evaluate(() => new Promise<void>((painted) => requestAnimationFrame(() => setTimeout(painted))));
    return (await this.sum()) - before;
  }

  private async sum(): Promise<number> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    return 1_000 * metrics.filter(({ name }) => ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'].includes(name)).reduce((sum, { value }) => sum + value, 0);
  }
}

/** Of some times the one that 95 of a hundred do not exceed. */
export function p95(times: number[]): number {
  return [...times].sort((one, other) => one - other)[Math.ceil(times.length * 0.95) - 1] ?? 0;
}
