import type { Decided } from '@/api/judged';

export interface Shelf {
  /** Ranks from and to, both inclusive. */
  from: number;
  to: number;
  planets: number;
  others: number;
}

/** How many objects each stretch of a ranking has that are planets by now, and that are not. */
export function shelves(decided: Decided[], ranked: number, most: number): Shelf[] {
  const width = Math.max(1, Math.ceil(ranked / most));
  const made = Array.from({ length: Math.ceil(ranked / width) }, (_, i): Shelf => ({ from: i * width + 1, to: Math.min(ranked, (i + 1) * width), planets: 0, others: 0 }));
  for (const one of decided) {
    const shelf = made[Math.floor((one.rank - 1) / width)];
    if (shelf) shelf[one.planet ? 'planets' : 'others']++;
  }
  return made;
}

export interface Bin {
  said: number;
  share: number;
  lower: number;
  upper: number;
  count: number;
}

const BINS = 10;
/** Of fewer, a share says nothing. */
const LEAST = 3;
/** Of a normal distribution, 95 % lie so many deviations around its middle. */
const REACH = 1.96;

/** What became of objects that were said to be as likely, with the interval by Wilson (1927). */
export function cameTrue(decided: Decided[]): Bin[] {
  return Array.from({ length: BINS }, (_, i) => decided.filter((one) => Math.min(BINS - 1, Math.floor(one.probability * BINS)) === i))
    .filter((bin) => bin.length >= LEAST)
    .map((bin) => {
      const n = bin.length;
      const share = bin.filter((one) => one.planet).length / n;
      const middle = (share + REACH ** 2 / (2 * n)) / (1 + REACH ** 2 / n);
      const half = (REACH / (1 + REACH ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + REACH ** 2 / (4 * n ** 2));
      return { said: bin.reduce((sum, one) => sum + one.probability, 0) / n, share, lower: Math.max(0, middle - half), upper: Math.min(1, middle + half), count: n };
    });
}

/** How far off what was said was: 0 for a sure one that came true, 1 for a sure one that did not. */
export function surprise(one: { probability: number; planet: boolean }): number {
  return one.planet ? 1 - one.probability : one.probability;
}
