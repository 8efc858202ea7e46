export type VerdictTone = 'planet' | 'false' | 'open';

const FALSE = /false|\bfp\b|\bfa\b|refuted/i;
const PLANET = /confirmed|known|\bcp\b|\bkp\b|planet/i;

/** The colour of a verdict, in whatever words its table has it. */
export function verdictTone(label: string): VerdictTone {
  if (FALSE.test(label)) return 'false';
  return PLANET.test(label) ? 'planet' : 'open';
}
