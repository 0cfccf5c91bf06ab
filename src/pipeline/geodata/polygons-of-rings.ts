import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { LonLatBox } from '../../shared/coordinates.ts';
import { type Area, areaFromPolygons } from '../../shared/geometry/area.ts';
import { boxesOverlap, boxOfGeometry } from '../../shared/geometry/box.ts';

interface Ring {
  readonly positions: readonly Position[];
  readonly box: LonLatBox;
}

/** Even-odd; a position on the border counts by the half-open rule. */
function contains(ring: readonly Position[], [x, y]: Position): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i] as [number, number];
    const [bx, by] = ring[j] as [number, number];
    if (ay > y! !== by > y! && x! < ((bx - ax) * (y! - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** True if most corners of `inner` lie in `outer`: rings of a file share corners and may even cross. */
function liesIn(inner: Ring, outer: Ring): boolean {
  if (inner === outer || !boxesOverlap(inner.box, outer.box)) return false;
  const [west, south, east, north] = outer.box;
  const fits = inner.box[0] >= west && inner.box[1] >= south && inner.box[2] <= east && inner.box[3] <= north;
  if (!fits) return false;
  const inside = inner.positions.filter((position) => contains(outer.positions, position)).length;
  return inside * 2 > inner.positions.length;
}

/**
 * Polygons from the loose rings of a record. Which ring is a hole is told by how many others it lies in, not by its direction: files
 * with wrongly wound rings are common, and properly wound ones give the same. Rings in an odd number of others are holes of the
 * smallest-nested one around them.
 */
export function polygonsOfRings(rings: readonly (readonly Position[])[]): Polygon | MultiPolygon {
  if (rings.length === 1) return { type: 'Polygon', coordinates: rings as Position[][] };
  const boxed: Ring[] = rings.map((positions) => ({
    positions,
    box: boxOfGeometry({ type: 'LineString', coordinates: positions as Position[] }) as LonLatBox,
  }));
  const around = boxed.map((ring) => boxed.filter((other) => liesIn(ring, other)));
  const depth = new Map(boxed.map((ring, i) => [ring, around[i]!.length]));
  const polygons = new Map<Ring, (readonly Position[])[]>();
  for (const ring of boxed) if (depth.get(ring)! % 2 === 0) polygons.set(ring, [ring.positions]);
  boxed.forEach((ring, i) => {
    if (depth.get(ring)! % 2 === 0) return;
    const owner = around[i]!.find((outer) => depth.get(outer) === depth.get(ring)! - 1);
    if (owner !== undefined) polygons.get(owner)?.push(ring.positions);
    else polygons.set(ring, [ring.positions]);
  });
  return areaFromPolygons([...polygons.values()]) satisfies Area;
}
