import { type Projection, projectionOf } from '../../city/projection.ts';
import type { LonLat } from '../../shared/coordinates.ts';

/** Side of the cells in which people are kept. */
export const CELL_METERS = 100;

/** Column and row of a cell; its south-west corner is `column × cellMeters`, `row × cellMeters`. */
export interface CellPlace {
  readonly column: number;
  readonly row: number;
}

/** A square grid in a metric CRS, counted from its origin. */
export interface CellFrame {
  readonly epsg: number;
  readonly cellMeters: number;
  readonly projection: Projection;
  placeOf(x: number, y: number): CellPlace;
  /** `cell:<epsg>-<x>-<y>` with the south-west corner in metres. */
  idOf(place: CellPlace): string;
  centreOf(place: CellPlace): { readonly x: number; readonly y: number; readonly position: LonLat };
}

export function createCellFrame(epsg: number, cellMeters = CELL_METERS): CellFrame {
  const projection = projectionOf(epsg);
  return {
    epsg,
    cellMeters,
    projection,
    placeOf: (x, y) => ({ column: Math.floor(x / cellMeters), row: Math.floor(y / cellMeters) }),
    idOf: ({ column, row }) => `cell:${epsg}-${column * cellMeters}-${row * cellMeters}`,
    centreOf: ({ column, row }) => {
      const x = (column + 0.5) * cellMeters;
      const y = (row + 0.5) * cellMeters;
      return { x, y, position: projection.inverse(x, y) };
    },
  };
}
