export interface Folded {
  /** Hours from the middle of the transit, or shares of the period from it. */
  x: number[];
  flux: number[];
}

/** How far a time is from the nearest middle of a transit, in days. */
export function away(time: number, period: number, epoch: number): number {
  const cycles = (time - epoch) / period;
  return (cycles - Math.round(cycles)) * period;
}

/** The points of a curve around the middle of a transit, all transits one upon the other, by any period. */
export function foldBy(times: number[], fluxes: number[], period: number, epoch: number, reach: number): Folded {
  const folded: Folded = { x: [], flux: [] };
  const most = Math.min(reach, period / 2);
  times.forEach((time, i) => {
    const days = away(time, period, epoch);
    if (Math.abs(days) > most) return;
    folded.x.push(days * 24);
    folded.flux.push(fluxes[i] ?? Number.NaN);
  });
  return folded;
}

/** Means of equal stretches, those without a point left out. */
export function binned({ x, flux }: Folded, bins: number): Folded {
  const [from, to] = [Math.min(...x), Math.max(...x)];
  const width = (to - from) / bins;
  const sums = Array.from({ length: bins }, () => ({ sum: 0, count: 0 }));
  x.forEach((value, i) => {
    const bin = sums[Math.min(bins - 1, Math.floor((value - from) / width))];
    if (!bin) return;
    bin.sum += flux[i] ?? 0;
    bin.count++;
  });
  const means: Folded = { x: [], flux: [] };
  sums.forEach(({ sum, count }, i) => {
    if (count === 0) return;
    means.x.push(from + (i + 0.5) * width);
    means.flux.push(sum / count);
  });
  return means;
}

/** The middles of all transits between two times; of a single event the one. */
export function middles(epoch: number, period: number | undefined, from: number, to: number): number[] {
  if (period === undefined) return epoch >= from && epoch <= to ? [epoch] : [];
  const first = Math.ceil((from - epoch) / period);
  const last = Math.floor((to - epoch) / period);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => epoch + (first + i) * period);
}

/** The value in the middle of some; 0 of none. */
export function middle(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Between which values nearly all lie, with some room, so that one outlier does not flatten the rest. */
export function extent(values: number[], tail = 0.001): [number, number] {
  const sorted = values.filter(Number.isFinite).sort((one, other) => one - other);
  if (sorted.length === 0) return [0, 1];
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  // what lies deep may be the transit
  const [low, high] = [at(0), at(1 - tail)];
  const room = Math.max((high - low) * 0.08, 1e-9);
  return [low - room, high + room];
}
