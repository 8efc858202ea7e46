export interface Place {
  /** Degrees. */
  ra: number;
  dec: number;
}

/** From -1 to 1 both ways, right ascension growing to the left as on the sky; up is north. */
export type Projection = (place: Place) => [x: number, y: number];

const RAD = Math.PI / 180;
const STEPS = 8;

/** The whole sky in an ellipse, areas kept (Mollweide), centred on 12 h. */
export const wholeSky: Projection = ({ ra, dec }) => {
  let theta = dec * RAD;
  for (let i = 0; i < STEPS && Math.abs(dec) < 89.99; i++) {
    theta -= (2 * theta + Math.sin(2 * theta) - Math.PI * Math.sin(dec * RAD)) / (2 + 2 * Math.cos(2 * theta));
  }
  if (Math.abs(dec) >= 89.99) theta = Math.sign(dec) * (Math.PI / 2);
  return [-((ra - 180) / 180) * Math.cos(theta), Math.sin(theta)];
};

export interface Field extends Place {
  /** Half of its width in degrees. */
  half: number;
}

/** Where the points of one field lie; nothing where they are all over the sky. */
export function fieldOf(places: Place[]): Field | undefined {
  if (places.length === 0) return undefined;
  // the mean of directions knows no jump at 0 h
  const sum = places.reduce(
    (all, { ra, dec }) => [all[0] + Math.cos(ra * RAD) * Math.cos(dec * RAD), all[1] + Math.sin(ra * RAD) * Math.cos(dec * RAD), all[2] + Math.sin(dec * RAD)] as [number, number, number],
    [0, 0, 0] as [number, number, number],
  );
  const ra = (Math.atan2(sum[1], sum[0]) / RAD + 360) % 360;
  const dec = Math.atan2(sum[2], Math.hypot(sum[0], sum[1])) / RAD;
  const half = Math.max(...places.map((place) => Math.max(Math.abs(across(place, { ra, dec })), Math.abs(place.dec - dec)))) * 1.08;
  return half < LARGEST ? { ra, dec, half: Math.max(half, SMALLEST) } : undefined;
}

const LARGEST = 25;
const SMALLEST = 0.5;

function across(place: Place, { ra, dec }: Place): number {
  return (((place.ra - ra + 540) % 360) - 180) * Math.cos(dec * RAD);
}

/** One field, as large as it is. */
export function inField(field: Field): Projection {
  return (place) => [-across(place, field) / field.half, (place.dec - field.dec) / field.half];
}
