/**
 * Types of what the API promises, made of docs/openapi before each build. They are not committed: the documents
 * are, a test of the suite keeps them as the code is, and two copies could disagree.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { URL, fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const documents = new URL('../../docs/openapi/', import.meta.url);
const types = new URL('../src/api/types/', import.meta.url);

await mkdir(types, { recursive: true });
for (const document of (await readdir(documents)).filter((name) => name.endsWith('.json')).sort()) {
  const source = astToString(await openapiTS(new URL(document, documents)));
  await writeFile(fileURLToPath(new URL(document.replace('.json', '.ts'), types)), source);
}
