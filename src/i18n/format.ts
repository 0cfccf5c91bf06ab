import type { Language } from '../shared/language.ts';

export type { Language };

/** Formats numbers and dates for a language: thousands by point or comma, minus sign U+2212, unit after a narrow no-break space. */
export interface Format {
  readonly language: Language;
  /** A whole or decimal number; `digits` fixed decimals (default: as many as needed, at most 1). */
  number(value: number, digits?: number): string;
  /** `0.25` → `25 %` (German) or `25%`-like spelling of the language, always with a narrow no-break space. */
  percent(share: number, digits?: number): string;
  /** ISO date → `31.12.2025` or `31 Dec 2025`; anything else comes back unchanged. */
  date(iso: string): string;
  /** Bytes → `1,2 MB`. */
  bytes(count: number): string;
  /** A number with its unit, joined by a narrow no-break space. */
  unit(value: number, unit: string, digits?: number): string;
}

const NARROW_SPACE = '\u202f';

export function createFormat(language: Language): Format {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  // Making one takes a hundred times as long as using it, and a table is made of hundreds of figures.
  const made = new Map<number | undefined, Intl.NumberFormat>();
  const formatOf = (digits: number | undefined) => {
    const known = made.get(digits);
    if (known !== undefined) return known;
    const decimals = digits === undefined ? {} : { minimumFractionDigits: digits };
    const format = new Intl.NumberFormat(locale, { ...decimals, maximumFractionDigits: digits ?? 1 });
    made.set(digits, format);
    return format;
  };
  const number = (value: number, digits?: number) =>
    formatOf(digits)
      .format(value)
      // What rounds to nothing has no sign.
      .replace(/^-(?=[0.,]*$)/, '')
      .replace(/^-/, '\u2212');
  const unit = (value: number, name: string, digits?: number) => `${number(value, digits)}${NARROW_SPACE}${name}`;
  return {
    language,
    number,
    unit,
    percent: (share, digits = 0) => unit(share * 100, '%', digits),
    date: (iso) => {
      const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
      if (match === null) return iso;
      const day = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
      return new Intl.DateTimeFormat(
        locale,
        language === 'de'
          ? { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }
          : { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
      ).format(day);
    },
    bytes: (count) =>
      count < 1_000_000 ? unit(Math.max(1, Math.round(count / 1000)), 'kB') : unit(count / 1_000_000, 'MB', 1),
  };
}
