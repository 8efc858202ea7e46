import { scaleLog } from '@visx/scale';

import { escaped } from './export';
import type { Dot } from './scatter';
import { LOW_INK, type Low } from './theme';

const WIDTH = 720;
const HEIGHT = 480;
const ROOM = { top: 48, right: 20, bottom: 70, left: 64 };

/** The diagram as a file: light, whatever the page's theme, since it is going to be printed. */
export function scatterSvg(dots: Dot[], x: string, y: string, title: string, source: string, format: (value: number) => string, low: Low = 'false'): string {
  const shown = dots.filter((dot) => dot.shown);
  const xs = scaleLog<number>({ domain: reach(shown.map((dot) => dot.x)), range: [ROOM.left, WIDTH - ROOM.right] });
  const ys = scaleLog<number>({ domain: reach(shown.map((dot) => dot.y)), range: [HEIGHT - ROOM.bottom, ROOM.top] });
  const text = (left: number, top: number, words: string, more = '') => `<text x="${left}" y="${top}" ${more}>${escaped(words)}</text>`;
  const parts = [`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#111a2e">`];
  parts.push(`<rect width="100%" height="100%" fill="#fff"/>`, text(16, 24, title, 'font-size="15" font-weight="600"'));
  for (const tick of xs.ticks().filter(tenth)) {
    parts.push(`<line x1="${xs(tick)}" x2="${xs(tick)}" y1="${ROOM.top}" y2="${HEIGHT - ROOM.bottom}" stroke="#dbe1eb"/>`, text(xs(tick), HEIGHT - ROOM.bottom + 18, format(tick), 'text-anchor="middle"'));
  }
  for (const tick of ys.ticks().filter(tenth)) {
    parts.push(`<line x1="${ROOM.left}" x2="${WIDTH - ROOM.right}" y1="${ys(tick)}" y2="${ys(tick)}" stroke="#dbe1eb"/>`, text(ROOM.left - 8, ys(tick) + 4, format(tick), 'text-anchor="end"'));
  }
  for (const dot of shown) {
    const [left, top] = [xs(dot.x).toFixed(1), ys(dot.y).toFixed(1)];
    parts.push(dot.weight >= 0.5 ? `<circle cx="${left}" cy="${top}" r="2.6" fill="#08704f" fill-opacity="0.75"/>` : `<path d="M${left} ${top}m0-3l2.8 5h-5.6z" fill="${LOW_INK[low]}" fill-opacity="0.75"/>`);
  }
  parts.push(text((ROOM.left + WIDTH - ROOM.right) / 2, HEIGHT - 32, x, 'text-anchor="middle"'), text(16, 40, y), text(16, HEIGHT - 10, source, 'font-size="9"'), '</svg>');
  return parts.join('');
}

function reach(values: number[]): [number, number] {
  return [Math.min(...values, 1) * 0.9, Math.max(...values, 1) * 1.1];
}

function tenth(value: number): boolean {
  return Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-6;
}
