import type { AgeBand, Forecast, Variant } from '../../city/types.ts';
import { fail, type Note, note } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import { selectDistrictRows } from './district-keys.ts';
import { asYear, type FigureSetting, fixedOrRead, oneOf } from './read-figures.ts';
import { type RoleOf, VARIANTS } from './recipe-roles.ts';
import type { Row, SourceRows } from './source-rows.ts';

type ForecastRole = RoleOf<'forecast'>;

interface Entry {
  readonly district: string;
  readonly variant: Variant;
  /** Bands of the city that the age group covers. */
  readonly bands: readonly number[];
  readonly year: number;
  readonly value: number | null;
  readonly row: Row;
}

export interface ReadForecast {
  readonly forecast: Forecast;
  /** Base year first. */
  readonly years: readonly number[];
  readonly variants: readonly Variant[];
}

/** The bands an age group consists of. Throws `pipeline.forecast-ages` where it cuts a band. */
function coveredBands(group: AgeBand, bands: readonly AgeBand[], row: Row, column: string): number[] {
  const end = (to: number | null) => to ?? Number.POSITIVE_INFINITY;
  const covered = bands.flatMap((band, i) => (band.from >= group.from && end(band.to) <= end(group.to) ? [i] : []));
  const first = bands[covered[0] ?? -1];
  const last = bands[covered.at(-1) ?? -1];
  if (first?.from !== group.from || last?.to !== group.to) {
    const known = bands.map(({ from, to }) => `${from}–${to ?? ''}`).join(', ');
    return fail('pipeline.forecast-ages', { found: `${group.from}–${group.to ?? ''}`, known }, row.where(column));
  }
  return covered;
}

function readEntries(rows: SourceRows, role: ForecastRole, setting: FigureSetting, bands: readonly AgeBand[]): Entry[] {
  return selectDistrictRows(rows, role, setting).map(({ row, district }) => {
    const group = fixedOrRead<string>(row, { column: role.age, values: identity(role.ages) }, (text) => text);
    return {
      district: district as string,
      variant: fixedOrRead(row, role.variant, oneOf(VARIANTS)),
      bands: coveredBands(role.ages[group] as AgeBand, bands, row, role.age),
      year: fixedOrRead(row, { column: role.year }, asYear),
      value: row.count(role.value),
      row,
    };
  });
}

function identity(record: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.keys(record).map((key) => [key, key]));
}

function keyOf(entry: Pick<Entry, 'district' | 'variant'>, band: number, year: number): string {
  return `${entry.district}\n${entry.variant}\n${band}\n${year}`;
}

function indexEntries(entries: readonly Entry[]): Map<string, number | null> {
  const byKey = new Map<string, number | null>();
  for (const entry of entries) {
    for (const band of entry.bands) {
      const key = keyOf(entry, band, entry.year);
      if (byKey.has(key)) fail('pipeline.forecast-double', {}, entry.row.where());
      byKey.set(key, entry.value);
    }
  }
  return byKey;
}

/** Factor against the base year, rounded to 1e-6; `null` where either is missing or the base is 0. */
function factorOf(value: number | null | undefined, base: number | null | undefined): number | null {
  if (value === null || value === undefined || !base) return null;
  return Math.round((value / base) * 1e6) / 1e6;
}

/**
 * Factors by district, band, year and variant. Age groups must consist of whole bands of the city; a group of several bands holds for
 * each of them. Persons become factors against the base year, which must then be in the table. What the table does not say stays missing.
 */
export function readForecast(
  rows: SourceRows,
  role: ForecastRole,
  setting: FigureSetting,
  bands: readonly AgeBand[],
): WithNotes<ReadForecast> {
  const entries = readEntries(rows, role, setting, bands);
  const base = Number(setting.recipe.referenceDate.slice(0, 4));
  const wanted = setting.recipe.years;
  const stated = [...new Set(entries.map((entry) => entry.year))].filter((year) => year > base).sort((a, b) => a - b);
  const years = [base, ...stated.filter((year) => wanted?.includes(year) ?? true)];
  if (role.unit === 'persons' && !entries.some((entry) => entry.year === base))
    fail('pipeline.forecast-base-year', { year: base }, { file: rows.file });
  const values = indexEntries(entries);
  const variants = VARIANTS.filter((variant) => entries.some((entry) => entry.variant === variant));
  const factors: Record<string, Partial<Record<Variant, (number | null)[][]>>> = {};
  let missing = 0;
  for (const { district, variant } of entries) {
    factors[district] ??= {};
    const ofDistrict = factors[district];
    if (ofDistrict[variant] !== undefined) continue;
    ofDistrict[variant] = bands.map((_, band) =>
      years.map((year) => {
        const value = values.get(keyOf({ district, variant }, band, year));
        const before = role.unit === 'factor' ? 1 : values.get(keyOf({ district, variant }, band, base));
        const factor = year === base ? 1 : factorOf(value, before);
        if (factor === null) missing++;
        return factor;
      }),
    );
  }
  const notes: Note[] =
    missing > 0 ? [note('info', 'pipeline.forecast-gaps', {}, { where: { file: rows.file }, count: missing })] : [];
  const forecast: Forecast = {
    containsNewHousing: role.containsNewHousing,
    listedSites: role.listedSites,
    forecaster: role.forecaster ?? null,
    date: setting.source.date,
    validFromInhabitants: role.validFromInhabitants ?? null,
    factors,
  };
  return { data: { forecast, years, variants }, notes };
}
