import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, type APIRequestContext } from '@playwright/test';

export const TABLE = fileURLToPath(new URL('../../../test_data/kepler/training.csv', import.meta.url));

/** Where the API is: usually where the page comes from. */
export const API = process.env.EXOSCOUT_API ?? process.env.EXOSCOUT_URL ?? 'http://localhost:8080';

/** Trains on a table, with a small forest, and waits for it; what is there already is taken as it is. */
export async function trained(request: APIRequestContext, table: string = readFileSync(TABLE, 'utf8'), name = 'shown', seed?: number): Promise<string> {
  const sent = await request.post(`${API}/exo-scout-orchestrator`, {
    multipart: { params: JSON.stringify({ algorithm: 'random_forest', hyperparameters: { n_estimators: 60 }, model_name: name, seed }), file: { name: `${name}.csv`, mimeType: 'text/csv', buffer: Buffer.from(table) } },
  });
  expect(sent.ok(), await sent.text()).toBe(true);
  const job = ((await sent.json()) as { job_id: string }).job_id;
  await expect.poll(async () => ((await (await request.get(`${API}/exo-scout-jobs-api/jobs/${job}`)).json()) as { status: string }).status, { timeout: 180_000 }).toBe('completed');
  return job;
}
