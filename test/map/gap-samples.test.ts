import { describe, expect, it } from 'vitest';
import { parseCircleId } from '../../src/map/gap-icons.ts';
import {
  CELL_PARTS,
  isCellLine,
  SYMBOL_MAX_RADIUS,
  symbolRadius,
  symbolScale,
  symbolSteps,
} from '../../src/map/gap-samples.ts';
import { circleId } from '../../src/map/layers/gap-label-layers.ts';

describe('circles of places', () => {
  it('have a scale that holds still: the largest figure rounded up to 1, 2 or 5 times a power of ten', () => {
    const scaleOf = (missing: number | null, free: number | null) => symbolScale([{ missing, free }]);
    expect(scaleOf(137, 20)).toBe(200);
    expect(scaleOf(20, 501)).toBe(1000);
    expect(scaleOf(500, null)).toBe(500);
    expect(scaleOf(3, 0)).toBe(10);
    expect(symbolScale([])).toBe(10);
  });

  it('have areas in proportion to the places: a quarter of the places, half the radius', () => {
    expect(symbolRadius(400, 400)).toBe(SYMBOL_MAX_RADIUS);
    expect(symbolRadius(100, 400)).toBe(SYMBOL_MAX_RADIUS / 2);
  });

  it('are left out for none and for no statement, and stay visible for few', () => {
    expect([symbolRadius(0, 500), symbolRadius(null, 500), symbolRadius(-3, 500)]).toEqual([0, 0, 0]);
    expect(symbolRadius(1, 5000)).toBe(2);
  });

  it('have round figures for the legend', () => {
    expect(symbolSteps(200)).toEqual([20, 100, 200]);
  });

  it('are named so that the name gives the circle back, and nothing else is taken for one', () => {
    expect(parseCircleId(circleId('missing', 7))).toEqual({ kind: 'missing', radius: 7 });
    expect(parseCircleId(circleId('free', SYMBOL_MAX_RADIUS))?.radius).toBe(SYMBOL_MAX_RADIUS);
    expect(parseCircleId('gap/circle/free/9000')).toBeNull();
    expect(parseCircleId('gap/circle/other/7')).toBeNull();
  });
});

describe('the lines in a cell', () => {
  const count = (state: Parameters<typeof isCellLine>[0]) => {
    let lines = 0;
    for (let row = 0; row < CELL_PARTS; row++) {
      for (let column = 0; column < CELL_PARTS; column++) if (isCellLine(state, column, row)) lines++;
    }
    return lines;
  };

  it('are none where served or unknown, a quarter of it without a place, crossed ones out of reach', () => {
    expect([count('served'), count('unknown')]).toEqual([0, 0]);
    expect(count('no-place')).toBe(CELL_PARTS ** 2 / 4);
    // Lines of both directions meet in an eighth of the parts: 1/4 + 1/4 − 1/8.
    expect(count('out-of-reach')).toBe((CELL_PARTS ** 2 * 3) / 8);
  });

  it('go on in the next cell: the pattern repeats after one side', () => {
    for (let at = 0; at < CELL_PARTS; at++) {
      expect(isCellLine('no-place', at + CELL_PARTS, 3)).toBe(isCellLine('no-place', at, 3));
      expect(isCellLine('out-of-reach', at, 1)).toBe(isCellLine('out-of-reach', at + CELL_PARTS, 1));
    }
  });
});
