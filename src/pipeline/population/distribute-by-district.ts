import type { AgeBand, DemandPoint, District } from '../../city/types.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import type { Grade } from '../../shared/grade.ts';
import { fail, type Note, note } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import type { DistrictCounts } from '../types.ts';
import { bandKey, containsBand } from './age-group.ts';
import type { CellFrame } from './cell-frame.ts';
import { homeOf, noteCells, outsidePoints, personsIn, personsOf } from './demand-points.ts';
import { metricBounds } from './land-area.ts';
import { listNames } from './list-names.ts';
import type { PopulationCell, PopulationCells } from './population-cells.ts';
import type { PopulationInput } from './population-input.ts';
import { type SpreadCounts, spreadCounts } from './spread-counts.ts';

/** A cell and the districts of its centre. */
interface HomeCell extends PopulationCell {
  readonly districts: readonly string[];
}

type Way = 'spread' | 'evenly' | 'unscaled' | 'nobody';

interface DistrictResult {
  readonly district: DistrictCounts;
  readonly way: Way;
  readonly points: readonly DemandPoint[];
}

/** The level, from 1, that all counts speak of. */
function levelOfCounts(input: PopulationInput): number {
  const levelById = new Map(input.districts.map(({ id, level }) => [id, level]));
  const levels = [...new Set(input.counts.map(({ district }) => levelById.get(district) ?? 0))].sort();
  if (levels.length !== 1 || levels[0] === 0) fail('population.levels-mixed', { levels: levels.join(', ') });
  return levels[0] as number;
}

/** Counts of every district of the level, sorted by id; one without counts has everything missing. */
function countsOfLevel(input: PopulationInput, level: number): DistrictCounts[] {
  const byDistrict = new Map(input.counts.map((counts) => [counts.district, counts]));
  const missing = { total: null, persons: input.bands.map(() => null) };
  return input.districts
    .filter((district) => district.level === level)
    .map(({ id }) => byDistrict.get(id) ?? { district: id, ...missing })
    .sort((a, b) => (a.district < b.district ? -1 : 1));
}

function toPoint(cell: HomeCell, figures: SpreadCounts, grade: Grade): DemandPoint {
  const { id, position, districts } = cell;
  return {
    id,
    position,
    districts,
    total: personsOf(figures.total),
    persons: figures.persons.map(personsOf),
    outside: false,
    grade,
  };
}

/** Every cell whose centre lies in the district, all of the same weight. */
function evenCells(input: PopulationInput, district: District, frame: CellFrame): HomeCell[] {
  const bounds = metricBounds(district.geometry, frame);
  const first = frame.placeOf(bounds.west, bounds.south);
  const last = frame.placeOf(bounds.east, bounds.north);
  const cells: HomeCell[] = [];
  for (let column = first.column; column <= last.column; column++) {
    for (let row = first.row; row <= last.row; row++) {
      const { position } = frame.centreOf({ column, row });
      const districts = homeOf(input, position);
      if (districts?.[district.level - 1] !== district.id) continue;
      cells.push(evenCell(frame.idOf({ column, row }), position, districts));
    }
  }
  return cells.length > 0 ? cells.sort((a, b) => (a.id < b.id ? -1 : 1)) : [pointInside(input, district)];
}

function evenCell(id: string, position: PopulationCell['position'], districts: readonly string[]): HomeCell {
  return {
    id,
    position,
    districts,
    weight: 1,
    groups: {},
    tier: 0,
    suppressed: false,
    grade: 'assumed',
    sourcePosition: position,
  };
}

/** A district so small that no cell has its centre in it: one point inside it (inside its first part, if it is divided further). */
function pointInside(input: PopulationInput, district: District): HomeCell {
  const parents = new Map(input.districts.map(({ id, parent }) => [id, parent]));
  const chainOf = (id: string | null | undefined): string[] => (id ? [...chainOf(parents.get(id)), id] : []);
  const finest = input.districts
    .filter(({ id, level }) => level === input.locator.levelCount && chainOf(id).includes(district.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))[0];
  const home = finest ?? district;
  return evenCell(`district:${home.id}`, interiorPoint(home.geometry), chainOf(home.id));
}

function distributeDistrict(
  input: PopulationInput,
  counts: DistrictCounts,
  cells: readonly HomeCell[],
  found: PopulationCells,
  frame: CellFrame,
): DistrictResult {
  const unknown = counts.total === null && counts.persons.every((persons) => persons === null);
  const fromGrid = found.kind === 'grid' || found.kind === 'coarse-grid';
  const missing = { total: null, persons: counts.persons.map(() => null) };
  if (unknown && fromGrid) {
    const points = cells.map((cell) =>
      toPoint(cell, { ...missing, total: cell.suppressed ? null : cell.weight }, cell.grade),
    );
    return { district: counts, way: 'unscaled', points };
  }
  const tier = cells.reduce((best, cell) => (cell.weight > 0 ? Math.min(best, cell.tier) : best), Infinity);
  const known = cells.filter((cell) => !cell.suppressed && cell.tier === tier);
  if (known.length > 0) {
    const figures = spreadCounts(counts, input.bands, known, found.groups);
    const points = known.map((cell, i) => toPoint(cell, figures[i] as SpreadCounts, worseOf(cell.grade)));
    const suppressed = cells.filter((cell) => cell.suppressed).map((cell) => toPoint(cell, missing, 'estimated'));
    return { district: counts, way: 'spread', points: [...points, ...suppressed] };
  }
  if (counts.total === 0) return { district: counts, way: 'nobody', points: [] };
  const district = input.districts.find(({ id }) => id === counts.district) as District;
  const even = evenCells(input, district, frame);
  const figures = spreadCounts(counts, input.bands, even);
  const points = even.map((cell, i) => toPoint(cell, figures[i] as SpreadCounts, 'assumed'));
  return { district: counts, way: 'evenly', points };
}

