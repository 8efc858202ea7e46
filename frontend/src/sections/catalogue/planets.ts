import type { Planet } from '@/api/planets';
import type { Codec } from '@/lib/address';
import { plainName } from '@/lib/names';
import type { Order } from '@/ui/virtual-table';

/** A number that was measured, or only bounded from one side, or computed from another one. */
export interface Measure {
  value: number;
  /** 1 where it is an upper limit, -1 where it is a lower one. */
  limit: -1 | 0 | 1;
  /** Not measured, but computed from something that was. */
  computed: boolean;
}

export interface Listed {
  id: string;
  name: string;
  host: string;
  /** Entered by hand, not taken from the archive. */
  own: boolean;
  kind: string;
  method: string;
  facility: string;
  year: number | undefined;
  disputed: boolean;
  period: Measure | undefined;
  radius: Measure | undefined;
  mass: Measure | undefined;
  /** In light years. */
  distance: number | undefined;
  ra: number | undefined;
  dec: number | undefined;
  /** What a search looks into. */
  searched: string;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** A value of a planet and what is said about it. */
export function measure(value: unknown, limit: unknown, computed: boolean): Measure | undefined {
  return typeof value === 'number' ? { value, limit: limit === 1 || limit === -1 ? limit : 0, computed } : undefined;
}

export function radiusOf(planet: Planet): Measure | undefined {
  // the archive gives no uncertainty for a radius that it computes from the mass
  return measure(planet.pl_rade, planet.pl_radelim, planet.provenance !== undefined && planet.pl_radeerr1 === undefined);
}

export function massOf(planet: Planet): Measure | undefined {
  return measure(planet.pl_bmasse, planet.pl_bmasselim, planet.pl_bmassprov === 'M-R relationship');
}

export function listed(planet: Planet): Listed {
  const [name, host] = [planet.nombre, text(planet.hostname)];
  return {
    id: planet.id,
    name,
    host,
    own: planet.provenance === undefined,
    kind: text(planet.tipo),
    method: text(planet.discoverymethod),
    facility: text(planet.disc_facility),
    year: number(planet.disc_year),
    disputed: planet.pl_controv_flag === 1,
    period: measure(planet.pl_orbper, planet.pl_orbperlim, false),
    radius: radiusOf(planet),
    mass: massOf(planet),
    distance: number(planet.distancia_ly),
    ra: number(planet.ra),
    dec: number(planet.dec),
    searched: `${plainName(name)}|${plainName(host)}|${plainName(text(planet.tipo))}`,
  };
}

/** Both ends may be open. */
export interface Span {
  least?: number;
  most?: number;
}

/** A span as it stands in the address: `2..10`, `..10`, `2..`. */
export const SPAN: Codec<Span> = {
  read: (value) => {
    const [least, most] = (value ?? '').split('..').map((end) => (end === undefined || end.trim() === '' ? undefined : Number(end)));
    return { ...(least !== undefined && Number.isFinite(least) && { least }), ...(most !== undefined && Number.isFinite(most) && { most }) };
  },
  write: ({ least, most }) => (least === undefined && most === undefined ? undefined : `${least ?? ''}..${most ?? ''}`),
};

export interface Filter {
  text: string;
  method: string;
  facility: string;
  source: string;
  year: Span;
  period: Span;
  radius: Span;
  mass: Span;
}

function within(value: number | undefined, { least, most }: Span): boolean {
  if (least === undefined && most === undefined) return true;
  return value !== undefined && value >= (least ?? Number.NEGATIVE_INFINITY) && value <= (most ?? Number.POSITIVE_INFINITY);
}

/** A limit lies in no range, as the API has it. */
function measured(one: Measure | undefined): number | undefined {
  return one?.limit === 0 ? one.value : undefined;
}

export function wanted(planet: Listed, filter: Filter): boolean {
  const part = plainName(filter.text);
  return (
    (part === '' || planet.searched.includes(part) || planet.name.toLowerCase().includes(filter.text.toLowerCase())) &&
    (filter.method === '' || planet.method === filter.method) &&
    (filter.facility === '' || planet.facility === filter.facility) &&
    (filter.source === 'all' || planet.own === (filter.source === 'own')) &&
    within(planet.year, filter.year) &&
    within(measured(planet.period), filter.period) &&
    within(measured(planet.radius), filter.radius) &&
    within(measured(planet.mass), filter.mass)
  );
}

const SORTABLE = ['name', 'method', 'year', 'period', 'radius', 'mass', 'distance'] as const;
type Sortable = (typeof SORTABLE)[number];

/** An order as it stands in the address: a minus for the largest first. */
export function readOrder(text: string): Order {
  const id = SORTABLE.find((known) => known === text.replace(/^-/, ''));
  return id ? { id, descending: text.startsWith('-') } : { id: 'name', descending: false };
}

export function writeOrder(order: Order): string {
  return (order.descending ? '-' : '') + order.id;
}

const words = new Intl.Collator(undefined, { numeric: true });

function keyed(planet: Listed, id: Sortable): string | number | undefined {
  const value = planet[id];
  return typeof value === 'object' ? measured(value) : value === '' ? undefined : value;
}

/** In the order asked for; what was not measured comes last either way, equals stay by name. */
export function ordered(planets: Listed[], order: Order): Listed[] {
  const id = order.id as Sortable;
  const sign = order.descending ? -1 : 1;
  return [...planets].sort((one, other) => {
    const [a, b] = [keyed(one, id), keyed(other, id)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined) || words.compare(one.name, other.name);
    const by = typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b));
    return sign * by || words.compare(one.name, other.name);
  });
}

/** The values that there are, the most frequent first. */
export function frequent(values: string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || words.compare(one[0], other[0])).map(([value]) => value);
}
