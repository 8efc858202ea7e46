/** Made up: shallow dips are planets more often than deep ones. */
export function events(from: number, to: number): Buffer {
  const rows = Array.from({ length: to - from }, (_, i) => {
    const depth = ((from + i) * 0.618034) % 1;
    const wobble = (((from + i) * 0.754878) % 1) / 4;
    return `${from + i},${new Date(Date.UTC(2025, 0, 1) + (from + i) * 3_600_000).toISOString()},${depth.toFixed(4)},${depth + wobble < 0.6 ? 1 : 0}`;
  });
  return Buffer.from(['id,at,depth,planet', ...rows].join('\n'));
}
