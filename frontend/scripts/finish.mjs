/**
 * Checks what was exported and packs it. No page may hold a script or a style of its own, since the policy the
 * page is served with runs neither; and the first view has to stay small.
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const out = fileURLToPath(new URL('../out', import.meta.url));
const KB = 1000;
const LIMITS = { js: 160 * KB, css: 15 * KB };
/** Smaller files gain nothing. */
const WORTH_PACKING = 500;
const PACKED = /\.(html|js|css|json|svg|txt)$/;

// the table to try things with; under a name that no server takes for an encoding
await mkdir(join(out, 'samples'), { recursive: true });
const sample = await readFile(new URL('../../test_data/kepler/training.csv', import.meta.url));
await writeFile(join(out, 'samples', 'kepler.csv.gzip'), gzipSync(sample, { level: 9 }));

const files = (await readdir(out, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && !/\.(gz|br)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

const packed = new Map();
for (const file of files.filter((name) => PACKED.test(name))) {
  const bytes = await readFile(file);
  const gz = gzipSync(bytes, { level: 9 });
  packed.set(file, gz.length);
  if (bytes.length < WORTH_PACKING) continue;
  await writeFile(`${file}.gz`, gz);
  await writeFile(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}

/** The names of all texts that pages are rendered with. */
function names(words, path = '') {
  return Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [path + key] : names(value, `${path}${key}.`)));
}
const english = new URL('../src/i18n/en/', import.meta.url);
const texts = (await Promise.all((await readdir(english)).map(async (file) => names(JSON.parse(await readFile(new URL(file, english), 'utf8')))))).flat();

const complaints = [];
for (const page of files.filter((name) => name.endsWith('.html'))) {
  const html = await readFile(page, 'utf8');
  const name = page.slice(out.length);
  for (const [tag] of html.matchAll(/<script(?![^>]*\ssrc=)(?![^>]*application\/json)[^>]*>/g)) complaints.push(`${name}: ${tag}`);
  if (/<style[\s>]/.test(html)) complaints.push(`${name}: <style>`);
  for (const [attribute] of html.matchAll(/<[^>]*\s(style|on[a-z]+)="[^"]*"/g)) complaints.push(`${name}: ${attribute}`);
  // a text that could not be written is replaced by its name
  for (const text of texts) if (html.includes(`"${text}"`) || html.includes(`>${text}<`)) complaints.push(`${name}: ${text} instead of its text`);
  const size = { js: 0, css: 0 };
  // modern browsers leave out what is marked nomodule
  const counted = new Set();
  for (const [tag, path] of html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="(\/[^"]+\.(?:js|css))"[^>]*>/g)) {
    if (counted.has(path)) continue;
    counted.add(path);
    if (!/nomodule/i.test(tag) && !(tag.startsWith('<link') && path.endsWith('.js'))) {
      size[path.endsWith('.js') ? 'js' : 'css'] += packed.get(join(out, path)) ?? 0;
    }
  }
  console.log(`${name.padEnd(24)} js ${(size.js / KB).toFixed(1)} kB  css ${(size.css / KB).toFixed(1)} kB, packed`);
  for (const kind of ['js', 'css']) {
    if (size[kind] > LIMITS[kind]) complaints.push(`${name}: ${size[kind]} bytes of ${kind}, at most ${LIMITS[kind]}`);
  }
}
if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
