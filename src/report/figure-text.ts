import '../i18n/later-texts.ts';
import type { Texts } from '../i18n/translate.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { GapRow } from '../questions/gaps/gap-request.ts';
import type { Grade } from '../shared/grade.ts';
import type { CountText } from './words.ts';

/** Headline figures are rounded to the grade of their worst input (`engine.md`, Grades and rounding). */
const STEP: Readonly<Record<Grade, number>> = { measured: 1, official: 5, estimated: 10, assumed: 50 };

/** A range is shown where it is wider than this share of the figure. */
const SHOWN_RANGE = 0.1;

/** Rounds to 1, 5, 10 or 50 for measured, official, estimated, assumed; halves away from 0, so that gaps and surpluses round alike. */
export function roundToGrade(value: number, grade: Grade): number {
  const step = STEP[grade];
  const rounded = Math.sign(value) * Math.round(Math.abs(value) / step) * step;
  return rounded === 0 ? 0 : rounded;
}

/** A figure with its low and high variant, in any order; `null` = not computed. */
export interface RangedFigure {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface FigureStyle {
  /** "rund" before it, where it is rounded to more than 1. */
  readonly about?: boolean;
  /** "+" before a surplus. */
  readonly signed?: boolean;
  /** Behind each number: "m²". */
  readonly unit?: string;
}

/** A headline figure: rounded to its grade, with "rund" and its range. Never writes 0 for something: that is "weniger als 50". */
export function headlineFigure(figure: RangedFigure, grade: Grade, t: Texts, style: FigureStyle = {}): CountText {
  const rounded = roundToGrade(figure.value, grade);
  const write = (value: number) => {
    const text = style.unit === undefined ? t.format.number(value, 0) : t.format.unit(value, style.unit, 0);
    return style.signed === true && value > 0 ? `+${text}` : text;
  };
  const range = rangeOf(figure, grade);
  if (rounded === 0 && range === null && style.signed !== true && Math.abs(figure.value) >= 0.5) {
    return { text: t('report-figure.less-than', { value: write(STEP[grade]) }), count: STEP[grade] };
  }
  const about = style.about === true && STEP[grade] > 1;
  const value = about ? t('report-figure.about', { value: write(rounded) }) : write(rounded);
  if (range === null) return { text: value, count: rounded };
  const [low, high] = [write(range.low), write(range.high)];
  // Signs around a dash cannot be read.
  const text =
    range.low < 0 || style.signed === true
      ? t('report-figure.range-words', { value, low, high })
      : t('report-figure.range', { value, low, high });
  return { text, count: 2 };
}

function rangeOf({ value, low, high }: RangedFigure, grade: Grade): { low: number; high: number } | null {
  if (low === null || high === null) return null;
  const least = Math.min(value, low, high);
  const most = Math.max(value, low, high);
  if (most - least <= SHOWN_RANGE * Math.abs(value)) return null;
  const rounded = { low: roundToGrade(least, grade), high: roundToGrade(most, grade) };
  return rounded.low === rounded.high ? null : rounded;
}

/** A share in whole percent that says 0 % and 100 % only where nobody or everybody is meant. */
export function shareText(share: number, t: Texts): string {
  // Sums of floats may lie a hair below a whole.
  const whole = share > 1 - 1e-9;
  if (share > 0 && share < 0.005) return t('report-figure.under', { value: t.format.percent(0.01) });
  if (!whole && share >= 0.995) return t('report-figure.over', { value: t.format.percent(0.99) });
  return t.format.percent(share);
}

/** What a figure of a row is called, as in the heads of tables. */
export function figureName(figure: keyof GapRow, t: Texts): string {
  switch (figure) {
    case 'id':
    case 'name':
    case 'level':
    case 'parent':
      return t('report-column.name');
    default:
      return t(`report-column.${figure}`);
  }
}

const SHARES: ReadonlySet<keyof GapRow> = new Set(['demandMet', 'coverage']);
const IN_SERVICE_UNIT: ReadonlySet<keyof GapRow> = new Set([
  'demand',
  'demandWithinReach',
  'served',
  'noPlace',
  'outOfReach',
  'missing',
  'free',
  'capacity',
  'balance',
]);

/**
 * A figure of a row as it is read alone: shares in percent, rates and small figures with one decimal, else whole; m² where the service is
 * counted in them.
 */
export function figureText(
  figure: keyof GapRow,
  value: number | null,
  t: Texts,
  unit: Indicator['unit'] | null = null,
): string {
  if (value === null) return t('missing.short');
  if (SHARES.has(figure)) return t.format.percent(value, 1);
  // A difference of sums may be a hair below 0.
  const tidy = Math.round(value * 1000) / 1000 + 0;
  const digits = figure === 'supplyRate' || (Math.abs(tidy) < 10 && !Number.isInteger(tidy)) ? 1 : 0;
  return unit === 'square-meters' && IN_SERVICE_UNIT.has(figure)
    ? t.format.unit(tidy, 'm²', digits)
    : t.format.number(tidy, digits);
}
