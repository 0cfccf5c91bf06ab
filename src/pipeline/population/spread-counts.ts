import type { AgeBand } from '../../city/types.ts';
import { bandKey, containsBand } from './age-group.ts';
import { apportion } from './apportion.ts';
import { toThousandths } from './round-persons.ts';

/** Figures of an area, in persons. */
export interface Counts {
  readonly total: number | null;
  readonly persons: readonly (number | null)[];
}

/** What a cell weighs: its own total, and figures by age group (keyed by `bandKey`) where its source has them. Whole numbers. */
export interface CellWeights {
  readonly weight: number;
  readonly groups: Readonly<Record<string, number | null>>;
}

/** Figures of a cell in whole thousandths of a person. */
export interface SpreadCounts {
  readonly total: number | null;
  readonly persons: readonly (number | null)[];
}

/**
 * By what a band is spread: by the narrowest of the cells' age groups that holds it, else by the cells' totals. A cell whose group is
 * missing gets the average share that the group has in the other cells.
 */
function weightsOfBand(band: AgeBand, groups: readonly AgeBand[], cells: readonly CellWeights[]): readonly number[] {
  const totals = cells.map(({ weight }) => weight);
  const width = (group: AgeBand) => (group.to ?? 200) - group.from;
  const [group] = groups.filter((candidate) => containsBand(candidate, band)).sort((a, b) => width(a) - width(b));
  if (group === undefined) return totals;
  const key = bandKey(group);
  let groupSum = 0;
  let totalSum = 0;
  for (const cell of cells) {
    const figure = cell.groups[key] ?? null;
    if (figure === null) continue;
    groupSum += figure;
    totalSum += cell.weight;
  }
  if (groupSum === 0 || totalSum === 0) return totals;
  return cells.map((cell) => cell.groups[key] ?? Math.round((cell.weight * groupSum) / totalSum));
}

/**
 * Spreads the counts of an area over its cells, each band and the people of no band (total minus bands) by itself, so that the cells add
 * up to the counts exactly. A cell's total is the sum of its parts. Where a band is missing, or the bands exceed the total, the total is
 * spread by itself. A missing count is missing in every cell. Weights must add up to more than 0; cells in the order of their ids.
 */
export function spreadCounts(
  counts: Counts,
  bands: readonly AgeBand[],
  cells: readonly CellWeights[],
  groups: readonly AgeBand[] = [],
): SpreadCounts[] {
  const totals = cells.map(({ weight }) => weight);
  const columns = counts.persons.map((persons, i) =>
    persons === null ? null : apportion(toThousandths(persons), weightsOfBand(bands[i] as AgeBand, groups, cells)),
  );
  const bandSum = counts.persons.reduce<number>((sum, persons) => sum + toThousandths(persons ?? 0), 0);
  const total = counts.total === null ? null : toThousandths(counts.total);
  const inParts = total !== null && !counts.persons.includes(null) && bandSum <= total;
  const rest = total === null ? null : apportion(inParts ? total - bandSum : total, totals);
  return cells.map((_, i) => {
    const persons = columns.map((column) => (column === null ? null : (column[i] as number)));
    if (rest === null) return { total: null, persons };
    const own = inParts ? persons.reduce<number>((sum, value) => sum + (value ?? 0), 0) : 0;
    return { total: own + (rest[i] as number), persons };
  });
}
