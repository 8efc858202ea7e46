import type { Field, Place } from './sky-projection';

/** Lines of equal right ascension and declination, with what to write at them. */
export interface SkyLine {
  label: string;
  places: Place[];
}

const FINE = 60;

function line(label: string, at: (share: number) => Place): SkyLine {
  return { label, places: Array.from({ length: FINE + 1 }, (_, i) => at(i / FINE)) };
}

/** Every four hours and thirty degrees, or what suits a field. */
export function skyLines(field: Field | undefined): SkyLine[] {
  if (!field) {
    return [
      ...[0, 60, 120, 180, 240, 300, 360].map((ra) => line(`${ra / 15}ʰ`, (share) => ({ ra, dec: -90 + 180 * share }))),
      ...[-60, -30, 0, 30, 60].map((dec) => line(`${dec}°`, (share) => ({ ra: 360 * share, dec }))),
    ];
  }
  const step = [0.1, 0.2, 0.5, 1, 2, 5, 10].find((one) => field.half / one <= 3) ?? 10;
  const wide = step / Math.max(0.2, Math.cos((field.dec * Math.PI) / 180));
  const raStep = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30].find((one) => one >= wide) ?? 30;
  const reach = field.half * 1.5;
  const lines: SkyLine[] = [];
  for (let dec = Math.ceil((field.dec - field.half) / step) * step; dec < field.dec + field.half; dec += step) {
    lines.push(line(`${Number(dec.toFixed(1))}°`, (share) => ({ ra: field.ra + (share - 0.5) * 2 * (reach / Math.max(0.1, Math.cos((field.dec * Math.PI) / 180))), dec })));
  }
  const half = field.half / Math.max(0.1, Math.cos((field.dec * Math.PI) / 180));
  for (let ra = Math.ceil((field.ra - half) / raStep) * raStep; ra < field.ra + half; ra += raStep) {
    lines.push(line(`${Number(((ra + 360) % 360).toFixed(1))}°`, (share) => ({ ra, dec: field.dec + (share - 0.5) * 2 * reach })));
  }
  return lines;
}
