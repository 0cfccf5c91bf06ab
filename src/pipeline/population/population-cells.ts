import type { AgeBand } from '../../city/types.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { Grade } from '../../shared/grade.ts';
import type { GridCell, PopulationGrid } from '../types.ts';
import { bandFromKey, bandKey, compareBands } from './age-group.ts';
import { CELL_METERS, type CellFrame } from './cell-frame.ts';
import { parseCellId } from './cell-id.ts';
import type { WeightedPlace } from './floor-area.ts';
import type { PopulationInput } from './population-input.ts';
import { findResidentialGround, type GroundTier } from './residential-ground.ts';
import { toThousandths } from './round-persons.ts';
import { type CellWeights, spreadCounts } from './spread-counts.ts';

/** A cell that people may live in. From a grid, weights are thousandths of persons; else floor area or covered land. */
export interface PopulationCell extends CellWeights {
  readonly id: string;
  readonly position: LonLat;
  /** Rank of the knowledge behind the weight, 0 = best: weights of two ranks cannot be compared. One cell may be there with several. */
  readonly tier: number;
  /** The grid says that people live here, but not how many: `weight` is 0. */
  readonly suppressed: boolean;
  /** Grade of the weight, read as a number of persons. */
  readonly grade: Grade;
  /** Centre of the cell of the source, by which a coarse cell belongs to the study area as a whole. */
  readonly sourcePosition: LonLat;
}

/** What is known of the ground. */
type Ground = Pick<PopulationInput, 'buildings' | 'residentialAreas' | 'businessAreas'>;

/** Cells by kind of their origin. */
export interface PopulationCells {
  readonly kind: 'grid' | 'coarse-grid' | 'buildings' | 'land' | 'none';
  /** Sorted by id. */
  readonly cells: readonly PopulationCell[];
  /** Age groups of the grid. */
  readonly groups: readonly AgeBand[];
  /** Coarse cells in which nothing was found to spread their people over, so that they were spread evenly. */
  readonly evenly: readonly GridCell[];
  /** Coarse cells with suppressed figures and nothing built in them: no cell stands for them. */
  readonly lost: readonly GridCell[];
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** The age groups that any cell has figures for, sorted. */
export function groupsOfGrid(grid: PopulationGrid): AgeBand[] {
  const keys = new Set(grid.cells.flatMap((cell) => Object.keys(cell.groups)));
  return [...keys].map(bandFromKey).sort(compareBands);
}

function thousandthsOf(groups: Readonly<Record<string, number | null>>): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(groups).map(([key, persons]) => [key, persons === null ? null : toThousandths(persons)]),
  );
}

/** Cells of a fine grid as they are. */
function cellsOfGrid(grid: PopulationGrid, frame: CellFrame): PopulationCell[] {
  return grid.cells.map((cell) => {
    const position = frame.projection.inverse(cell.x, cell.y);
    return {
      id: `${parseCellId(cell.id) ? 'zensus' : 'grid'}:${cell.id}`,
      position,
      weight: toThousandths(cell.total ?? 0),
      groups: thousandthsOf(cell.groups),
      tier: 0,
      suppressed: cell.total === null,
      grade: 'official',
      sourcePosition: position,
    };
  });
}

function evenPlaces(cell: GridCell, cellMeters: number, frame: CellFrame): WeightedPlace[] {
  const places: WeightedPlace[] = [];
  const from = frame.placeOf(
    cell.x - cellMeters / 2 + frame.cellMeters / 2,
    cell.y - cellMeters / 2 + frame.cellMeters / 2,
  );
  const perSide = Math.round(cellMeters / frame.cellMeters);
  for (let i = 0; i < perSide; i++)
    for (let k = 0; k < perSide; k++) places.push({ column: from.column + i, row: from.row + k, weight: 1 });
  return places;
}

