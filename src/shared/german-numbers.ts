/**
 * Strict reading of numbers and dates as people write them in tables and forms. Nothing is guessed: what does not follow the chosen style
 * to the letter is an error that the caller reports with its place.
 */

/** `de`: 1.250,75. `plain`: 1250.75, also 1,250.75 and 1e+05. */
export type NumberStyle = 'de' | 'plain';

/** What a text turned out to be. `found` is the trimmed text. */
export type Parsed<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'error'; readonly found: string };

/** Marks that official tables print instead of a figure (unknown, secret, not meaningful, not reliable, later). */
export const DEFAULT_MISSING_MARKS: readonly string[] = ['', '-', '–', '.', '...', '…', 'x', 'X', '/'];

// Groups of three are divided by a point (comma) or by one of the spaces that typesetters use.
const GERMAN = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+)(?:,\d+)?$/;
const PLAIN = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d{1,2})?$/;
const SPACES = /[ \u00a0\u2009\u202f]/g;

/**
 * Reads a number. `de`: "1.250" = 1250, "12,5" = 12.5; "1.25", "12.5" and "ca. 45" are errors. `plain`: "12.5", "1250.0"; "12,5" is an error.
 * A minus sign may be U+2212. `missing` are the texts that mean "no figure".
 */
export function parseNumber(
  text: string,
  style: NumberStyle,
  missing: readonly string[] = DEFAULT_MISSING_MARKS,
): Parsed<number> {
  const found = text.trim();
  if (missing.includes(found)) return { kind: 'missing' };
  const signed = found.replace(/^\u2212/, '-');
  const matches = (style === 'de' ? GERMAN : PLAIN).test(signed);
  if (!matches) return { kind: 'error', found };
  const grouped = signed.replace(SPACES, '');
  const value = Number(style === 'de' ? grouped.replaceAll('.', '').replace(',', '.') : grouped.replaceAll(',', ''));
  // "-0" is 0, so that no sign survives that a person would not see.
  return Number.isFinite(value) ? { kind: 'value', value: value === 0 ? 0 : value } : { kind: 'error', found };
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** Reads a date, "31.12.2025", "1.1.2025" or "2025-12-31", into ISO form. "31.02.2025" and "12/31/2025" are errors. */
export function parseDate(text: string, missing: readonly string[] = DEFAULT_MISSING_MARKS): Parsed<string> {
  const found = text.trim();
  if (missing.includes(found)) return { kind: 'missing' };
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(found);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(found);
  const [year, month, day] = german ? [german[3], german[2], german[1]] : iso ? [iso[1], iso[2], iso[3]] : [];
  if (year === undefined || !isCalendarDay(Number(year), Number(month), Number(day))) return { kind: 'error', found };
  return { kind: 'value', value: `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` };
}
