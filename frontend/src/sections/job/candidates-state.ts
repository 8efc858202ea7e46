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

interface Wanted {
  text: string;
  minProbability: number;
  maxRadius: number;
}

export function wanted(candidate: Candidate, { text, minProbability, maxRadius }: Wanted): boolean {
  if (candidate.probability < minProbability) return false;
  // without a limit also those of unknown size
  if (Number.isFinite(maxRadius) && !((candidate.radius ?? Number.POSITIVE_INFINITY) <= maxRadius)) return false;
  const part = plainName(text);
  return part === '' || plainName(candidate.object ?? '').includes(part) || plainName(candidate.star ?? '').includes(part);
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
