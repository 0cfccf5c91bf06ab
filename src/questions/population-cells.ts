import type { LonLat } from '../shared/coordinates.ts';

/** Persons per cell on a regular grid, row 0 at the north, `NaN` = no statement, 0 = nobody. */
export interface CellGrid {
  readonly columns: number;
  readonly rows: number;
  readonly cellMeters: number;
  /** `rows × columns`, row by row. */
  readonly persons: Float32Array;
  /** Corners for the map image: top left, top right, bottom right, bottom left. */
  readonly corners: readonly [LonLat, LonLat, LonLat, LonLat];
}
