import { describe, expect, it } from 'vitest';
import { bundleTotals, sharedSquareMeters } from '../../../src/questions/needs/bundle-totals.ts';

const sized = (roomSquareMeters: number | null, plotSquareMeters: number | null) => ({
  roomSquareMeters,
  plotSquareMeters,
});

describe('rooms and plot of needs together', () => {
  const needs = [sized(400, 500), sized(405, null), sized(null, 700)];

  it('are the sums less what is shared; a need that states none is counted, not taken as 0', () => {
    // A tenth of 400 + 405 m², in whole m².
    const shared = sharedSquareMeters(needs, 0.1);
    expect(shared).toBe(81);
    expect(bundleTotals(needs, shared)).toEqual({
      roomSquareMeters: 805 - 81,
      plotSquareMeters: 1200 - 81,
      sharedSquareMeters: 81,
      needsWithoutRooms: 1,
      needsWithoutPlot: 1,
    });
  });

  it('are missing where nobody states any, and never below nothing', () => {
    expect(bundleTotals([sized(null, 50)], 80)).toMatchObject({ roomSquareMeters: null, plotSquareMeters: 0 });
    expect(sharedSquareMeters([sized(null, 500)], 0.5)).toBe(0);
  });
});
