import type * as z from 'zod/mini';
import { fail } from '../../shared/problem.ts';
import { canonicalJson } from '../canonical-json.ts';
import { checkShape, parseJson } from '../check-shape.ts';
import type { ColumnKind, ColumnValue, LayerColumn } from '../flatgeobuf/format.ts';

/** Where a value stands, for messages: the file and the feature's 1-based number in it. */
export interface CellPlace {
  readonly file: string;
  readonly feature: number;
}

/** How one property of an object is kept in one or more columns of a layer. */
export interface Field<V> {
  readonly columns: readonly LayerColumn[];
  /** As many values as there are columns. */
  write(value: V): readonly ColumnValue[];
  /** Throws `city.field-invalid` on a value that the field cannot hold. */
  read(values: readonly ColumnValue[], at: number, place: CellPlace): V;
}

function refuse(place: CellPlace, column: string, found: ColumnValue, expected: string): never {
  const where = { file: place.file, feature: String(place.feature), column };
  return fail('city.field-invalid', { path: column, found: JSON.stringify(found), expected }, where);
}

function single<V extends ColumnValue>(name: string, kind: ColumnKind): Field<V> {
  const type = kind === 'bool' ? 'boolean' : kind === 'string' ? 'string' : 'number';
  return {
    columns: [{ name, kind }],
    write: (value) => [value],
    read: (values, at, place) => {
      const value = values[at] as ColumnValue;
      // The column's type is checked by the reader, so only a missing value is left to refuse.
      return value === null ? refuse(place, name, value, type) : (value as V);
    },
  };
}

/** Lets a field be missing. */
export function optional<V>(field: Field<V>): Field<V | null> {
  return {
    columns: field.columns,
    write: (value) => (value === null ? field.columns.map(() => null) : field.write(value)),
    read: (values, at, place) => (values[at] === null ? null : field.read(values, at, place)),
  };
}

export const textField = (name: string): Field<string> => single(name, 'string');
export const realField = (name: string): Field<number> => single(name, 'double');
export const wholeField = (name: string): Field<number> => single(name, 'int');
export const flagField = (name: string): Field<boolean> => single(name, 'bool');

/** One word of a closed list. */
export function wordField<W extends string>(name: string, words: readonly W[]): Field<W> {
  const known: ReadonlySet<string> = new Set(words);
  return {
    columns: [{ name, kind: 'string' }],
    write: (value) => [value],
    read: (values, at, place) => {
      const value = values[at] as ColumnValue;
      return known.has(value as string) ? (value as W) : refuse(place, name, value, words.join(' | '));
    },
  };
}

/** Words of a closed list, separated by commas. */
export function wordsField<W extends string>(name: string, words: readonly W[]): Field<readonly W[]> {
  const known: ReadonlySet<string> = new Set(words);
  return {
    columns: [{ name, kind: 'string' }],
    write: (value) => [value.join(',')],
    read: (values, at, place) => {
      const found = values[at] as string | null;
      if (found === null) return refuse(place, name, found, 'string');
      const list = found === '' ? [] : found.split(',');
      return list.every((word) => known.has(word)) ? (list as W[]) : refuse(place, name, found, words.join(' | '));
    },
  };
}

/** One column per entry of a list of fixed length; entries may be missing. */
export function columnsField<V extends string | number>(
  names: readonly string[],
  kind: ColumnKind,
): Field<readonly (V | null)[]> {
  return {
    columns: names.map((name) => ({ name, kind })),
    write: (value) => names.map((_, i) => value[i] ?? null),
    read: (values, at) => values.slice(at, at + names.length) as (V | null)[],
  };
}

/** A value with a structure of its own, as JSON text checked by a schema. */
export function jsonField<V>(name: string, schema: z.core.$ZodType): Field<V> {
  return {
    columns: [{ name, kind: 'json' }],
    write: (value) => [canonicalJson(value)],
    read: (values, at, place) => {
      const found = values[at] as string | null;
      const where = { file: place.file, feature: String(place.feature), column: name };
      return found === null
        ? refuse(place, name, found, 'json')
        : checkShape<V>(schema, parseJson(found, where), where);
    },
  };
}
