import type { Model } from '../../indicators/indicator.ts';
import type { GapRow } from '../../questions/gaps/gap-request.ts';

/** The figure of the city that the year axis draws. */
export type AxisFigure = 'balance' | 'coverage' | 'demandMet';

export function axisFigureOf(model: Model): AxisFigure {
  switch (model) {
    case 'allocation':
    case 'catchment':
    case 'balance':
    case 'count':
      return 'balance';
    case 'area':
      return 'demandMet';
    case 'reach':
      return 'coverage';
  }
}

/** Low, middle and high of a year; `null` = keine Angabe. Low and high are those of the demand's variants. */
export interface AxisPoint {
  readonly year: number;
  readonly low: number | null;
  readonly middle: number | null;
  readonly high: number | null;
}

/** The scale of the axis: its ends and lines to draw, 0 among them. */
export interface AxisScale {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly number[];
}

/** Round ends around all values and 0 with two to four lines between them. */
export function axisScale(points: readonly AxisPoint[]): AxisScale {
  const values = points.flatMap(({ low, middle, high }) => [low, middle, high]).filter((value) => value !== null);
  const from = Math.min(0, ...values);
  const to = Math.max(0, ...values);
  const span = to - from || 1;
  const power = 10 ** Math.floor(Math.log10(span / 2));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => span / candidate <= 3)!;
  const first = Math.floor(from / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(to / step - 1e-9));
  // Adding 0 makes a negative zero a plain one.
  const valueAt = (index: number) => index * step + 0;
  const lines = Array.from({ length: last - first + 1 }, (_, i) => valueAt(first + i));
  return { from: valueAt(first), to: valueAt(last), lines };
}

export function figureOfRow(row: GapRow, figure: AxisFigure): number | null {
  return row[figure];
}
