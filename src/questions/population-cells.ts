import type { LonLat } from '../shared/coordinates.ts';

/** Lower limits of the classes in which cells are shown, in persons: class i holds `limits[i] ≤ persons < limits[i + 1]`; 0 persons is no class. */
export const CELL_CLASSES: readonly number[] = [0, 10, 25, 50, 100, 200];

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
