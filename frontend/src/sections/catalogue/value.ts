import { aligned, measured } from '@/lib/format';

import type { Measure } from './planets';

/** A value with the sign of what it is: a limit, or computed. */
export function signed(language: string, one: Measure | undefined, factor = 1, column = false): string {
  if (one === undefined) return '–';
  const shown = (column ? aligned : measured)(language, one.value * factor);
  if (one.limit !== 0) return `${one.limit === 1 ? '<' : '>'} ${shown}`;
  return one.computed ? `≈ ${shown}` : shown;
}
