import { fail } from '../../shared/problem.ts';
import type { ColumnValue, LayerColumn, LayerFeature, LayerGeometry } from '../flatgeobuf/format.ts';
import type { MakeFeature } from '../flatgeobuf/read-flatgeobuf.ts';
import { PACKAGE_FILES, type PackageFile } from '../package-files.ts';
import type { CellPlace, Field } from './fields.ts';

type GeometryType = LayerGeometry['type'];

/** How objects of one kind are kept in one FlatGeobuf file. */
export interface Layer<T> {
  readonly file: PackageFile;
  /** All columns of the file; those that are read back come first. */
  readonly columns: readonly LayerColumn[];
  readonly readColumns: readonly LayerColumn[];
  /** Throws what reading the feature back would throw; `number` (1-based) names an item without an id. */
  toFeature(item: T, number: number): LayerFeature;
  /** A fresh reader; it counts features for its messages. */
  createReader(): MakeFeature<T>;
}

/** A column for QGIS alone, derived from what other columns hold; written, never read. */
export interface DerivedColumn<T> extends LayerColumn {
  valueOf(item: T): ColumnValue;
}

interface LayerDefinition<T, G extends keyof T> {
  readonly file: PackageFile;
  /** The property that holds the geometry: a GeoJSON geometry, or the bare position of a point. */
  readonly geometry: G;
  readonly types: readonly GeometryType[];
  /** In the order of the columns. */
  readonly fields: { readonly [K in Exclude<keyof T, G>]: Field<T[K]> };
  readonly derived?: readonly DerivedColumn<T>[];
}

export function defineLayer<T, G extends keyof T & ('geometry' | 'position')>(
  definition: LayerDefinition<T, G>,
): Layer<T> {
  const { file, geometry, types, derived = [] } = definition;
  const fields = Object.entries(definition.fields) as [keyof T, Field<unknown>][];
  const readColumns = fields.flatMap(([, field]) => field.columns);
  const columns = [...readColumns, ...derived.map(({ name, kind }) => ({ name, kind }))];
  const path = PACKAGE_FILES[file];

  const toItem = (shape: LayerGeometry, values: readonly ColumnValue[], place: CellPlace): T => {
    if (!types.includes(shape.type)) {
      fail('city.field-invalid', { path: 'geometry', found: shape.type, expected: types.join(' | ') }, { ...place });
    }
    const item: Record<PropertyKey, unknown> = {};
    let at = 0;
    for (const [key, field] of fields) {
      item[key] = field.read(values, at, place);
      at += field.columns.length;
    }
    item[geometry] = geometry === 'position' ? shape.coordinates : shape;
    return item as T;
  };

  return {
    file,
    columns,
    readColumns,
    toFeature: (item, number) => {
      const shape = geometry === 'position' ? { type: 'Point', coordinates: item[geometry] } : item[geometry];
      const own = fields.flatMap(([key, field]) => field.write(item[key]));
      const id = (item as { id?: string }).id;
      toItem(shape as LayerGeometry, own, { file: path, feature: id ?? String(number) });
      const values = [...own, ...derived.map((column) => column.valueOf(item))];
      return { geometry: shape as LayerGeometry, values };
    },
    createReader: () => {
      let count = 0;
      return (shape, values) => {
        count++;
        return toItem(shape, values, { file: path, feature: String(count) });
      };
    },
  };
}
