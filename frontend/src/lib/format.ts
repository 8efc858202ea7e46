/** Numbers as people read them. Every function takes the language first. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.NumberFormat>();

function numbers(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, options);
    formats.set(key, format);
  }
  return format;
}

export function count(locale: string, value: number): string {
  return numbers(locale, { maximumFractionDigits: 0 }).format(value);
}

/** A share from 0 to 1 as per cent. */
export function percent(locale: string, share: number, digits = 0): string {
  return numbers(locale, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share);
}

/** A probability never reads 0 % or 100 %: nothing here is certain. */
export function probability(locale: string, value: number): string {
  if (value > 0.999) return '> ' + percent(locale, 0.999, 1);
  if (value < 0.001) return '< ' + percent(locale, 0.001, 1);
  return percent(locale, value, value > 0.99 || value < 0.01 ? 2 : 1);
}

/** A share that may be tiny without being none. */
export function smallShare(locale: string, share: number): string {
  if (share > 0 && share < 0.001) return '< ' + percent(locale, 0.001, 1);
  return percent(locale, share, share < 0.1 ? 1 : 0);
}

/** How many of a hundred; never all and never none, since nothing here is certain. */
export function ofHundred(locale: string, share: number): { bound: 'above' | 'below' | 'near'; number: string } {
  if (share > 0.99) return { bound: 'above', number: count(locale, 99) };
  if (share < 0.01) return { bound: 'below', number: count(locale, 1) };
  return { bound: 'near', number: count(locale, share * 100) };
}

/** A figure of merit between 0 and 1. */
export function figure(locale: string, value: number, digits = 3): string {
  return numbers(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** A measurement: as many digits as it is worth, a power of ten only where it is out of hand. */
export function measured(locale: string, value: number, digits = 3): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e7 || size < 1e-3)) {
    return numbers(locale, { notation: 'scientific', maximumSignificantDigits: digits }).format(value);
  }
  if (size >= 1000) return numbers(locale, { maximumFractionDigits: 0 }).format(value);
  return numbers(locale, { maximumSignificantDigits: digits }).format(value);
}

/** A place on an axis: every digit it has, and none that counting in twos has put there. */
export function place(locale: string, value: number): string {
  return numbers(locale, { maximumSignificantDigits: 9 }).format(value);
}

/** A measurement in a column of others: all with as many digits. */
export function aligned(locale: string, value: number, digits = 3): string {
  const size = Math.abs(value);
  if (size >= 1000 || (size !== 0 && size < 1e-3)) return measured(locale, value, digits);
  return numbers(locale, { minimumSignificantDigits: digits, maximumSignificantDigits: digits }).format(value);
}

/** Units of the API in the signs that astronomers write. */
const SIGNS: Record<string, string> = {
  earth_radius: 'R⊕',
  'Earth radii': 'R⊕',
  R_earth: 'R⊕',
  S_Earth: 'S⊕',
  R_Earth: 'R⊕',
  Rearth: 'R⊕',
  'Solar radii': 'R☉',
  R_sun: 'R☉',
  R_Sun: 'R☉',
  Rsun: 'R☉',
  M_sun: 'M☉',
  M_Sun: 'M☉',
  Msun: 'M☉',
  day: 'd',
  days: 'd',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
};

export function unitSign(unit: string): string {
  return SIGNS[unit] ?? unit;
}

export function quantity(locale: string, value: number, unit: string, digits = 3): string {
  const sign = unitSign(unit);
  // a no-break space keeps the unit with its number
  return measured(locale, value, digits) + (sign ? ' ' + sign : '');
}

export function bytes(locale: string, size: number): string {
  const unit = size >= 1e9 ? 'gigabyte' : size >= 1e6 ? 'megabyte' : size >= 1e3 ? 'kilobyte' : 'byte';
  const by = { gigabyte: 1e9, megabyte: 1e6, kilobyte: 1e3, byte: 1 }[unit];
  return numbers(locale, { style: 'unit', unit, maximumFractionDigits: unit === 'byte' || unit === 'kilobyte' ? 0 : 1 }).format(size / by);
}

/** How long ago something was, in the largest unit that fits. */
export function ago(locale: string, then: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - then) / 1000));
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  if (seconds < MINUTE) return format.format(-seconds, 'second');
  if (seconds < HOUR) return format.format(-Math.floor(seconds / MINUTE), 'minute');
  if (seconds < DAY) return format.format(-Math.floor(seconds / HOUR), 'hour');
  return format.format(-Math.floor(seconds / DAY), 'day');
}

/** A span of time in seconds. */
export function span(locale: string, seconds: number): string {
  if (seconds < MINUTE) {
    return numbers(locale, { style: 'unit', unit: 'second', maximumFractionDigits: seconds < 10 ? 1 : 0 }).format(seconds);
  }
  return numbers(locale, { style: 'unit', unit: 'minute', maximumFractionDigits: 1 }).format(seconds / MINUTE);
}

export function moment(locale: string, iso: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}
