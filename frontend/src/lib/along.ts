/** Where values lie between quantiles, so that a slider has as much room for each share of the objects. */
const WIDE = 50;

export interface Track {
  min: number;
  max: number;
  log: boolean;
}

/** From the least to the most of all but the outermost 5 %, widened a little, so that one can leave the usual. */
export function trackOf(quantiles: number[]): Track {
  const [least = 0, low = 0, high = 1, most = 1] = [quantiles[0], quantiles[1], quantiles[19], quantiles[20]];
  const log = low > 0 && high / low > WIDE;
  if (log) return { min: Math.max(least > 0 ? least : low / 10, low / 10), max: Math.min(most, high * 10), log };
  const room = (high - low || Math.abs(high) || 1) * 0.5;
  return { min: Math.max(least, low - room), max: Math.min(most, high + room) || 1, log };
}

/** Whether a value lies outside all that a model has seen. */
export function outside(value: number, quantiles: number[]): boolean {
  return quantiles.length > 0 && (value < (quantiles[0] as number) || value > (quantiles.at(-1) as number));
}

/** The share of each piece of a track, for a drawing: of an equal number of objects the narrower piece is the higher. */
export function density(quantiles: number[], track: Track, pieces: number): number[] {
  const place = (value: number) => (track.log ? Math.log(value / track.min) / Math.log(track.max / track.min) : (value - track.min) / (track.max - track.min));
  const counts = Array.from({ length: pieces }, () => 0);
  for (let i = 0; i + 1 < quantiles.length; i++) {
    const [from, to] = [place(Math.max(quantiles[i] as number, track.log ? track.min / 1e3 : Number.NEGATIVE_INFINITY)) * pieces, place(Math.max(quantiles[i + 1] as number, track.log ? track.min / 1e3 : Number.NEGATIVE_INFINITY)) * pieces];
    for (let piece = Math.max(0, Math.floor(from)); piece <= Math.min(pieces - 1, Math.floor(to)); piece++) {
      const covered = Math.min(to, piece + 1) - Math.max(from, piece);
      counts[piece] = (counts[piece] ?? 0) + (to > from ? Math.max(0, covered) / (to - from) : 1);
    }
  }
  return counts;
}
