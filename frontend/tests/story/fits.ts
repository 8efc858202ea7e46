const BLOCK = 2_880;

/** Cards of a header, and what fills its last block (FITS Standard 4.0, section 4). */
function header(cards: Record<string, string | number | boolean>): Buffer {
  const written = Object.entries(cards).map(([name, value]) => {
    const shown = typeof value === 'string' ? `'${value.padEnd(8)}'` : typeof value === 'boolean' ? (value ? 'T' : 'F').padStart(20) : String(value).padStart(20);
    return `${name.padEnd(8)}= ${shown}`.padEnd(80);
  });
  const text = [...written, 'END'.padEnd(80)].join('');
  return Buffer.from(text.padEnd(Math.ceil(text.length / BLOCK) * BLOCK));
}

/** Made up: a month of a star as Kepler saw it, with a transit of a few hours in each period, and the place of the light. */
export function keplerCurve({ star, period, epoch, depth }: { star: number; period: number; epoch: number; depth: number }): Buffer {
  const [days, points, half] = [27, 1_320, 0.05];
  let state = star;
  const noise = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31 - 0.5;
  const rows = Buffer.alloc(points * 32);
  for (let i = 0; i < points; i++) {
    const time = 131 + (i * days) / points;
    const cycle = (time - epoch) / period;
    const inside = Math.abs(cycle - Math.round(cycle)) * period < half;
    rows.writeDoubleBE(time, i * 32);
    rows.writeFloatBE(10_000 * (1 - (inside ? depth : 0) + 0.0005 * noise()), i * 32 + 8);
    rows.writeInt32BE(0, i * 32 + 12);
    rows.writeDoubleBE(100 + 0.002 * noise(), i * 32 + 16);
    rows.writeDoubleBE(200 + 0.002 * noise(), i * 32 + 24);
  }
  const columns = [
    ['TIME', 'D', 'BJD - 2454833'],
    ['PDCSAP_FLUX', 'E', 'e-/s'],
    ['SAP_QUALITY', 'J', ''],
    ['MOM_CENTR1', 'D', 'pixel'],
    ['MOM_CENTR2', 'D', 'pixel'],
  ] as const;
  const named = Object.fromEntries(columns.flatMap(([name, form, unit], i) => [[`TTYPE${i + 1}`, name], [`TFORM${i + 1}`, form], ...(unit ? [[`TUNIT${i + 1}`, unit]] : [])])) as Record<string, string>;
  return Buffer.concat([
    header({ SIMPLE: true, BITPIX: 8, NAXIS: 0, EXTEND: true, TELESCOP: 'Kepler', OBJECT: `KIC ${star}`, KEPLERID: star }),
    header({ XTENSION: 'BINTABLE', BITPIX: 8, NAXIS: 2, NAXIS1: 32, NAXIS2: points, PCOUNT: 0, GCOUNT: 1, TFIELDS: columns.length, ...named, EXTNAME: 'LIGHTCURVE', BJDREFI: 2_454_833, BJDREFF: 0 }),
    rows,
    Buffer.alloc((BLOCK - (rows.length % BLOCK)) % BLOCK),
  ]);
}
