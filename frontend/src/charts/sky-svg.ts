import { escaped } from './export';
import type { SkyDot } from './sky';
import { skyLines } from './sky-lines';
import { fieldOf, inField, wholeSky, type Place } from './sky-projection';
import { LOW_INK, type Low } from './theme';

const WIDTH = 720;
const TITLE = 46;
const FOOT = 46;

/** The map as a file: light, since it is going to be printed. */
export function skySvg(dots: SkyDot[], title: string, axes: string, source: string, low: Low = 'false'): string {
  const shown = dots.filter((dot) => dot.shown);
  const field = fieldOf(dots);
  const project = field ? inField(field) : wholeSky;
  const half = field ? 220 : WIDTH / 2 - 40;
  const tall = field ? 220 : half / 2;
  const height = TITLE + 2 * tall + FOOT;
  const at = (place: Place) => {
    const [x, y] = project(place);
    return `${(WIDTH / 2 + x * half).toFixed(1)} ${(TITLE + tall - y * tall).toFixed(1)}`;
  };
  const parts = [`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="11" fill="#111a2e">`];
  parts.push(`<rect width="100%" height="100%" fill="#fff"/>`, `<text x="16" y="24" font-size="15" font-weight="600">${escaped(title)}</text>`);
  if (field) parts.push(`<clipPath id="field"><rect x="${WIDTH / 2 - half}" y="${TITLE}" width="${2 * half}" height="${2 * tall}"/></clipPath><rect x="${WIDTH / 2 - half}" y="${TITLE}" width="${2 * half}" height="${2 * tall}" fill="none" stroke="#7b879c"/>`);
  for (const { label, places } of skyLines(field)) {
    parts.push(`<path d="M${places.map(at).join('L')}" fill="none" stroke="#dbe1eb"${field ? ' clip-path="url(#field)"' : ''}/>`);
    const [x, y] = at(places[field ? Math.floor(places.length / 2) : 20] as Place).split(' ');
    parts.push(`<text x="${x}" y="${y}" fill="#4d5a73" text-anchor="middle">${escaped(label)}</text>`);
  }
  for (const dot of shown) {
    const place = at(dot);
    parts.push(dot.weight >= 0.5 ? `<path d="M${place}h.01" stroke="#08704f" stroke-width="5" stroke-linecap="round" stroke-opacity=".75"/>` : `<path d="M${place}m0-3l2.8 5h-5.6z" fill="${LOW_INK[low]}" fill-opacity=".75"/>`);
  }
  parts.push(`<text x="${WIDTH / 2}" y="${height - 26}" text-anchor="middle">${escaped(axes)}</text>`, `<text x="16" y="${height - 10}" font-size="9">${escaped(source)}</text>`, '</svg>');
  return parts.join('');
}
