import type { BundleTotals, NeedToBundle } from './need-calls.ts';

type Sized = Pick<NeedToBundle, 'roomSquareMeters' | 'plotSquareMeters'>;

const sumOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
};

/** Whole m² that needs share: a part of all their rooms. */
export function sharedSquareMeters(needs: readonly Sized[], sharedShare: number): number {
  return Math.round((sumOf(needs.map((need) => need.roomSquareMeters)) ?? 0) * sharedShare);
}

/** Rooms and plot of needs together, m², less what they share. Needs that state none are counted, and are no 0. */
export function bundleTotals(needs: readonly Sized[], shared: number): BundleTotals {
  const less = (sum: number | null) => (sum === null ? null : Math.max(0, sum - shared));
  const rooms = needs.map((need) => need.roomSquareMeters);
  const plots = needs.map((need) => need.plotSquareMeters);
  return {
    roomSquareMeters: less(sumOf(rooms)),
    plotSquareMeters: less(sumOf(plots)),
    sharedSquareMeters: shared,
    needsWithoutRooms: rooms.filter((value) => value === null).length,
    needsWithoutPlot: plots.filter((value) => value === null).length,
  };
}
