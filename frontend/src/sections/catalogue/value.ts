import { aligned, measured } from '@/lib/format';

import type { Measure } from './planets';

/** A value with the sign of what it is: a limit, or computed. */
export function signed(language: string, one: Measure | undefined, factor = 1, column = false): string {
  if (one === undefined) return '–';
  const shown = (column ? aligned : measured)(language, one.value * factor);
  if (one.limit !== 0) return `${one.limit === 1 ? '<' : '>'} ${shown}`;
  return one.computed ? `≈ ${shown}` : shown;
}

/** Two digits of an uncertainty are worth knowing; nobody needs more places than that. */
const MOST_PLACES = 8;

/** A measurement and its uncertainty upwards and downwards, to the same decimal place. */
export function uncertain(language: string, one: Measure | undefined, up: unknown, down: unknown, factor = 1): string {
  if (one === undefined || one.limit !== 0 || one.computed || typeof up !== 'number' || typeof down !== 'number' || up === 0 || down === 0) return signed(language, one, factor);
  const smallest = Math.min(Math.abs(up), Math.abs(down)) * factor;
  const places = Math.min(MOST_PLACES, Math.max(0, 1 - Math.floor(Math.log10(smallest))));
  const shown = (value: number) => value.toLocaleString(language, { minimumFractionDigits: places, maximumFractionDigits: places });
  const [upwards, downwards] = [shown(Math.abs(up) * factor), shown(Math.abs(down) * factor)];
  return `${shown(one.value * factor)} ${upwards === downwards ? `± ${upwards}` : `+${upwards} −${downwards}`}`;
}
