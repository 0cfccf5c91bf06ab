import type { Area } from '../../city/types.ts';
import { visitPositions } from '../../shared/geometry/box.ts';
import { createAreaTester } from '../../shared/geometry/side-of-area.ts';
import type { CellFrame } from './cell-frame.ts';
import type { WeightedPlace } from './floor-area.ts';

/** Samples per side of a cell. */
const SAMPLES = 5;

interface MetricBounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The box around an area in the frame's metres, grown by a metre because straight lines bend between the two systems. */
export function metricBounds(area: Area, frame: CellFrame): MetricBounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  visitPositions(area, ([lon, lat]) => {
    const [x, y] = frame.projection.forward(lon as number, lat as number);
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  });
  return { west: west - 1, south: south - 1, east: east + 1, north: north + 1 };
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * How much of each cell is covered by areas, in 25ths (5 × 5 sample points); what two areas cover counts once. Cells without any are
 * absent; sorted by column, then row.
 */
export function landAreaByCell(areas: readonly Area[], frame: CellFrame): WeightedPlace[] {
  const masks = new Map<string, { column: number; row: number; mask: number }>();
  const step = frame.cellMeters / SAMPLES;
  for (const area of areas) {
    const tester = createAreaTester(area);
    const { west, south, east, north } = metricBounds(area, frame);
    for (let i = Math.floor(west / step); i * step <= east; i++) {
      for (let k = Math.floor(south / step); k * step <= north; k++) {
        if (tester.sideOf(frame.projection.inverse((i + 0.5) * step, (k + 0.5) * step)) === 'outside') continue;
        const [column, row] = [Math.floor(i / SAMPLES), Math.floor(k / SAMPLES)];
        const key = `${column} ${row}`;
        const cell = masks.get(key) ?? { column, row, mask: 0 };
        cell.mask |= 1 << (i - column * SAMPLES + SAMPLES * (k - row * SAMPLES));
        masks.set(key, cell);
      }
    }
  }
  return [...masks.values()]
    .map(({ column, row, mask }) => ({ column, row, weight: bitCount(mask) }))
    .sort((a, b) => a.column - b.column || a.row - b.row);
}
