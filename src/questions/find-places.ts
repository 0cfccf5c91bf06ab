import type { Point } from 'geojson';
import type { Area } from '../city/types.ts';
import type { LonLat } from '../shared/coordinates.ts';
import { interiorPoint } from '../shared/geometry/interior-point.ts';
import type { CityTables } from './city-tables.ts';
import type { ObjectRef } from './describe-object.ts';

/** What an object is called and one position in it. */
export interface FoundPlace {
  readonly name: string | null;
  readonly position: LonLat;
}

interface Shaped {
  readonly id: string;
  readonly name: string | null;
  readonly geometry: Area | Point;
}

/** Finds many objects at once; `null` where the city does not have one. O(objects of the city + references). Cells are not looked for. */
export function findPlaces(city: CityTables, refs: readonly ObjectRef[]): (FoundPlace | null)[] {
  const byKind = {
    district: areasById(city.districts),
    site: areasById(city.sites),
    plot: areasById(city.plots),
    'supply-area': areasById(city.supplyAreas),
  };
  const houses = new Map(city.houses.map((house) => [house.id, house]));
  return refs.map(({ kind, id }) => {
    if (kind === 'cell') return null;
    if (kind === 'house') {
      const house = houses.get(id);
      return house === undefined ? null : { name: house.name, position: house.position };
    }
    const found = byKind[kind].get(id);
    return found === undefined ? null : { name: found.name, position: positionIn(found.geometry) };
  });
}

function areasById(objects: readonly Shaped[]): ReadonlyMap<string, Shaped> {
  return new Map(objects.map((object) => [object.id, object]));
}

function positionIn(geometry: Area | Point): LonLat {
  return geometry.type === 'Point' ? (geometry.coordinates as unknown as LonLat) : interiorPoint(geometry);
}
