import { projectionOf } from '../../city/projection.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { Area } from '../../shared/geometry/area.ts';
import { polygonsFromUnits, polygonsInUnits } from '../../shared/geometry/area.ts';
import { combine } from '../../shared/geometry/boolean-operations.ts';
import { boxOfGeometry } from '../../shared/geometry/box.ts';
import { createAreaTester } from '../../shared/geometry/side-of-area.ts';

/** The grid that a catchment is made of, as plain data; a cell is `row × columns + column`, rows from the north. */
export interface CellGrid {
  readonly epsg: number;
  readonly cellMeters: number;
  readonly columns: number;
  readonly rows: number;
  /** Column and row number (cell sizes from the CRS's origin) of the grid's north-western corner. */
  readonly west: number;
  readonly north: number;
}

/** What a screen asks of a grid; made once per grid. */
export interface CellGeometry {
  /** The cell a place lies in; −1 = beyond the grid. */
  cellAt(position: LonLat): number;
  positionOf(cell: number): LonLat;
  /** The outline of some cells; those that touch along a side are one. `null` for none. */
  areaOf(cells: ReadonlySet<number>): Area | null;
  /** The cells whose middle lies in an area. */
  cellsOf(area: Area): Set<number>;
}

export function createCellGeometry({ epsg, cellMeters, columns, rows, west, north }: CellGrid): CellGeometry {
  const projection = projectionOf(epsg);
  const corner = (column: number, row: number) => [
    ...projection.inverse((west + column) * cellMeters, (north - row) * cellMeters),
  ];
  const columnOf = (cell: number) => cell % columns;
  const rowOf = (cell: number) => Math.floor(cell / columns);
  const positionOf = (cell: number) =>
    projection.inverse((west + columnOf(cell) + 0.5) * cellMeters, (north - rowOf(cell) - 0.5) * cellMeters);
  const cellAt = ([lon, lat]: LonLat) => {
    const [x, y] = projection.forward(lon, lat);
    const column = Math.floor(x / cellMeters) - west;
    const row = north - 1 - Math.floor(y / cellMeters);
    return column < 0 || column >= columns || row < 0 || row >= rows ? -1 : row * columns + column;
  };
  /** Cells side by side as one ring that keeps every corner: rings above and below share them to the last digit. */
  const ringOfRun = (first: number, count: number) => {
    const [column, row] = [columnOf(first), rowOf(first)];
    const along = Array.from({ length: count + 1 }, (_, i) => column + i);
    const south = along.map((x) => corner(x, row + 1));
    const top = along.map((x) => corner(x, row)).reverse();
    return [...south, ...top, south[0]!];
  };
  return {
    cellAt,
    positionOf,
    areaOf(cells) {
      const runs = runsOf(cells, columns).map(({ first, count }) => polygonsInUnits([[ringOfRun(first, count)]]));
      const [first, ...others] = runs;
      if (first === undefined) return null;
      return { type: 'MultiPolygon', coordinates: polygonsFromUnits(combine('union', first, others)) };
    },
    cellsOf(area) {
      const box = boxOfGeometry(area);
      const found = new Set<number>();
      if (box === null) return found;
      const [lonWest, latSouth, lonEast, latNorth] = box;
      const at = [lonWest, lonEast].flatMap((lon) => [latSouth, latNorth].map((lat) => projection.forward(lon, lat)));
      const reach = (values: readonly number[], base: number, most: number, sign: 1 | -1) => {
        const places = values.map((value) => sign * (Math.floor(value / cellMeters) - base));
        return [Math.max(0, Math.min(...places) - 1), Math.min(most - 1, Math.max(...places) + 1)] as const;
      };
      const [columnFrom, columnTo] = reach(
        at.map(([x]) => x!),
        west,
        columns,
        1,
      );
      const [rowFrom, rowTo] = reach(
        at.map(([, y]) => y!),
        north - 1,
        rows,
        -1,
      );
      const tester = createAreaTester(area);
      for (let row = rowFrom; row <= rowTo; row++) {
        for (let column = columnFrom; column <= columnTo; column++) {
          const cell = row * columns + column;
          if (tester.sideOf(positionOf(cell)) !== 'outside') found.add(cell);
        }
      }
      return found;
    },
  };
}

/** Cells side by side in a row, in the order of the cells. */
function runsOf(cells: ReadonlySet<number>, columns: number) {
  const runs: { first: number; count: number }[] = [];
  for (const cell of [...cells].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && cell === last.first + last.count && cell % columns !== 0) last.count++;
    else runs.push({ first: cell, count: 1 });
  }
  return runs;
}

