import type { CityIdentity, DemandPoint } from '../city/types.ts';
import type { LonLat } from '../shared/coordinates.ts';
import { layCells } from './cell-lattice.ts';

/** Corners for the map: top left, top right, bottom right, bottom left. */
export type Corners = readonly [LonLat, LonLat, LonLat, LonLat];

/** A part of the grid small enough that four corners place it on the map to within a tenth of a cell. */
export interface CellBlock {
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
  readonly corners: Corners;
}

/** Persons per cell on a regular grid, row 0 at the north, `NaN` = no statement, 0 = nobody. */
export interface CellGrid {
  readonly columns: number;
  readonly rows: number;
  readonly cellMeters: number;
  /** `rows × columns`, row by row. */
  readonly persons: Float32Array;
  readonly corners: Corners;
  /** The grid cut into blocks, for drawing. */
  readonly blocks: readonly CellBlock[];
}

/** Cells along one side of a block: at 100 m the curvature of grid lines on a web map stays below 7 m. */
const BLOCK_CELLS = 160;

/**
 * Persons of all ages per cell: on the grid the demand points come from, else on a 100 m grid of the city's CRS. Points of one cell
 * add up; a cell all of whose points are unknown is `NaN`. `null` without points. O(points + cells).
 */
export function computeCellGrid(
  points: readonly DemandPoint[],
  identity: Pick<CityIdentity, 'demandGrid' | 'epsg'>,
): CellGrid | null {
  const lattice = layCells(points, identity);
  if (lattice === null) return null;
  const { projection, cellMeters, columns, rows, west, north, cellOf } = lattice;
  const persons = new Float32Array(columns * rows);
  const known = new Uint8Array(columns * rows);
  const unknown = new Uint8Array(columns * rows);
  for (let i = 0; i < points.length; i++) {
    const cell = cellOf[i]!;
    const { total } = points[i]!;
    if (total === null) {
      unknown[cell] = 1;
    } else {
      known[cell] = 1;
      persons[cell] = persons[cell]! + total;
    }
  }
  for (let cell = 0; cell < persons.length; cell++) {
    if (unknown[cell] === 1 && known[cell] === 0) persons[cell] = Number.NaN;
  }

  const cornersOf = (column: number, row: number, width: number, height: number): Corners => {
    const left = (west + column) * cellMeters;
    const top = (north - row) * cellMeters;
    const right = left + width * cellMeters;
    const bottom = top - height * cellMeters;
    return [
      projection.inverse(left, top),
      projection.inverse(right, top),
      projection.inverse(right, bottom),
      projection.inverse(left, bottom),
    ];
  };
  const blocks: CellBlock[] = [];
  for (let row = 0; row < rows; row += BLOCK_CELLS) {
    for (let column = 0; column < columns; column += BLOCK_CELLS) {
      const width = Math.min(BLOCK_CELLS, columns - column);
      const height = Math.min(BLOCK_CELLS, rows - row);
      blocks.push({ column, row, columns: width, rows: height, corners: cornersOf(column, row, width, height) });
    }
  }
  return { columns, rows, cellMeters, persons, corners: cornersOf(0, 0, columns, rows), blocks };
}
