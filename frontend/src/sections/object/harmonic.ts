/** How a period that a search found is called beside that of a table; nothing if it is the same. */
export function harmonicOf(ratio: number): 'half' | 'third' | 'twice' | 'thrice' | undefined {
  if (ratio === 1) return undefined;
  if (ratio > 1) return ratio < 2.5 ? 'twice' : 'thrice';
  return ratio > 0.4 ? 'half' : 'third';
}
