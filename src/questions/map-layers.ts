import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { District, House, Plot, Site, SupplyArea } from '../city/types.ts';
import { boxOfGeometry } from '../shared/geometry/box.ts';
import { interiorPoint } from '../shared/geometry/interior-point.ts';
import { groupsOfHouse, groupsWithoutFigures, houseState, statedPlaces } from './house-state.ts';
import type { HouseProperties, MapCalls, Tagged } from './map-calls.ts';

/** Joins ids so that a filter can search for `|id|`. */
export function tagged(ids: readonly string[]): Tagged {
  return `|${ids.map((id) => `${id}|`).join('')}`;
}

function collection<G extends Geometry, P>(features: Feature<G, P>[]): FeatureCollection<G, P> {
  return { type: 'FeatureCollection', features };
}

/** Outlines of all levels, and a point per district where its name is written (inside the widest part). */
export function districtLayer(districts: readonly District[]): MapCalls['districts']['output'] {
  const sizes = new Map(districts.map(({ id, geometry }) => [id, extent(geometry)]));
  const bySize = [...districts].sort((a, b) => sizes.get(b.id)! - sizes.get(a.id)! || (a.id < b.id ? -1 : 1));
  const rankById = new Map(bySize.map(({ id }, rank) => [id, rank]));
  return {
    areas: collection(
      districts.map(({ id, level, name, geometry }) => ({
        type: 'Feature' as const,
        geometry,
        properties: { id, level, name },
      })),
    ),
    labels: collection(
      districts.map(({ id, level, name, geometry }) => ({
        type: 'Feature' as const,
        geometry: { type: 'Point' as const, coordinates: [...interiorPoint(geometry)] },
        properties: { id, level, name, rank: rankById.get(id) ?? 0 },
      })),
    ),
  };
}

function extent(geometry: Geometry): number {
  const box = boxOfGeometry(geometry);
  return box === null ? 0 : (box[2] - box[0]) * (box[3] - box[1]);
}

/**
 * Houses with a symbol: those with at least one open offer of a symbol group. Within each group the house that states most places
 * has rank 0, so that thinning keeps the large ones of every group; houses that state none come last, in order of id.
 */
export function houseLayer(houses: readonly House[], day: string): MapCalls['houses']['output'] {
  const shown = houses
    .map((house) => ({ house, groups: groupsOfHouse(house, day), places: statedPlaces(house) ?? -1 }))
    .filter(({ groups }) => groups.length > 0)
    .sort((a, b) => b.places - a.places || (a.house.id < b.house.id ? -1 : 1));
  const seen = new Map<string, number>();
  return collection(
    shown.map(({ house, groups }) => {
      const group = groups[0]!;
      const rank = seen.get(group) ?? 0;
      seen.set(group, rank + 1);
      const properties: HouseProperties = {
        id: house.id,
        name: house.name,
        group,
        groups: tagged(groups),
        services: tagged([...new Set(house.offers.map((offer) => offer.service))]),
        missing: tagged(groupsWithoutFigures(house, day)),
        state: houseState(house, day),
        rank,
        outside: house.outside,
      };
      return {
        type: 'Feature' as const,
        geometry: { type: 'Point' as const, coordinates: [...house.position] },
        properties,
      };
    }),
  );
}

export function supplyAreaLayer(areas: readonly SupplyArea[]): MapCalls['supplyAreas']['output'] {
  const largestFirst = areas
    .map((area) => ({ area, size: extent(area.geometry) }))
    .sort((a, b) => b.size - a.size || (a.area.id < b.area.id ? -1 : 1));
  return collection(
    largestFirst.map(({ area: { id, kind, name, services, outside, geometry } }, rank) => ({
      type: 'Feature' as const,
      geometry,
      properties: { id, kind, name, services: tagged(services), rank, outside },
    })),
  );
}

export function siteLayer(sites: readonly Site[]): MapCalls['sites']['output'] {
  return collection(
    sites.map(({ id, name, stage, sideState, geometry }) => ({
      type: 'Feature' as const,
      geometry,
      properties: { id, name, stage, sideState },
    })),
  );
}

export function plotLayer(plots: readonly Plot[]): MapCalls['plots']['output'] {
  return collection(
    plots.map(({ id, name, use, reservedFor, geometry }) => ({
      type: 'Feature' as const,
      geometry,
      properties: { id, name, use, reserved: reservedFor !== null },
    })),
  );
}
