import { defineConfig } from '@playwright/test';

/**
 * The story, told to a suite that runs already: EXOSCOUT_URL says where. The browser is the system's own, so nothing is
 * downloaded; EXOSCOUT_BROWSER names another one.
 */
export default defineConfig({
  testDir: 'tests/story',
  outputDir: 'test-results',
  // one suite, one story at a time
  workers: 1,
  fullyParallel: false,
  timeout: 240_000,
  // on a machine that others use, too; the list tells which story had to be told twice
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.EXOSCOUT_URL ?? 'http://localhost:8080',
    locale: 'en',
    timezoneId: 'UTC',
    launchOptions: { executablePath: process.env.EXOSCOUT_BROWSER ?? '/usr/bin/chromium', args: ['--no-sandbox'] },
  },
});