/** Spreads one coarse cell over the places in it. */
function refineCell(
  cell: GridCell,
  places: readonly WeightedPlace[],
  groups: readonly AgeBand[],
  frame: CellFrame,
  grade: Grade,
): PopulationCell[] {
  const counts = { total: cell.total, persons: groups.map((group) => cell.groups[bandKey(group)] ?? null) };
  const weights = places.map(({ weight }) => ({ weight, groups: {} }));
  const parts = spreadCounts(counts, groups, weights);
  const sourcePosition = frame.projection.inverse(cell.x, cell.y);
  return places.map((place, i) => {
    const part = parts[i] as (typeof parts)[number];
    return {
      id: frame.idOf(place),
      position: frame.centreOf(place).position,
      weight: part.total ?? 0,
      groups: Object.fromEntries(groups.map((group, k) => [bandKey(group), part.persons[k] ?? null])),
      tier: 0,
      suppressed: cell.total === null,
      grade,
      sourcePosition,
    };
  });
}

/** Places by the coarse cell in which their centre lies. */
function placesByCoarseCell(grid: PopulationGrid, places: readonly WeightedPlace[], frame: CellFrame) {
  const size = grid.cellMeters;
  const first = grid.cells[0] as GridCell;
  const [originX, originY] = [first.x - size / 2, first.y - size / 2];
  const keyOf = (x: number, y: number) => `${Math.floor((x - originX) / size)} ${Math.floor((y - originY) / size)}`;
  const byKey = new Map<string, WeightedPlace[]>();
  for (const place of places) {
    const { cellMeters } = frame;
    const key = keyOf((place.column + 0.5) * cellMeters, (place.row + 0.5) * cellMeters);
    const list = byKey.get(key);
    if (list) list.push(place);
    else byKey.set(key, [place]);
  }
  return (cell: GridCell) => byKey.get(keyOf(cell.x, cell.y)) ?? [];
}

function refineGrid(grid: PopulationGrid, ground: readonly GroundTier[], frame: CellFrame): PopulationCells {
  const groups = groupsOfGrid(grid);
  const tiers = ground.map(({ places }) => placesByCoarseCell(grid, places, frame));
  const cells: PopulationCell[] = [];
  const evenly: GridCell[] = [];
  const lost: GridCell[] = [];
  for (const cell of grid.cells) {
    const places = tiers.map((placesIn) => placesIn(cell)).find((found) => found.length > 0) ?? [];
    if (places.length > 0) {
      cells.push(...refineCell(cell, places, groups, frame, 'estimated'));
    } else if (cell.total === null) {
      lost.push(cell);
    } else {
      evenly.push(cell);
      cells.push(...refineCell(cell, evenPlaces(cell, grid.cellMeters, frame), groups, frame, 'assumed'));
    }
  }
  return { kind: 'coarse-grid', cells: cells.sort(byId), groups, evenly, lost };
}

function cellOnGround(place: WeightedPlace, tier: number, frame: CellFrame): PopulationCell {
  const { position } = frame.centreOf(place);
  return {
    id: frame.idOf(place),
    position,
    weight: place.weight,
    groups: {},
    tier,
    suppressed: false,
    grade: 'estimated',
    sourcePosition: position,
  };
}

/**
 * The cells in which people may live, by the best that there is: a grid of at most 100 m as it is, a coarser one spread over buildings (or
 * residential land), buildings alone, residential land alone, nothing.
 */
export function findPopulationCells(
  { buildings, residentialAreas, businessAreas }: Ground,
  grid: PopulationGrid | null,
  frame: CellFrame,
): PopulationCells {
  if (grid && grid.cellMeters <= CELL_METERS) {
    const cells = cellsOfGrid(grid, frame).sort(byId);
    return { kind: 'grid', cells, groups: groupsOfGrid(grid), evenly: [], lost: [] };
  }
  const ground = findResidentialGround(buildings, residentialAreas, businessAreas, frame);
  if (grid) return refineGrid(grid, ground, frame);
  const cells = ground.flatMap(({ places }, tier) => places.map((place) => cellOnGround(place, tier, frame)));
  return { kind: ground[0]?.kind ?? 'none', cells: cells.sort(byId), groups: [], evenly: [], lost: [] };
}
