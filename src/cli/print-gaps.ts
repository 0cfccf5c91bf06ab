import type { Language } from '../i18n/format.ts';
import type { GapDetails } from '../questions/gaps/compute-gaps.ts';
import type { GapResult, GapRow } from '../questions/gaps/gap-request.ts';
import type { MeasureTable } from '../questions/gaps/measure-table.ts';

const COLUMNS: readonly (keyof GapRow)[] = [
  'id',
  'name',
  'level',
  'persons',
  'demand',
  'personsWithinReach',
  'demandWithinReach',
  'served',
  'noPlace',
  'outOfReach',
  'missing',
  'free',
  'capacity',
  'capacitySecured',
  'capacityPlanned',
  'capacityNotAvailable',
  'balance',
  'supplyRate',
  'demandMet',
  'coverage',
  'houses',
  'housesWithoutCapacity',
  'pointsMissing',
  'pointsNotConnected',
  'pointsAtBorder',
];

/** A value of a table; `null` = keine Angabe. */
export type Cell = string | number | null;

function csvCell(value: Cell, language: Language): string {
  if (value === null) return language === 'de' ? 'k. A.' : 'n/a';
  if (typeof value === 'number') return language === 'de' ? String(value).replace('.', ',') : String(value);
  // A leading sign would be read as a formula by spreadsheets.
  const text = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table with a head line; columns separated by semicolons, numbers in the language's spelling. */
export function toCsv(head: readonly string[], rows: readonly (readonly Cell[])[], language: Language): string {
  return [head.join(';'), ...rows.map((row) => row.map((cell) => csvCell(cell, language)).join(';'))].join('\n');
}

/** What holds for every row, so that a table stands for itself: grade, both dates and the request. */
function commonCells({ request, ...result }: GapResult): Readonly<Record<string, Cell>> {
  return {
    grade: result.grade,
    populationDate: result.populationDate,
    capacityDate: result.capacityDate,
    indicator: result.indicator,
    service: request.service,
    year: request.year,
    variant: request.variant,
    limitMeters: result.limitMeters,
    facilities: request.counts.facilities,
    sitesFromStage: request.counts.sitesFromStage,
    capacityBasis: request.counts.capacity,
    pools: request.pools ?? 'split',
    profile: request.profile,
    scenario: request.scenarioId ?? '',
  };
}

/** The rows of city and districts as a table. */
export function rowsToCsv(result: GapResult, rows: readonly GapRow[], language: Language): string {
  const common = commonCells(result);
  return toCsv(
    [...COLUMNS, ...Object.keys(common)],
    rows.map((row) => [...COLUMNS.map((column) => row[column]), ...Object.values(common)]),
    language,
  );
}

/** A measure's own table. */
export function measureToCsv({ columns, rows }: MeasureTable, language: Language): string {
  return toCsv(
    columns,
    rows.map((row) => columns.map((column) => row[column]!)),
    language,
  );
}

const orNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** What is asked per demand point, in the order of the package's points, then those of sites; with the value of a measure if it has one. */
export function pointsToPrint({ demand, nearest, allocation }: GapDetails, measure: MeasureTable | null) {
  const values = measure?.points ?? null;
  return Array.from(demand.persons, (persons, p) => ({
    persons: orNull(persons),
    decimetersToNearest: nearest[p] === 0xffffffff ? null : nearest[p]!,
    served: orNull(allocation?.served[p]),
    ...(values === null ? {} : { value: orNull(values[p]) }),
  }));
}
