import { fail } from '../../shared/problem.ts';
import type { TextTable } from '../types.ts';
import type { JsonTableOptions } from './table-options.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

interface Found {
  readonly value: Json;
  /** Keys kept by `{name}` steps. */
  readonly kept: Readonly<Record<string, string>>;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function children(value: Json): [string, Json][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function isPlain(value: Json | undefined): boolean {
  return value === null || (value !== undefined && typeof value !== 'object');
}

/** The value of a column: a key of the record, or a path of keys with points between them (`center.lat`). */
function cellOf(record: JsonObject, column: string): Json | undefined {
  if (Object.hasOwn(record, column)) return record[column];
  let value: Json | undefined = record;
  for (const key of column.split('.')) value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isPlain(value) ? value : undefined;
}

/** Every object at any depth that has all the columns, parents before children. */
function findDeep(found: Found, columns: readonly string[]): Found[] {
  const hits: Found[] = [];
  const visit = (value: Json): void => {
    if (isObject(value) && columns.every((column) => isPlain(value[column]))) hits.push({ value, kept: found.kept });
    for (const [, child] of children(value)) visit(child);
  };
  visit(found.value);
  return hits;
}

function takeStep(from: readonly Found[], step: string, options: JsonTableOptions): Found[] {
  if (step === '**') return from.flatMap((found) => findDeep(found, options.columns ?? []));
  if (step === '*')
    return from.flatMap(({ value, kept }) => children(value).map(([, child]) => ({ value: child, kept })));
  const name = /^\{(.+)\}$/.exec(step)?.[1];
  if (name !== undefined) {
    return from.flatMap(({ value, kept }) =>
      children(value).map(([key, child]) => ({ value: child, kept: { ...kept, [name]: key } })),
    );
  }
  return from.flatMap(({ value, kept }) =>
    isObject(value) && Object.hasOwn(value, step) ? [{ value: value[step] as Json, kept }] : [],
  );
}

function parse(text: string, file: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return fail('table.json-damaged', {}, { file });
  }
}

/**
 * Records of a JSON file as a table, in the order of the file; row numbers count records from 1. Kept keys come first, then the columns.
 * Figures are written plain (12.5), `null` and missing keys as an empty text. Throws `table.json-damaged`, `table.json-path` where a step
 * leads nowhere, `table.row-not-record` where it ends in something that is no object.
 */
export function readJsonTable(text: string, options: JsonTableOptions, file: string): TextTable {
  let found: readonly Found[] = [{ value: parse(text, file), kept: {} }];
  for (const step of options.path) {
    const next = takeStep(found, step, options);
    if (next.length === 0) {
      const keys = found.flatMap(({ value }) => children(value).map(([key]) => key));
      fail('table.json-path', { step, found: [...new Set(keys)].slice(0, 12).join(', ') }, { file });
    }
    found = next;
  }
  const records = found.map(({ value, kept }, i) => {
    if (!isObject(value)) return fail('table.row-not-record', { found: JSON.stringify(value) }, { file, row: i + 1 });
    return { ...kept, ...value } as JsonObject;
  });
  const keptNames = Object.keys(found[0]?.kept ?? {});
  const columns = options.columns
    ? [...keptNames, ...options.columns.filter((column) => !keptNames.includes(column))]
    : [...new Set(records.flatMap((record) => Object.keys(record).filter((key) => isPlain(record[key]))))];
  return {
    columns,
    rows: records.map((record) => columns.map((column) => String(cellOf(record, column) ?? '').trim())),
    firstRow: 1,
  };
}
