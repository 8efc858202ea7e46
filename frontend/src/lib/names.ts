/** What names have between their parts, by different habits. */
const BETWEEN = /[\s_-]+/g;

/** A name however it is punctuated. */
export function plainName(name: string): string {
  return name.replace(BETWEEN, '').toLowerCase();
}
