/** Quadratic limb darkening of a star like the Sun in Kepler's band (Claret 2000, rounded). */
const U1 = 0.4;
const U2 = 0.26;

/** Rings and sectors that a planet's disc is cut into; finer changes nothing that is drawn. */
const RINGS = 10;
const SECTORS = 24;

/** Brightness of the star's disc at a distance from its centre, in stellar radii; 1 at the centre. */
function limb(r: number): number {
  if (r >= 1) return 0;
  const shade = 1 - Math.sqrt(1 - r * r);
  return 1 - U1 * shade - U2 * shade * shade;
}

const WHOLE = Math.PI * (1 - U1 / 3 - U2 / 6);

/**
 * What is left of a star's light while a planet stands before it.
 * @param x across the star, in stellar radii from its centre
 * @param b how far from the centre the path runs (the impact parameter)
 * @param k the planet's radius in stellar radii
 */
export function flux(x: number, b: number, k: number): number {
  const z = Math.hypot(x, b);
  if (z >= 1 + k) return 1;
  let hidden = 0;
  for (let i = 0; i < RINGS; i++) {
    const inner = (i / RINGS) * k;
    const outer = ((i + 1) / RINGS) * k;
    const middle = (inner + outer) / 2;
    const area = (Math.PI * (outer * outer - inner * inner)) / SECTORS;
    for (let j = 0; j < SECTORS; j++) {
      const angle = ((j + 0.5) / SECTORS) * 2 * Math.PI;
      hidden += area * limb(Math.hypot(z + middle * Math.cos(angle), middle * Math.sin(angle)));
    }
  }
  return 1 - hidden / WHOLE;
}

/** The radius of a planet, in radii of its star, that dims the star by so much (ppm) when it stands before the middle. */
export function ratioOf(depth: number): number {
  return Math.sqrt((depth / 1e6) * (WHOLE / Math.PI));
}

/** The dip from one side of the star to the other. */
export function lightCurve(b: number, k: number, from = -1.7, to = 1.7, points = 121): [x: number, flux: number][] {
  return Array.from({ length: points }, (_, i) => {
    const x = from + ((to - from) * i) / (points - 1);
    return [x, flux(x, b, k)];
  });
}
