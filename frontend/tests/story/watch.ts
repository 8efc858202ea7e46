import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { expect, type Page } from '@playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA, and what is good practice besides. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a page should never do: complain, break its policy, or ask somebody else. */
export class Watch {
  readonly complaints: string[] = [];

  constructor(
    private readonly page: Page,
    origin: string,
  ) {
    page.on('console', (message) => {
      // the browser reports each answer of 4xx that a page asked for; those are the story's own
      if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Failed to load resource')) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(origin) && !request.url().startsWith(process.env.EXOSCOUT_API ?? origin)) this.complaints.push(`asked ${request.url()}`);
    });
    void page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
    });
  }

  expectQuiet() {
    expect(this.complaints).toEqual([]);
  }

  /** Nothing for axe to find, and nothing wider than the window. */
  async expectAccessible(view: string) {
    await this.page.evaluate(AXE);
    // colours that are on their way from one theme to the other are those of neither
    await this.page.waitForFunction(() => !document.getAnimations().some((one) => one instanceof CSSTransition));
    const found = await this.page.evaluate(
      (rules) =>
        (window as unknown as { axe: { run: (root: Document, options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe
          .run(document, { runOnly: rules })
          .then(({ violations }) => violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html.slice(0, 160)}`)),
      RULES,
    );
    expect(found, view).toEqual([]);
    expect(await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${view} is too wide`).toBeLessThanOrEqual(0);
  }
}
