import { type Projection, projectionOf } from '../city/projection.ts';
import type { CityIdentity, DemandPoint } from '../city/types.ts';

/** The cells demand points are drawn in: grid lines at whole multiples of the cell size from the origin of the grid's CRS. */
export interface CellLattice {
  readonly projection: Projection;
  readonly cellMeters: number;
  readonly columns: number;
  readonly rows: number;
  /** Column number (cell sizes from the CRS's origin) of the first column. */
  readonly west: number;
  /** Row number of the line above the first row. */
  readonly north: number;
  /** Cell of each demand point, row by row from the north. */
  readonly cellOf: Int32Array;
}

/** Cell size where demand points are no grid cells. */
const DEFAULT_CELL_METERS = 100;

/** More cells than this are not drawn; a stray point far away makes cells coarser instead of filling the memory. */
const MAX_CELLS = 4_000_000;

/**
 * The grid the demand points come from, else a 100 m grid of the city's CRS, cut to the points' extent. `null` without points. Doubles
 * the cell size until the grid has at most {@link MAX_CELLS} cells. O(points).
 */
export function layCells(
  points: readonly Pick<DemandPoint, 'position'>[],
  identity: Pick<CityIdentity, 'demandGrid' | 'epsg'>,
): CellLattice | null {
  if (points.length === 0) return null;
  const projection = projectionOf(identity.demandGrid?.epsg ?? identity.epsg);
  const x = new Float64Array(points.length);
  const y = new Float64Array(points.length);
  for (let i = 0; i < points.length; i++) {
    const [lon, lat] = points[i]!.position;
    [x[i], y[i]] = projection.forward(lon, lat);
  }
  let cellMeters = identity.demandGrid?.cellMeters ?? DEFAULT_CELL_METERS;
  let extent = extentOf(x, y, cellMeters);
  while (extent.columns * extent.rows > MAX_CELLS) {
    cellMeters *= 2;
    extent = extentOf(x, y, cellMeters);
  }
  const { columns, west, north } = extent;
  const cellOf = new Int32Array(points.length);
  for (let i = 0; i < points.length; i++) {
    cellOf[i] = (north - 1 - Math.floor(y[i]! / cellMeters)) * columns + Math.floor(x[i]! / cellMeters) - west;
  }
  return { projection, cellMeters, ...extent, cellOf };
}

function extentOf(x: Float64Array, y: Float64Array, cellMeters: number) {
  let west = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < x.length; i++) {
    const column = Math.floor(x[i]! / cellMeters);
    const row = Math.floor(y[i]! / cellMeters);
    west = Math.min(west, column);
    east = Math.max(east, column);
    south = Math.min(south, row);
    north = Math.max(north, row + 1);
  }
  return { west, north, columns: east - west + 1, rows: north - south };
}
