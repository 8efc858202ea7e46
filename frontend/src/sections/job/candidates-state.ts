import type { Candidate } from '@/api/queries';
import { plainName } from '@/lib/names';
import type { Order } from '@/ui/virtual-table';

const SORTABLE = ['rank', 'object', 'probability', 'period', 'radius', 'depth', 'magnitude'] as const;
type Sortable = (typeof SORTABLE)[number];

/** An order as it stands in the address: a minus for the largest first, as the API has it. */
export function readOrder(text: string): Order {
  const descending = text.startsWith('-');
  const id = SORTABLE.find((known) => known === text.replace(/^-/, ''));
  return id ? { id, descending } : { id: 'rank', descending: false };
}

export function writeOrder(order: Order): string {
  return (order.descending ? '-' : '') + order.id;
}

/** By what somebody made of them: all, those of which nobody said anything, or those of one verdict. */
export const OWN = ['any', 'none', 'planet', 'not_planet', 'unsure'] as const;
export type OwnFilter = (typeof OWN)[number];

export function isMarked(candidate: Candidate): boolean {
  return Boolean(candidate.own_verdict ?? candidate.own_tags ?? candidate.own_note);
}

interface Wanted {
  text: string;
  own: OwnFilter;
  minProbability: number;
  maxRadius: number;
}

export function wanted(candidate: Candidate, { text, own, minProbability, maxRadius }: Wanted): boolean {
  if (candidate.probability < minProbability) return false;
  // without a limit also those of unknown size
  if (Number.isFinite(maxRadius) && !((candidate.radius ?? Number.POSITIVE_INFINITY) <= maxRadius)) return false;
  if (own === 'none' ? isMarked(candidate) : own !== 'any' && candidate.own_verdict !== own) return false;
  const part = plainName(text);
  return part === '' || [candidate.object, candidate.star, candidate.own_tags].some((name) => plainName(name ?? '').includes(part));
}

/** In the order asked for; what has no value comes last either way, equals stay by rank. */
export function ordered(candidates: Candidate[], order: Order): Candidate[] {
  const id = order.id as Sortable;
  if (id === 'rank') return order.descending ? [...candidates].reverse() : candidates;
  const sign = order.descending ? -1 : 1;
  return [...candidates].sort((one, other) => {
    const [a, b] = [one[id], other[id]];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined) || one.rank - other.rank;
    const by = typeof a === 'string' || typeof b === 'string' ? String(a).localeCompare(String(b), undefined, { numeric: true }) : a - b;
    return sign * by || one.rank - other.rank;
  });
}

export function keyOf(candidate: Candidate): string {
  return candidate.object ?? `row ${candidate.row}`;
}
