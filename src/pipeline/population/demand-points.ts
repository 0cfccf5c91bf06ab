import type { DemandPoint } from '../../city/types.ts';
import { type Note, note } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import type { PopulationCell, PopulationCells } from './population-cells.ts';
import type { PopulationInput } from './population-input.ts';

/** District ids of a position per level, or `null` where the finest level has none: it is then outside the city. */
export function homeOf(input: PopulationInput, position: PopulationCell['position']): readonly string[] | null {
  const found = input.locator.locate(position);
  return found.length > 0 && !found.includes(null) ? (found as string[]) : null;
}

/** Thousandths → persons. */
export function personsOf(thousandths: number | null): number | null {
  return thousandths === null ? null : thousandths / 1000;
}

/** People of whole cells, rounded for a sentence. */
export function personsIn(cells: readonly PopulationCell[]): number {
  return Math.round(cells.reduce((sum, cell) => sum + cell.weight, 0) / 1000);
}

/** Points for cells of a grid that lie outside the city: their total as the grid has it, no ages. What lies beyond the surroundings is counted only. */
export function outsidePoints(
  input: PopulationInput,
  cells: readonly PopulationCell[],
  bandCount: number,
): WithNotes<DemandPoint[]> {
  const kept = cells.filter((cell) => input.isKept(cell.position));
  const beyond = cells.filter((cell) => !input.isKept(cell.position));
  const notes: Note[] = [];
  if (kept.length > 0) {
    notes.push(note('info', 'population.cells-outside', { persons: personsIn(kept) }, { count: kept.length }));
  }
  if (beyond.length > 0) {
    notes.push(note('info', 'population.cells-beyond', { persons: personsIn(beyond) }, { count: beyond.length }));
  }
  const data = kept.map((cell) => ({
    id: cell.id,
    position: cell.position,
    districts: new Array<null>(input.locator.levelCount).fill(null),
    total: cell.suppressed ? null : personsOf(cell.weight),
    persons: new Array<null>(bandCount).fill(null),
    outside: true,
    grade: cell.grade,
  }));
  return { data, notes };
}

/** What there is to say about a grid's cells that were spread evenly, that keep no figures, or for which no cell stands. */
export function noteCells(found: PopulationCells): Note[] {
  const notes: Note[] = [];
  if (found.evenly.length > 0) {
    const persons = found.evenly.reduce((sum, cell) => sum + (cell.total ?? 0), 0);
    notes.push(note('warning', 'population.cells-spread-evenly', { persons }, { count: found.evenly.length }));
  }
  if (found.lost.length > 0) notes.push(note('warning', 'population.cells-lost', {}, { count: found.lost.length }));
  const suppressed = found.cells.filter((cell) => cell.suppressed).length;
  if (suppressed > 0) notes.push(note('info', 'population.cells-suppressed', {}, { count: suppressed }));
  return notes;
}