/** The cells that share a side with one. */
export function neighboursOf(cell: number, { columns, rows }: Pick<CellGrid, 'columns' | 'rows'>): readonly number[] {
  const column = cell % columns;
  return [
    ...(column > 0 ? [cell - 1] : []),
    ...(column < columns - 1 ? [cell + 1] : []),
    ...(cell >= columns ? [cell - columns] : []),
    ...(cell < (rows - 1) * columns ? [cell + columns] : []),
  ];
}

/** The cells of a square of an odd number of cells around one. */
export function cellsAround(cell: number, side: number, { columns, rows }: CellGrid): readonly number[] {
  const reach = (side - 1) / 2;
  const [column, row] = [cell % columns, Math.floor(cell / columns)];
  const found: number[] = [];
  for (let y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y++) {
    for (let x = Math.max(0, column - reach); x <= Math.min(columns - 1, column + reach); x++) {
      found.push(y * columns + x);
    }
  }
  return found;
}

/** In how many pieces some cells lie; cells that share a side are of one piece. O(cells). */
export function countPieces(cells: ReadonlySet<number>, grid: CellGrid): number {
  const left = new Set(cells);
  let pieces = 0;
  for (const start of cells) {
    if (!left.delete(start)) continue;
    pieces++;
    const open = [start];
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      for (const next of neighboursOf(cell, grid)) if (left.delete(next)) open.push(next);
    }
  }
  return pieces;
}

/** Cells that some cells close in, e.g. a park: they belong to the same catchment. O(cells of the box around). */
export function enclosedCells(cells: ReadonlySet<number>, columns: number): number[] {
  const columnOf = (cell: number) => cell % columns;
  const rowOf = (cell: number) => Math.floor(cell / columns);
  const [west, east] = [Math.min, Math.max].map((most) => most(...[...cells].map(columnOf))) as [number, number];
  const [north, south] = [Math.min, Math.max].map((most) => most(...[...cells].map(rowOf))) as [number, number];
  // One more cell on every side: from there all of the outside is reached.
  const width = east - west + 3;
  const height = south - north + 3;
  const isTaken = (x: number, y: number) =>
    cells.has((north + y - 1) * columns + west + x - 1) && x > 0 && x < width - 1;
  const outside = new Uint8Array(width * height);
  const open = [0];
  outside[0] = 1;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    for (const [nextX, nextY] of [
      [x - 1, y],
      [x + 1, y],
      [x, y - 1],
      [x, y + 1],
    ] as const) {
      const next = nextY * width + nextX;
      if (nextX < 0 || nextX >= width || nextY < 0 || nextY >= height || outside[next] === 1 || isTaken(nextX, nextY))
        continue;
      outside[next] = 1;
      open.push(next);
    }
  }
  const found: number[] = [];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      if (outside[y * width + x] === 0 && !isTaken(x, y)) found.push((north + y - 1) * columns + west + x - 1);
    }
  }
  return found;
}

/** A cell at the rim of a catchment. */
export interface RimCell {
  readonly cell: number;
  readonly isIn: boolean;
  /** Whole cells from the school's own, in metres. */
  readonly eastMeters: number;
  readonly northMeters: number;
}

const squareOf = ({ eastMeters, northMeters }: RimCell) => eastMeters ** 2 + northMeters ** 2;

/** The cells on both sides of a catchment's outline, the nearest to the school first; a school's own cell where there is none. */
export function rimCells(
  cells: ReadonlySet<number>,
  grid: CellGrid,
  geometry: CellGeometry,
  school: LonLat,
): readonly RimCell[] {
  const rim = new Set<number>();
  for (const cell of cells) {
    const beyond = neighboursOf(cell, grid).filter((next) => !cells.has(next));
    if (beyond.length > 0) rim.add(cell);
    for (const next of beyond) rim.add(next);
  }
  const own = geometry.cellAt(school);
  if (own < 0) return [];
  if (cells.size === 0) rim.add(own);
  const { columns, cellMeters } = grid;
  return [...rim]
    .map(
      (cell): RimCell => ({
        cell,
        isIn: cells.has(cell),
        eastMeters: ((cell % columns) - (own % columns)) * cellMeters,
        northMeters: (Math.floor(own / columns) - Math.floor(cell / columns)) * cellMeters,
      }),
    )
    .sort((a, b) => squareOf(a) - squareOf(b) || a.cell - b.cell);
}
