import type { ComponentType } from 'react';

import english from '@/i18n/en/results.json';
import { withWords } from '@/i18n/language';

const others = { es: () => import('@/i18n/es/results.json') };

/** The words of reports, rankings and figures for one part of them. */
export function withResultWords<Props extends object>(Part: ComponentType<Props>): ComponentType<Props> {
  return withWords(Part, english, others);
}
