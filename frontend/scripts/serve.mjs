/**
 * Serves the exported page from a port of its own, to an API elsewhere: node scripts/serve.mjs http://localhost:8080 [PORT]. It says
 * where it is. That is how the page runs under another origin than its API's, which then asks for CORS.
 */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const [api, port = '3000'] = process.argv.slice(2);
const out = fileURLToPath(new URL('../out', import.meta.url));
const TYPES = { '.html': 'text/html;charset=UTF-8', '.js': 'text/javascript;charset=UTF-8', '.css': 'text/css;charset=UTF-8', '.svg': 'image/svg+xml', '.json': 'application/json' };
const POLICY = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' ${api} ${api.replace(/^http/, 'ws')}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

const server = createServer(async (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  const file = join(out, path.endsWith('/') ? `${path}index.html` : path);
  const there = file.startsWith(out) && (await stat(file).catch(() => undefined))?.isFile();
  response.statusCode = there ? 200 : 404;
  response.setHeader('Content-Security-Policy', POLICY);
  response.setHeader('Content-Type', TYPES[there ? extname(file) : '.html'] ?? 'application/octet-stream');
  if (there && !file.endsWith('.html')) return createReadStream(file).pipe(response);
  const html = await readFile(there ? file : join(out, '404.html'), 'utf8');
  response.end(html.replace('name="exoscout-api" content=""', `name="exoscout-api" content="${api}"`));
});
server.on('listening', () => console.log(`http://localhost:${server.address().port}`));
server.listen(Number(port), 'localhost');
