import Flatbush from 'flatbush';
import { type Projection, projectionOf } from '../../city/projection.ts';
import type { Area } from '../../city/types.ts';
import { type LonLat, type LonLatBox, roundCentimeters } from '../../shared/coordinates.ts';
import { polygonsOf } from '../../shared/geometry/area.ts';
import { boxContains, boxOfGeometries, growBox } from '../../shared/geometry/box.ts';
import { createAreaTester } from '../../shared/geometry/side-of-area.ts';

/** Where a position lies: in the study area, in its surroundings (up to the reach), or beyond. */
export type Place = 'inside' | 'surroundings' | 'beyond';

/** The area a city's figures hold for, with its surroundings. */
export interface StudyArea {
  readonly areas: readonly Area[];
  /** Around the study area alone. */
  readonly bbox: LonLatBox;
  /** Around study area and surroundings. */
  readonly reachBox: LonLatBox;
  placeOf(position: LonLat): Place;
}

interface Edges {
  readonly index: Flatbush;
  /** `ax, ay, bx, by` per edge in metres. */
  readonly ends: Float64Array;
}

function indexEdges(areas: readonly Area[], projection: Projection): Edges {
  const ends: number[] = [];
  for (const ring of areas.flatMap(polygonsOf).flat()) {
    const points = ring.map(([lon, lat]) => projection.forward(lon as number, lat as number));
    for (let i = 1; i < points.length; i++) ends.push(...points[i - 1]!, ...points[i]!);
  }
  const index = new Flatbush(ends.length / 4);
  for (let i = 0; i < ends.length; i += 4) {
    const [ax, ay, bx, by] = ends.slice(i, i + 4) as [number, number, number, number];
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  return { index, ends: Float64Array.from(ends) };
}

/** Distance from a point to an edge in metres, rounded to 1 cm. */
function edgeMeters(ends: Float64Array, edge: number, x: number, y: number): number {
  const [ax, ay, bx, by] = ends.subarray(edge * 4, edge * 4 + 4) as unknown as [number, number, number, number];
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  const offX = ax + share * dx - x;
  const offY = ay + share * dy - y;
  return roundCentimeters(Math.sqrt(offX * offX + offY * offY));
}

/**
 * Prepares the question "inside, near or beyond?". A position on the border is inside. Surroundings reach `reachMeters` from the border,
 * measured in the plane of the city's metric coordinate system. `areas` must be valid and not empty.
 */
export function createStudyArea(areas: readonly Area[], epsg: number, reachMeters: number): StudyArea {
  const bbox = boxOfGeometries(areas) as LonLatBox;
  const reachBox = growBox(bbox, reachMeters);
  const projection = projectionOf(epsg);
  const testers = areas.map((area) => ({ box: boxOfGeometries([area]) as LonLatBox, tester: createAreaTester(area) }));
  const edges = indexEdges(areas, projection);
  const isInside = (position: LonLat) =>
    testers.some(({ box, tester }) => boxContains(box, position) && tester.sideOf(position) !== 'outside');
  const isNear = (position: LonLat) => {
    const [x, y] = projection.forward(position[0], position[1]);
    const near = edges.index.search(x - reachMeters, y - reachMeters, x + reachMeters, y + reachMeters);
    return near.some((edge) => edgeMeters(edges.ends, edge, x, y) <= reachMeters);
  };
  return {
    areas,
    bbox,
    reachBox,
    placeOf: (position) => {
      if (!boxContains(reachBox, position)) return 'beyond';
      if (isInside(position)) return 'inside';
      return isNear(position) ? 'surroundings' : 'beyond';
    },
  };
}

/** A box as a polygon, counter-clockwise. */
export function areaOfBox([west, south, east, north]: LonLatBox): Area {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}
