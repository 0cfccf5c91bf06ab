import { projectionOf } from '../../city/projection.ts';
import { layCells } from '../cell-lattice.ts';
import type { CityModel } from '../gaps/city-model.ts';

/** Which cell of the grid of the call `populationCells` each demand point of a model lies in. */
export interface CellFrame {
  readonly columns: number;
  readonly rows: number;
  /** Per demand point of the model, sites included; −1 for a site's point beyond the grid. */
  readonly cellOf: Int32Array;
}

/** The cells of a city's demand points; a city without any has a grid of 0 × 0. O(points). */
export function createCellFrame({ city, points }: CityModel): CellFrame {
  const lattice = layCells(city.population, city.identity);
  const cellOf = new Int32Array(points.count).fill(-1);
  if (lattice === null) return { columns: 0, rows: 0, cellOf };
  const { cellMeters, columns, rows, west, north } = lattice;
  cellOf.set(lattice.cellOf);
  const plane = projectionOf(city.identity.epsg);
  for (let p = points.packageCount; p < points.count; p++) {
    const [lon, lat] = plane.inverse(points.x[p]!, points.y[p]!);
    const [x, y] = lattice.projection.forward(lon, lat);
    const column = Math.floor(x / cellMeters) - west;
    const row = north - 1 - Math.floor(y / cellMeters);
    if (column >= 0 && column < columns && row >= 0 && row < rows) cellOf[p] = row * columns + column;
  }
  return { columns, rows, cellOf };
}
