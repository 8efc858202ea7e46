/** Where spreadsheets would see a formula begin, also where a semicolon separates their cells. */
const FORMULA = /(^|;)(?=\p{Cf}*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n])/gu;

export type Cell = string | number | null | undefined;

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const harmless = value.replace(FORMULA, "$1'");
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A table as CSV, with CRLF as RFC 4180 has it. */
export function csv(columns: string[], rows: Cell[][]): string {
  return [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}
