import { oneOf, useAddress } from './address';

export const SCALES = ['earth', 'jupiter'] as const;
export type Scale = (typeof SCALES)[number];

/** Nominal equatorial radii (IAU 2015, resolution B3), in kilometres. */
const EARTH_RADIUS = 6378.1;
const JUPITER_RADIUS = 71492;

export interface Units {
  scale: Scale;
  radiusSign: string;
  depthSign: string;
  /** Of what the API has in Earth radii. */
  radius(value: number): number;
  /** In Earth radii again. */
  earthRadii(shown: number): number;
  /** Of what the API has in ppm. */
  depth(ppm: number): number;
}

export function unitsOf(scale: Scale): Units {
  const factor = scale === 'jupiter' ? EARTH_RADIUS / JUPITER_RADIUS : 1;
  const share = scale === 'jupiter' ? 1e-4 : 1;
  return {
    scale,
    radiusSign: scale === 'jupiter' ? 'R♃' : 'R⊕',
    depthSign: scale === 'jupiter' ? '%' : 'ppm',
    radius: (value) => value * factor,
    earthRadii: (shown) => shown / factor,
    depth: (ppm) => ppm * share,
  };
}

const CODEC = oneOf<Scale>('earth', SCALES);
const KNOWN = { earth: unitsOf('earth'), jupiter: unitsOf('jupiter') };

/** The units of planets that stand in the address: those for small ones, or those for large ones. */
export function useUnits(): [Units, (scale: Scale) => void] {
  const [scale, setScale] = useAddress('units', CODEC);
  return [KNOWN[scale], setScale];
}
