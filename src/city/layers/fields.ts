import type * as z from 'zod/mini';
import { fail } from '../../shared/problem.ts';
import { canonicalJson } from '../canonical-json.ts';
import { checkShape, parseJson } from '../check-shape.ts';
import type { ColumnKind, ColumnValue, LayerColumn } from '../flatgeobuf/format.ts';

/** Where a value stands, for messages: the file, and the feature's id or 1-based number. */
export interface CellPlace {
  readonly file: string;
  readonly feature: string;
}

/** How one property of an object is kept in one or more columns of a layer. */
export interface Field<V> {
  readonly columns: readonly LayerColumn[];
  /** As many values as there are columns. */
  write(value: V): readonly ColumnValue[];
  /** Throws `city.field-invalid` on a value that the field does not hold. */
  read(values: readonly ColumnValue[], at: number, place: CellPlace): V;
}

function refuse(place: CellPlace, column: string, found: ColumnValue, expected: string): never {
  const text = typeof found === 'string' ? JSON.stringify(found) : String(found);
  return fail('city.field-invalid', { path: column, found: text, expected }, { ...place, column });
}

function single<V extends ColumnValue>(
  name: string,
  kind: ColumnKind,
  expected: string,
  isFit: (value: ColumnValue) => boolean,
): Field<V> {
  return {
    columns: [{ name, kind }],
    write: (value) => [value],
    read: (values, at, place) => {
      const value = values[at] as ColumnValue;
      return isFit(value) ? (value as V) : refuse(place, name, value, expected);
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

export function textField(name: string): Field<string> {
  return single(name, 'string', 'string', (value) => typeof value === 'string');
}

export function realField(name: string): Field<number> {
  return single(name, 'double', 'number', Number.isFinite);
}

/** A whole number of 32 bits. */
export function wholeField(name: string): Field<number> {
  return single(name, 'int', 'int', (value) => typeof value === 'number' && (value | 0) === value);
}

export function flagField(name: string): Field<boolean> {
  return single(name, 'bool', 'boolean', (value) => typeof value === 'boolean');
}

/** One word of a closed list. */
export function wordField<W extends string>(name: string, words: readonly W[]): Field<W> {
  const known: ReadonlySet<unknown> = new Set(words);
  return single(name, 'string', words.join(' | '), (value) => known.has(value));
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
      const where = { ...place, column: name };
      return found === null
        ? refuse(place, name, found, 'json')
        : checkShape<V>(schema, parseJson(found, where), where);
    },
  };
}
