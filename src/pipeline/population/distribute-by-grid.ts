import type { AgeBand, DemandPoint } from '../../city/types.ts';
import { type Note, note } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import { areContiguous, bandKey } from './age-group.ts';
import { homeOf, noteCells, outsidePoints, personsOf } from './demand-points.ts';
import type { PopulationCell, PopulationCells } from './population-cells.ts';
import type { PopulationInput } from './population-input.ts';

/**
 * Points from a grid alone: its totals, and its age groups where they are contiguous. With districts, a cell is inside if it lies in one;
 * without, if its source's cell has its centre in the study area, so that the sum inside is that of whole cells. No grid: no points.
 */
export function distributeByGrid(
  input: PopulationInput,
  found: PopulationCells,
): WithNotes<{ points: DemandPoint[]; bands: readonly AgeBand[] }> {
  const notes: Note[] = [];
  if (found.kind !== 'grid' && found.kind !== 'coarse-grid') {
    return { data: { points: [], bands: [] }, notes: [note('warning', 'population.none', {})] };
  }
  const useGroups = found.groups.length > 0 && areContiguous(found.groups);
  if (!useGroups && found.groups.length > 0) {
    notes.push(note('info', 'population.grid-groups-unused', { found: found.groups.map(bandKey).join(', ') }));
  }
  const bands = useGroups ? found.groups : [];
  const points: DemandPoint[] = [];
  const outside: PopulationCell[] = [];
  for (const cell of found.cells) {
    const home = homeOf(input, cell.position);
    const inside = input.districts.length > 0 ? home !== null : input.isInside(cell.sourcePosition);
    if (!inside) {
      outside.push(cell);
      continue;
    }
    points.push({
      id: cell.id,
      position: cell.position,
      districts: home ?? [],
      total: cell.suppressed ? null : personsOf(cell.weight),
      persons: bands.map((band) => personsOf(cell.groups[bandKey(band)] ?? null)),
      outside: false,
      grade: cell.grade,
    });
  }
  const count = points.length;
  notes.push(
    found.kind === 'grid'
      ? note('info', 'population.grid-alone', {}, { count })
      : note('info', 'population.coarse-grid-alone', {}, { count }),
    ...noteCells(found),
  );
  const rest = outsidePoints(input, outside, bands.length);
  return { data: { points: [...points, ...rest.data], bands }, notes: [...notes, ...rest.notes] };
}
