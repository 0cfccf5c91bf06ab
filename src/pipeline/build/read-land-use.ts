import type { Area, BaseFeature, BaseMap } from '../../city/types.ts';
import type { RoleOf } from './recipe-roles.ts';
import { type Row, type RowOptions, type SourceRows, selectRows } from './source-rows.ts';

/** Areas of a land-use plan, for spreading people and for the base map of a city without OpenStreetMap data. */
export interface LandUse {
  readonly residential: readonly Area[];
  readonly base: readonly (BaseFeature<Area> & { readonly layer: 'water' | 'green' | 'builtUp' })[];
}

function isArea(geometry: Row['geometry']): geometry is Area {
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
}

function areasOf(rows: SourceRows, options: RowOptions): { readonly row: Row; readonly geometry: Area }[] {
  return selectRows(rows, options).flatMap((row) => (isArea(row.geometry) ? [{ row, geometry: row.geometry }] : []));
}

/** Residential areas and areas of the base map, by the lists of the role. */
export function readLandUse(rows: SourceRows, role: RoleOf<'land-use'>): LandUse {
  const residential =
    role.residential === undefined ? [] : areasOf(rows, { filters: role.residential }).map(({ geometry }) => geometry);
  const base = role.base.flatMap(({ layer, kind, name, ...options }) =>
    areasOf(rows, options).map(({ row, geometry }) => ({ layer, kind, name: row.text(name), geometry })),
  );
  return { residential, base };
}

/** A base map of areas alone; `null` if there are none. */
export function baseMapOf(areas: LandUse['base']): BaseMap | null {
  if (areas.length === 0) return null;
  const layer = (name: LandUse['base'][number]['layer']) =>
    areas
      .filter((area) => area.layer === name)
      .map(({ kind, name: label, geometry }) => ({ kind, name: label, geometry }));
  return {
    water: layer('water'),
    waterways: [],
    green: layer('green'),
    builtUp: layer('builtUp'),
    roads: [],
    streets: [],
    rail: [],
    buildings: [],
    places: [],
  };
}
