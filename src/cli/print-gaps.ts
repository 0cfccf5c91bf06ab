import type { Language } from '../i18n/format.ts';
import type { GapDetails } from '../questions/gaps/compute-gaps.ts';
import type { GapRow } from '../questions/gaps/gap-request.ts';

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

/** The rows of city and districts as a table. */
export function rowsToCsv(rows: readonly GapRow[], language: Language): string {
  return toCsv(
    COLUMNS,
    rows.map((row) => COLUMNS.map((column) => row[column])),
    language,
  );
}

/** What is asked per demand point, in the order of the package's points, then those of sites. */
export function pointsOf({ demand, nearest, allocation }: GapDetails) {
  return Array.from(demand.persons, (persons, p) => ({
    persons: Number.isNaN(persons) ? null : persons,
    decimetersToNearest: nearest[p] === 0xffffffff ? null : nearest[p]!,
    served: allocation?.served[p] ?? null,
  }));
}
