import type { Geometry } from 'geojson';
import { projectionOf } from '../city/projection.ts';
import { haversineDecimeters, type LonLat } from '../shared/coordinates.ts';
import { boxContains, boxOfGeometry } from '../shared/geometry/box.ts';
import { areaContains } from '../shared/geometry/side-of-area.ts';
import type { CityTables } from './city-tables.ts';
import type { ObjectRef } from './describe-object.ts';
import type { MapCalls } from './map-calls.ts';

type Kind = ObjectRef['kind'];

/** What lies on top of what, as on the map: houses before sites before areas before cells before districts. */
const ORDER: readonly Kind[] = ['house', 'site', 'plot', 'supply-area', 'cell', 'district'];

/**
 * The object a person means by a position: the nearest house (or area drawn as a point) within `withinMeters`, else the area that
 * contains it, else the cell, else the finest district. Only of the asked kinds; `null` if there is none. Ties break by id.
 */
export function findObjectAt(city: CityTables, question: MapCalls['objectAt']['input']): ObjectRef | null {
  for (const kind of ORDER) {
    if (!question.kinds.includes(kind)) continue;
    const id = idAt(city, kind, question.position, question.withinMeters);
    if (id !== null) return { kind, id };
  }
  return null;
}

function idAt(city: CityTables, kind: Kind, position: LonLat, withinMeters: number): string | null {
  switch (kind) {
    case 'house':
      return nearestId(city.houses, position, withinMeters);
    case 'site':
      return containingId(city.sites, position);
    case 'plot':
      return containingId(city.plots, position);
    case 'supply-area': {
      const points = city.supplyAreas.flatMap(({ id, geometry }) =>
        geometry.type === 'Point' ? [{ id, position: geometry.coordinates }] : [],
      );
      return nearestId(points, position, withinMeters) ?? containingId(city.supplyAreas, position);
    }
    case 'cell':
      return cellIdAt(city, position, withinMeters);
    case 'district': {
      const finestFirst = [...city.districts].sort((a, b) => b.level - a.level);
      return finestFirst.find(({ geometry }) => contains(geometry, position))?.id ?? null;
    }
  }
}

interface Placed {
  readonly id: string;
  readonly position: readonly number[];
}

function nearestId(objects: readonly Placed[], position: LonLat, withinMeters: number): string | null {
  let best: string | null = null;
  let bestDecimeters = withinMeters * 10;
  for (const { id, position: other } of objects) {
    // A degree of latitude is 111 km: rules most objects out without a single sine.
    if (Math.abs(other[1]! - position[1]) * 1_110_000 > bestDecimeters) continue;
    const decimeters = haversineDecimeters(position[0], position[1], other[0]!, other[1]!);
    if (decimeters < bestDecimeters || (decimeters === bestDecimeters && (best === null || id < best))) {
      best = id;
      bestDecimeters = decimeters;
    }
  }
  return best;
}

/** Of several areas the one with the smallest extent: a playground in a park. */
function containingId(
  areas: readonly { readonly id: string; readonly geometry: Geometry }[],
  position: LonLat,
): string | null {
  let best: string | null = null;
  let bestExtent = Number.POSITIVE_INFINITY;
  for (const { id, geometry } of areas) {
    if (!contains(geometry, position)) continue;
    const box = boxOfGeometry(geometry)!;
    const extent = (box[2] - box[0]) * (box[3] - box[1]);
    if (extent < bestExtent || (extent === bestExtent && best !== null && id < best)) {
      best = id;
      bestExtent = extent;
    }
  }
  return best;
}

function contains(geometry: Geometry, position: LonLat): boolean {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return false;
  const box = boxOfGeometry(geometry);
  return box !== null && boxContains(box, position) && areaContains(geometry, position);
}

/** The demand point whose grid cell contains the position; the nearest one where demand points are no cells. */
function cellIdAt(city: CityTables, position: LonLat, withinMeters: number): string | null {
  const { demandGrid } = city.identity;
  if (demandGrid === null) return nearestId(city.population, position, withinMeters);
  const { cellMeters, epsg } = demandGrid;
  const projection = projectionOf(epsg);
  const column = (x: number) => Math.floor(x / cellMeters);
  const [x, y] = projection.forward(position[0], position[1]);
  const reachDegrees = (cellMeters * 1.5) / 111_000;
  const found = city.population.find((point) => {
    if (Math.abs(point.position[1] - position[1]) > reachDegrees) return false;
    const [px, py] = projection.forward(point.position[0], point.position[1]);
    return column(px) === column(x) && column(py) === column(y);
  });
  return found?.id ?? null;
}
