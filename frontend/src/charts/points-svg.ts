import { scaleLinear, scaleLog } from '@visx/scale';

import { escaped } from './export';
import type { Layer, Span } from './points';

const WIDTH = 720;
const HEIGHT = 420;
const ROOM = { top: 48, right: 20, bottom: 70, left: 84 };

/** The tones on paper. */
const INK: Record<Layer['tone'], string> = { muted: '#55607a', accent: '#2456c5', false: '#a8410a', planet: '#08704f', ink: '#111a2e' };

/** What is to be drawn, and between which ends. */
export interface Drawn {
  layers: Layer[];
  x: string;
  y: string;
  title: string;
  source: string;
  xShown: Span;
  yShown: Span;
  marks?: number[];
  xLog?: boolean;
  format?: (value: number) => string;
}

/** What is seen of the points, as a file: light, whatever the page's theme, since it is going to be printed. */
export function pointsSvg({ layers, x, y, title, source, xShown, yShown, marks = [], xLog = false, format = String }: Drawn): string {
  const xs = (xLog ? scaleLog<number> : scaleLinear<number>)({ domain: xShown, range: [ROOM.left, WIDTH - ROOM.right] });
  const ys = scaleLinear<number>({ domain: yShown, range: [HEIGHT - ROOM.bottom, ROOM.top] });
  const text = (left: number, top: number, words: string, more = '') => `<text x="${left}" y="${top}" ${more}>${escaped(words)}</text>`;
  const parts = [`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#111a2e">`];
  parts.push('<rect width="100%" height="100%" fill="#fff"/>', text(16, 24, title, 'font-size="15" font-weight="600"'));
  parts.push(`<clipPath id="plot"><rect x="${ROOM.left}" y="${ROOM.top}" width="${WIDTH - ROOM.left - ROOM.right}" height="${HEIGHT - ROOM.top - ROOM.bottom}"/></clipPath>`);
  for (const tick of xs.ticks(6)) parts.push(`<line x1="${xs(tick)}" x2="${xs(tick)}" y1="${ROOM.top}" y2="${HEIGHT - ROOM.bottom}" stroke="#dbe1eb"/>`, text(xs(tick), HEIGHT - ROOM.bottom + 18, String(tick), 'text-anchor="middle"'));
  for (const tick of ys.ticks(6)) parts.push(`<line x1="${ROOM.left}" x2="${WIDTH - ROOM.right}" y1="${ys(tick)}" y2="${ys(tick)}" stroke="#dbe1eb"/>`, text(ROOM.left - 8, ys(tick) + 4, format(tick), 'text-anchor="end"'));
  parts.push('<g clip-path="url(#plot)">');
  for (const mark of marks) parts.push(`<path d="M${xs(mark).toFixed(1)} ${ROOM.top + 8}l-4 -8h8z" fill="${INK.planet}"/>`);
  for (const layer of layers) {
    const seen = layer.x.map((value, i) => [value, layer.y[i] ?? 0, layer.errors?.[i] ?? 0] as const).filter(([value]) => value >= xShown[0] && value <= xShown[1]);
    const places = seen.map(([value, height]) => `${xs(value).toFixed(1)} ${ys(height).toFixed(1)}`);
    if (layer.kind === 'line') parts.push(`<path d="M${places.join('L')}" fill="none" stroke="${INK[layer.tone]}" stroke-width="1.5"/>`);
    else if (layer.hollow) parts.push(...seen.map(([value, height]) => `<circle cx="${xs(value).toFixed(1)}" cy="${ys(height).toFixed(1)}" r="2.5" fill="none" stroke="${INK[layer.tone]}" stroke-width="1.3"/>`));
    else parts.push(`<path d="${places.map((place) => `M${place}h0`).join('')}" stroke="${INK[layer.tone]}" stroke-opacity="${layer.kind === 'dots' ? 0.5 : 1}" stroke-width="${layer.kind === 'dots' ? 1.8 : 4}" stroke-linecap="round"/>`);
    const bars = seen.filter(([, , error]) => error > 0).map(([value, height, error]) => `M${xs(value).toFixed(1)} ${ys(height - error).toFixed(1)}V${ys(height + error).toFixed(1)}`);
    if (bars.length > 0) parts.push(`<path d="${bars.join('')}" stroke="${INK[layer.tone]}" stroke-width="0.8"/>`);
  }
  parts.push('</g>', text((ROOM.left + WIDTH - ROOM.right) / 2, HEIGHT - 32, x, 'text-anchor="middle"'), text(16, 40, y), text(16, HEIGHT - 10, source, 'font-size="9"'), '</svg>');
  return parts.join('');
}
