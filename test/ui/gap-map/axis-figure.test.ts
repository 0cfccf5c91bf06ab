import { describe, expect, it } from 'vitest';
import { axisScale } from '../../../src/ui/gap-map/axis-figure.ts';

const at = (year: number, low: number | null, middle: number | null, high: number | null) => ({
  year,
  low,
  middle,
  high,
});

describe('the scale of the year axis', () => {
  it('has round ends around the values, and 0 on it', () => {
    expect(axisScale([at(2025, -600, -800, -1100), at(2026, -300, -500, -700)])).toEqual({
      from: -1500,
      to: 0,
      lines: [-1500, -1000, -500, 0],
    });
    expect(axisScale([at(2025, 120, -40, -90)])).toEqual({ from: -100, to: 200, lines: [-100, 0, 100, 200] });
  });

  it('is there for shares and for missing values', () => {
    const { from, to, lines } = axisScale([at(2025, 0.8, 0.9, null)]);
    expect(from).toBe(0);
    expect(to).toBeGreaterThanOrEqual(0.9);
    expect(lines.length).toBeGreaterThan(1);
    expect(axisScale([at(2025, null, null, null)]).lines.every(Number.isFinite)).toBe(true);
  });
});
