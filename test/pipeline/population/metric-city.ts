import { projectionOf } from '../../../src/city/projection.ts';
import type { Area, Building, DemandPoint, District } from '../../../src/city/types.ts';
import { distributePopulation } from '../../../src/pipeline/population/distribute-population.ts';
import type { PopulationInput } from '../../../src/pipeline/population/population-input.ts';
import type { GridCell, PopulationGrid } from '../../../src/pipeline/types.ts';
import { createDistrictLocator } from '../../../src/shared/geometry/district-locator.ts';

/** Metric CRS of the drawn cities; the Zensus grid's, so that grids and districts line up. */
export const EPSG = 3035;
/** South-west corner of the drawn cities: near Berlin. */
export const ORIGIN = { x: 4_540_000, y: 3_270_000 };

const projection = projectionOf(EPSG);

/** Degrees of a point given in metres from the origin. */
export function at(x: number, y: number) {
  return projection.inverse(ORIGIN.x + x, ORIGIN.y + y);
}

/** A rectangle in metres from the origin. */
export function box(west: number, south: number, east: number, north: number): Area {
  const ring = [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)];
  return { type: 'Polygon', coordinates: [ring.map((position) => [...position])] };
}

export function district(id: string, geometry: Area, level = 1, parent: string | null = null): District {
  return { id, level, parent, name: id, geometry };
}

/** A house of the given size whose south-west corner lies at x, y. */
export function house(x: number, y: number, width: number, depth: number, more: Partial<Building> = {}): Building {
  return { geometry: box(x, y, x + width, y + depth), levels: null, residential: null, ...more };
}

/** A cell of the Zensus grid by the metres of its south-west corner from the origin. */
export function cell(
  x: number,
  y: number,
  total: number | null,
  groups: GridCell['groups'] = {},
  side = 100,
): GridCell {
  const [east, north] = [ORIGIN.x + x, ORIGIN.y + y];
  return { id: `CRS3035RES${side}mN${north}E${east}`, x: east + side / 2, y: north + side / 2, total, groups };
}

export function grid(cells: readonly GridCell[], cellMeters = 100): PopulationGrid {
  return { epsg: 3035, cellMeters, cells };
}

/** A city of which nothing is known, with what a test adds. */
export function cityWith(parts: Partial<PopulationInput>): PopulationInput {
  const districts = parts.districts ?? [];
  return {
    epsg: EPSG,
    bands: [],
    counts: [],
    districts,
    locator: createDistrictLocator(districts),
    grid: null,
    buildings: [],
    residentialAreas: [],
    businessAreas: [],
    isInside: () => true,
    isKept: () => true,
    ...parts,
  };
}

export function distribute(parts: Partial<PopulationInput>) {
  const { data, notes } = distributePopulation(cityWith(parts));
  return { ...data, notes, codes: notes.map(({ code }) => code) };
}

/** `id → [total, ...persons]`, ids shortened to the metres from the origin. */
export function figures(points: readonly DemandPoint[]): Record<string, (number | null)[]> {
  const short = (id: string) => {
    const zensus = /N(\d+)E(\d+)$/.exec(id);
    const own = /^cell:\d+-(\d+)-(\d+)$/.exec(id);
    const [x, y] = zensus ? [zensus[2], zensus[1]] : own ? [own[1], own[2]] : [];
    return x === undefined ? id : `${Number(x) - ORIGIN.x},${Number(y) - ORIGIN.y}`;
  };
  return Object.fromEntries(points.map((point) => [short(point.id), [point.total, ...point.persons]]));
}

/** Sum to the thousandth; missing figures count nothing. */
export function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + Math.round((value ?? 0) * 1000), 0) / 1000;
}
