import type { Position } from 'geojson';
import type { Projection } from '../../city/projection.ts';
import type { Area, Building } from '../../city/types.ts';
import { polygonsOf } from '../../shared/geometry/area.ts';
import type { CellFrame, CellPlace } from './cell-frame.ts';

/** A cell and how much it weighs against others, as a whole number. */
export interface WeightedPlace extends CellPlace {
  readonly weight: number;
}

interface Footprint {
  readonly squareMeters: number;
  readonly x: number;
  readonly y: number;
}

/** Area (signed by direction) and first moments of a ring, seen from its first position so that no digits are lost. */
function ringMoments(ring: readonly Position[], projection: Projection, origin: readonly [number, number]) {
  let area = 0;
  let momentX = 0;
  let momentY = 0;
  let [ax, ay] = [0, 0];
  ring.forEach(([lon, lat], i) => {
    const [x, y] = projection.forward(lon as number, lat as number);
    const [bx, by] = [x - origin[0], y - origin[1]];
    if (i > 0) {
      const cross = ax * by - bx * ay;
      area += cross / 2;
      momentX += ((ax + bx) * cross) / 6;
      momentY += ((ay + by) * cross) / 6;
    }
    [ax, ay] = [bx, by];
  });
  return area < 0 ? { area: -area, momentX: -momentX, momentY: -momentY } : { area, momentX, momentY };
}

/** Area in m² and centroid of a footprint (outer rings minus holes); `null` where it has no area. */
function measureFootprint(area: Area, projection: Projection): Footprint | null {
  const first = polygonsOf(area)[0]?.[0]?.[0];
  if (first === undefined) return null;
  const origin = projection.forward(first[0] as number, first[1] as number);
  let squareMeters = 0;
  let momentX = 0;
  let momentY = 0;
  for (const rings of polygonsOf(area)) {
    rings.forEach((ring, i) => {
      const moments = ringMoments(ring, projection, origin);
      const sign = i === 0 ? 1 : -1;
      squareMeters += sign * moments.area;
      momentX += sign * moments.momentX;
      momentY += sign * moments.momentY;
    });
  }
  if (!(squareMeters > 0)) return null;
  return { squareMeters, x: origin[0] + momentX / squareMeters, y: origin[1] + momentY / squareMeters };
}

/**
 * Floor area per cell, in whole dm²: footprint × levels, the footprint alone where the levels are unknown. A building counts whole in the cell of its centroid. Cells without buildings are absent; sorted by column,
 * then row.
 */
export function floorAreaByCell(buildings: readonly Building[], frame: CellFrame): WeightedPlace[] {
  const weights = new Map<string, { column: number; row: number; weight: number }>();
  for (const { geometry, levels } of buildings) {
    const footprint = measureFootprint(geometry, frame.projection);
    if (footprint === null) continue;
    const place = frame.placeOf(footprint.x, footprint.y);
    const floors = levels !== null && levels > 0 ? levels : 1;
    // Whole numbers add up the same in any order.
    const weight = Math.round(footprint.squareMeters * floors * 100);
    const key = `${place.column} ${place.row}`;
    const before = weights.get(key);
    if (before) before.weight += weight;
    else weights.set(key, { ...place, weight });
  }
  return [...weights.values()].filter(({ weight }) => weight > 0).sort((a, b) => a.column - b.column || a.row - b.row);
}
