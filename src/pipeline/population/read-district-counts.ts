import type { AgeBand } from '../../city/types.ts';
import { fail, type Note, note, type Where } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import { columnIndex, filterRows, parseCount, rowNumber } from '../tables/table-cells.ts';
import type { DistrictCounts, TextTable } from '../types.ts';
import { areContiguous, bandKey, compareBands, coverAllAges, parseAgeGroup } from './age-group.ts';
import { listNames } from './list-names.ts';
import type { AgeGroup, DistrictCountsOptions, JoinOptions, LongCounts, WideCounts } from './population-options.ts';
import { roundPersons } from './round-persons.ts';

/** What the reader has to know besides the table. */
export interface CountsContext {
  /** Name of the table's file, for messages. */
  readonly file: string;
  /** Key of a district in its source → id of the district. Exactly the districts that the table is about. */
  readonly idByKey: ReadonlyMap<string, string>;
  /** Key in the table → key of the district, where they differ; see {@link readJoin}. */
  readonly join?: ReadonlyMap<string, string>;
}

/** The districts' people by age. `bands` are sorted and contiguous; `counts` are sorted by district id. */
export interface DistrictPopulation {
  readonly bands: readonly AgeBand[];
  readonly counts: readonly DistrictCounts[];
}

interface Entry {
  readonly district: string;
  readonly group: AgeBand | 'total';
  readonly label: string;
  readonly value: number | null;
  readonly row: number;
}

/** Table key → district key. Throws where a table key stands for two districts. */
export function readJoin(table: TextTable, options: JoinOptions, file: string): ReadonlyMap<string, string> {
  const from = columnIndex(table, options.from, file);
  const to = columnIndex(table, options.to, file);
  const join = new Map<string, string>();
  table.rows.forEach((row, i) => {
    const [key, target] = [row[from] as string, row[to] as string];
    if (key === '') return;
    const known = join.get(key);
    if (known !== undefined && known !== target) {
      fail('population.join-duplicate', { found: key }, { file, row: rowNumber(table, i), column: options.from });
    }
    join.set(key, target);
  });
  return join;
}

function createDistrictFinder(options: DistrictCountsOptions, { idByKey, join }: CountsContext) {
  const ignored = new Set(options.ignoreDistricts ?? []);
  const skipped = new Map<string, number>();
  const find = (key: string, where: Where): string | null => {
    if (ignored.has(key)) {
      skipped.set(key, (skipped.get(key) ?? 0) + 1);
      return null;
    }
    const target = join ? join.get(key) : key;
    if (target === undefined) return fail('population.join-unknown', { found: key }, where);
    const examples = [...idByKey.keys()].slice(0, 5).join(', ');
    return idByKey.get(target) ?? fail('population.district-unknown', { found: target, examples }, where);
  };
  return { find, skipped };
}

type Finder = ReturnType<typeof createDistrictFinder>;

function wideEntries(table: TextTable, options: WideCounts, file: string, finder: Finder): Entry[] {
  const districtAt = columnIndex(table, options.district, file);
  const columns = Object.entries(options.columns)
    .filter((entry): entry is [string, AgeBand | 'total'] => entry[1] !== 'ignore')
    .map(([label, group]) => ({ label, group, at: columnIndex(table, label, file) }));
  return filterRows(table, options.filters, file).flatMap((i) => {
    const cells = table.rows[i] as readonly string[];
    const row = rowNumber(table, i);
    const district = finder.find(cells[districtAt] as string, { file, row, column: options.district });
    if (district === null) return [];
    return columns.map(({ label, group, at }) => {
      const value = parseCount(cells[at] as string, options, { file, row, column: label });
      return { district, group, label, value, row };
    });
  });
}

function groupOf(label: string, options: LongCounts, where: Where): AgeGroup {
  const named = options.groups && Object.hasOwn(options.groups, label) ? options.groups[label] : undefined;
  return named ?? parseAgeGroup(label) ?? fail('population.age-group-unknown', { found: label }, where);
}

function longEntries(table: TextTable, options: LongCounts, file: string, finder: Finder): Entry[] {
  const districtAt = columnIndex(table, options.district, file);
  const valueAt = columnIndex(table, options.values, file);
  const agesAt = options.ages === undefined ? null : columnIndex(table, options.ages, file);
  return filterRows(table, options.filters, file).flatMap((i) => {
    const cells = table.rows[i] as readonly string[];
    const row = rowNumber(table, i);
    const district = finder.find(cells[districtAt] as string, { file, row, column: options.district });
    if (district === null) return [];
    const label = agesAt === null ? 'total' : (cells[agesAt] as string);
    const group = agesAt === null ? 'total' : groupOf(label, options, { file, row, column: options.ages as string });
    if (group === 'ignore') return [];
    const value = parseCount(cells[valueAt] as string, options, { file, row, column: options.values });
    return [{ district, group, label, value, row }];
  });
}