function worseOf(grade: Grade): Grade {
  return grade === 'assumed' ? 'assumed' : 'estimated';
}

function noteMethod(found: PopulationCells, input: PopulationInput, results: readonly DistrictResult[]): Note[] {
  const spread = results.filter(({ way }) => way === 'spread');
  const count = spread.reduce((sum, { points }) => sum + points.length, 0);
  const params = { districts: spread.length };
  switch (found.kind) {
    case 'grid':
      return [note('info', 'population.spread-by-grid', params, { count })];
    case 'coarse-grid':
      return [note('info', 'population.spread-by-coarse-grid', params, { count })];
    case 'buildings': {
      const used = input.buildings.filter(({ residential }) => residential !== false);
      const withLevels = used.filter(({ levels }) => levels !== null && levels > 0).length;
      return [
        note('info', 'population.spread-by-buildings', { ...params, buildings: used.length, withLevels }, { count }),
      ];
    }
    case 'land':
      return [
        note('info', 'population.spread-by-land', { ...params, areas: input.residentialAreas.length }, { count }),
      ];
    case 'none':
      return [];
  }
}

function noteDistricts(found: PopulationCells, results: readonly DistrictResult[]): Note[] {
  const notes: Note[] = [];
  const names = (list: readonly DistrictResult[]) => listNames(list.map(({ district }) => district.district));
  const evenly = results.filter(({ way }) => way === 'evenly');
  if (evenly.length > 0) {
    const persons = Math.round(evenly.reduce((sum, { district }) => sum + (district.total ?? 0), 0));
    notes.push(
      found.kind === 'none'
        ? note('warning', 'population.spread-evenly', { persons }, { count: evenly.length })
        : note(
            'warning',
            'population.districts-spread-evenly',
            { districts: names(evenly), persons },
            { count: evenly.length },
          ),
    );
  }
  const unscaled = results.filter(({ way }) => way === 'unscaled');
  if (unscaled.length > 0) {
    notes.push(
      note('warning', 'population.districts-unscaled', { districts: names(unscaled) }, { count: unscaled.length }),
    );
  }
  return notes;
}

/** The grid's own sum against the official one, where both speak of the same districts. */
function noteDifference(
  results: readonly DistrictResult[],
  byDistrict: ReadonlyMap<string, readonly HomeCell[]>,
): Note[] {
  const scaled = results.filter(({ way, district }) => way === 'spread' && district.total !== null);
  const cells = scaled.flatMap(({ district }) => byDistrict.get(district.district) ?? []);
  const counts = Math.round(scaled.reduce((sum, { district }) => sum + (district.total ?? 0), 0));
  return scaled.length > 0 ? [note('info', 'population.grid-scaled', { grid: personsIn(cells), counts })] : [];
}

/**
 * Points from official counts: each district's counts over the cells whose centre lies in it, by the cells' weights; evenly where it has
 * no cell with weight. Σ points of a district = its counts, exactly. Counts of all districts must be of one level.
 */
export function distributeByDistrict(
  input: PopulationInput,
  found: PopulationCells,
  frame: CellFrame,
): WithNotes<{ points: DemandPoint[]; bands: readonly AgeBand[] }> {
  const level = levelOfCounts(input);
  const byDistrict = new Map<string, HomeCell[]>();
  const outside: PopulationCell[] = [];
  for (const cell of found.cells) {
    const districts = homeOf(input, cell.position);
    if (districts === null) {
      outside.push(cell);
      continue;
    }
    const id = districts[level - 1] as string;
    const list = byDistrict.get(id);
    if (list) list.push({ ...cell, districts });
    else byDistrict.set(id, [{ ...cell, districts }]);
  }
  const results = countsOfLevel(input, level).map((counts) =>
    distributeDistrict(input, counts, byDistrict.get(counts.district) ?? [], found, frame),
  );
  const fromGrid = found.kind === 'grid' || found.kind === 'coarse-grid';
  const rest = outsidePoints(input, fromGrid ? outside : [], input.bands.length);
  const unused = found.groups.filter((group) => !input.bands.some((band) => containsBand(group, band)));
  const notes = [
    ...noteMethod(found, input, results),
    ...noteDistricts(found, results),
    ...(fromGrid ? noteDifference(results, byDistrict) : []),
    ...(unused.length > 0
      ? [note('info', 'population.grid-groups-unused', { found: unused.map(bandKey).join(', ') })]
      : []),
    ...noteCells(found),
    ...rest.notes,
  ];
  return { data: { points: [...results.flatMap(({ points }) => points), ...rest.data], bands: input.bands }, notes };
}
