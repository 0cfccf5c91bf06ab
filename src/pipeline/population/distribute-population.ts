import type { AgeBand, CityIdentity, DemandPoint } from '../../city/types.ts';
import { type Note, note } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import type { PopulationGrid } from '../types.ts';
import { areContiguous, bandKey, coverAllAges } from './age-group.ts';
import { CELL_METERS, createCellFrame } from './cell-frame.ts';
import { distributeByDistrict } from './distribute-by-district.ts';
import { distributeByGrid } from './distribute-by-grid.ts';
import { findPopulationCells, groupsOfGrid } from './population-cells.ts';
import type { PopulationInput } from './population-input.ts';

export interface Distribution {
  /** Sorted by id. */
  readonly points: readonly DemandPoint[];
  /** Bands of the points: those of the counts, else those of the grid where they are contiguous, else none. */
  readonly bands: readonly AgeBand[];
  readonly demandGrid: CityIdentity['demandGrid'];
}

/** A grid that has age groups only gets their sums as totals, if they hold every age; otherwise it says nothing about how many people live where. */
function usableGrid(grid: PopulationGrid | null, notes: Note[]): PopulationGrid | null {
  if (grid === null || grid.cells.some((cell) => cell.total !== null)) return grid;
  const groups = groupsOfGrid(grid);
  if (!areContiguous(groups) || !coverAllAges(groups)) {
    const found = groups.map(bandKey).join(', ');
    notes.push(note('warning', 'population.grid-without-totals', { found }, { count: grid.cells.length }));
    return null;
  }
  const cells = grid.cells.map((cell) => {
    const figures = groups.map((group) => cell.groups[bandKey(group)] ?? null);
    const total = figures.includes(null) ? null : figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0);
    return { ...cell, total };
  });
  return { ...grid, cells };
}

/**
 * Spreads people over cells of 100 m, by the best way that the sources allow; see the table in README.md. The sums of a district are its
 * official counts to the thousandth; without districts, the sums inside the study area are those of the grid's cells. Nothing depends on
 * the order of the input. Methods, and everything left out or assumed, are in the notes.
 */
export function distributePopulation(input: PopulationInput): WithNotes<Distribution> {
  const notes: Note[] = [];
  const grid = usableGrid(input.grid, notes);
  const side = grid && grid.cellMeters <= CELL_METERS ? grid.cellMeters : CELL_METERS;
  const frame = createCellFrame(grid?.epsg ?? input.epsg, side);
  const found = findPopulationCells(input, grid, frame);
  const result = input.counts.length > 0 ? distributeByDistrict(input, found, frame) : distributeByGrid(input, found);
  notes.push(...result.notes);
  const points = [...result.data.points].sort((a, b) => (a.id < b.id ? -1 : 1));
  const demandGrid = points.length > 0 ? { epsg: frame.epsg, cellMeters: frame.cellMeters } : null;
  return { data: { points, bands: result.data.bands, demandGrid }, notes };
}