/** Sums of the entries by district and group; a missing figure makes its sum missing. */
function addUp(entries: readonly Entry[], addRows: boolean, file: string): Map<string, Map<string, number | null>> {
  const firstRows = new Map<string, number>();
  const sums = new Map<string, Map<string, number | null>>();
  for (const { district, group, label, value, row } of entries) {
    const entryKey = `${district}\n${label}`;
    const firstRow = firstRows.get(entryKey);
    if (firstRow !== undefined && !addRows) {
      fail('population.district-duplicate', { district, ages: label, firstRow }, { file, row });
    }
    firstRows.set(entryKey, firstRow ?? row);
    const ofDistrict = sums.get(district) ?? new Map<string, number | null>();
    const key = group === 'total' ? 'total' : bandKey(group);
    const before = ofDistrict.has(key) ? (ofDistrict.get(key) as number | null) : 0;
    ofDistrict.set(key, before === null || value === null ? null : roundPersons(before + value));
    sums.set(district, ofDistrict);
  }
  return sums;
}

function bandsOf(entries: readonly Entry[], file: string): AgeBand[] {
  const bands = new Map<string, AgeBand>();
  for (const { group } of entries) if (group !== 'total') bands.set(bandKey(group), { from: group.from, to: group.to });
  const sorted = [...bands.values()].sort(compareBands);
  if (!areContiguous(sorted)) fail('population.bands-broken', { found: sorted.map(bandKey).join(', ') }, { file });
  return sorted;
}

function sumOf(persons: readonly (number | null)[]): number | null {
  return persons.includes(null) ? null : roundPersons(persons.reduce<number>((sum, value) => sum + (value ?? 0), 0));
}

/** The total as delivered; where the table has none, the sum of bands that hold every age. */
function withTotals(counts: readonly DistrictCounts[], bands: readonly AgeBand[], hasTotal: boolean) {
  if (hasTotal || !coverAllAges(bands)) return counts;
  return counts.map((count) => ({ ...count, total: sumOf(count.persons) }));
}

function describe(
  population: DistrictPopulation,
  hasTotal: boolean,
  skipped: ReadonlyMap<string, number>,
  file: string,
) {
  const { bands, counts } = population;
  const where = { file };
  const notes: Note[] = [];
  const names = (list: readonly DistrictCounts[]) => listNames(list.map(({ district }) => district));
  if (skipped.size > 0) {
    const count = [...skipped.values()].reduce((sum, rows) => sum + rows, 0);
    notes.push(
      note('info', 'population.district-rows-ignored', { keys: listNames([...skipped.keys()]) }, { where, count }),
    );
  }
  const incomplete = counts.filter(({ total, persons }) => (hasTotal && total === null) || persons.includes(null));
  if (incomplete.length > 0) {
    const params = { districts: names(incomplete) };
    notes.push(note('warning', 'population.counts-missing', params, { where, count: incomplete.length }));
  }
  if (bands.length === 0) return notes;
  if (!hasTotal && coverAllAges(bands)) notes.push(note('info', 'population.total-from-bands', {}, { where }));
  const complete = counts.flatMap(({ district, total, persons }) => {
    const sum = sumOf(persons);
    return sum === null || total === null ? [] : [{ district, bands: sum, total }];
  });
  const [example, ...others] = complete.filter((count) => count.bands > count.total);
  if (example) {
    notes.push(note('warning', 'population.bands-exceed-total', example, { where, count: others.length + 1 }));
  }
  const bandSum = complete.reduce((sum, count) => sum + count.bands, 0);
  const totalSum = complete.reduce((sum, count) => sum + count.total, 0);
  if (bandSum < totalSum) {
    const params = { bands: roundPersons(bandSum), total: roundPersons(totalSum) };
    notes.push(note('info', 'population.bands-leave-remainder', params, { where }));
  }
  return notes;
}

/**
 * Reads a table of people by district and age group, wide or long. Age bands are those of the table: sorted, contiguous, half-open; they
 * may leave a remainder against the total, which is never invented. A district that has no row keeps everything missing and is named in
 * the notes. Throws, with file, row and column: unknown district or age group, text or negative figure, a district and age group that
 * stand twice, bands with gaps or overlaps.
 */
export function readDistrictCounts(
  table: TextTable,
  options: DistrictCountsOptions,
  context: CountsContext,
): WithNotes<DistrictPopulation> {
  const { file, idByKey } = context;
  const finder = createDistrictFinder(options, context);
  const entries =
    options.form === 'wide' ? wideEntries(table, options, file, finder) : longEntries(table, options, file, finder);
  const bands = bandsOf(entries, file);
  const hasTotal = entries.some(({ group }) => group === 'total');
  const sums = addUp(entries, options.addRows ?? false, file);
  const ids = [...new Set(idByKey.values())].sort();
  const counts = withTotals(
    ids.map((district) => ({
      district,
      total: sums.get(district)?.get('total') ?? null,
      persons: bands.map((band) => sums.get(district)?.get(bandKey(band)) ?? null),
    })),
    bands,
    hasTotal,
  );
  const population = { bands, counts };
  const withRow = { bands, counts: counts.filter(({ district }) => sums.has(district)) };
  const notes = describe(withRow, hasTotal, finder.skipped, file);
  const absent = ids.filter((id) => !sums.has(id));
  if (absent.length > 0) {
    const params = { districts: listNames(absent) };
    notes.push(note('warning', 'population.districts-without-row', params, { where: { file }, count: absent.length }));
  }
  return { data: population, notes };
}
