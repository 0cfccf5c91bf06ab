import type { CityContent, District } from '../../city/types.ts';
import { locatorOf } from '../../shared/geometry/district-locator.ts';
import { layCells } from '../cell-lattice.ts';
import type { CellGrid } from './catchment-cells.ts';

/** The cells of a city that a catchment may be made of. */
export interface CatchmentGrid extends CellGrid {
  /** Number in `districts` per cell; −1 = beyond the city's border. A city without districts has one, of no name. */
  readonly districtOf: Int32Array;
  /** The smallest districts, by name. */
  readonly districts: readonly Pick<District, 'id' | 'name'>[];
}

/**
 * The grid of the demand points with the district of each cell: that of the people in it, else of its middle. `null` without demand
 * points. O(cells), a microsecond each.
 */
export function catchmentGrid(city: Pick<CityContent, 'population' | 'identity' | 'districts'>): CatchmentGrid | null {
  const lattice = layCells(city.population, city.identity);
  if (lattice === null) return null;
  const { projection, cellMeters, columns, rows, west, north, cellOf } = lattice;
  const locator = locatorOf(city.districts);
  const smallest = city.districts.filter(({ level }) => level === locator.levelCount);
  const districts =
    smallest.length === 0
      ? [{ id: '', name: '' }]
      : smallest.map(({ id, name }) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const numberOf = new Map(districts.map(({ id }, i) => [id, i]));
  const UNKNOWN = -2;
  const districtOf = new Int32Array(columns * rows).fill(UNKNOWN);
  city.population.forEach(({ outside, districts: own }, point) => {
    if (!outside) districtOf[cellOf[point]!] = smallest.length === 0 ? 0 : (numberOf.get(own.at(-1) ?? '') ?? UNKNOWN);
  });
  for (let cell = 0; cell < districtOf.length; cell++) {
    if (districtOf[cell] !== UNKNOWN) continue;
    const column = cell % columns;
    const row = Math.floor(cell / columns);
    const found =
      smallest.length === 0
        ? null
        : locator.locate(projection.inverse((west + column + 0.5) * cellMeters, (north - row - 0.5) * cellMeters));
    districtOf[cell] = found === null ? 0 : (numberOf.get(found.at(-1) ?? '') ?? -1);
  }
  const epsg = city.identity.demandGrid?.epsg ?? city.identity.epsg;
  return { epsg, cellMeters, columns, rows, west, north, districtOf, districts };
}
