import type { Geometry } from 'geojson';
import { type Area, areaFromPolygons, polygonsOf } from '../../shared/geometry/area.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import { createAreaTester } from '../../shared/geometry/side-of-area.ts';
import { fail, type Note, note } from '../../shared/problem.ts';
import type { Cell, GeoTable } from '../types.ts';

/** The districts of one level as a source has them, and where their keys, names and parents stand. */
export interface DistrictLevelInput {
  /** Begins the ids: `<source>:<key>`. */
  readonly source: string;
  /** For messages. */
  readonly file: string;
  readonly table: GeoTable;
  /** 1 = largest unit below the city. */
  readonly level: number;
  /** Key column; or, for areas without any, the first characters of the keys of the smaller areas that lie in them. */
  readonly id: string | { readonly fromLevel: number; readonly characters: number };
  /** Name column; without it and without `names` the key is the name. */
  readonly name?: string | undefined;
  /** Names by key. */
  readonly names?: ReadonlyMap<string, string> | undefined;
  /** Key of the district one level up: a column, or the first characters of the own key. Found by position unless stated. */
  readonly parent?: string | { readonly characters: number } | undefined;
}

/** A district before its parent is known. */
export interface DistrictRow {
  readonly row: number;
  readonly key: string;
  readonly name: string;
  readonly area: Area;
  /** The key of its parent as stated, `null` where it is to be found by position. */
  readonly parentKey: string | null;
}

interface Outline {
  readonly row: number;
  readonly area: Area;
  readonly properties: Readonly<Record<string, Cell>>;
}

function textOf(cell: Cell | undefined): string {
  return cell === undefined || cell === null ? '' : String(cell).trim();
}

function requireColumn({ table, file }: DistrictLevelInput, column: string): void {
  if (!table.columns.includes(column)) {
    fail('district.column-missing', { column, found: table.columns.join(', ') }, { file });
  }
}

/** The polygons of a geometry as one area, `null` if it has other parts only. */
function areaOf(geometry: Geometry): Area | null {
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return geometry;
  if (geometry.type !== 'GeometryCollection') return null;
  const areas = geometry.geometries.map(areaOf).filter((area) => area !== null);
  return areas.length === 0 ? null : areaFromPolygons(areas.flatMap(polygonsOf));
}

function outlinesOf({ table, file }: DistrictLevelInput, notes: Note[]): Outline[] {
  const outlines = table.features.flatMap(({ row, geometry, properties }): Outline[] => {
    if (geometry === null) return [];
    const area = areaOf(geometry) ?? fail('district.not-area', { found: geometry.type }, { file, row });
    return [{ row, area, properties }];
  });
  const missing = table.features.length - outlines.length;
  if (missing > 0) notes.push(note('warning', 'district.geometry-missing', {}, { where: { file }, count: missing }));
  return outlines;
}

/** The first characters that the keys of the smaller areas inside have in common; `null` without smaller areas. */
function keyFromInside(
  { row, area }: Outline,
  inner: readonly InnerPoint[],
  characters: number,
  file: string,
): string | null {
  const tester = createAreaTester(area);
  const inside = inner.filter(({ position }) => tester.sideOf(position) !== 'outside');
  const keys = [...new Set(inside.map(({ key }) => key.slice(0, characters)))].sort();
  if (keys.length > 1) fail('district.keys-unclear', { found: keys.join(', ') }, { file, row });
  return keys[0] ?? null;
}

interface InnerPoint {
  readonly key: string;
  readonly position: readonly number[];
}

function keysOf(
  input: DistrictLevelInput,
  outlines: readonly Outline[],
  known: ReadonlyMap<number, readonly DistrictRow[]>,
): (string | null)[] {
  const { id, file } = input;
  if (typeof id === 'string') {
    requireColumn(input, id);
    return outlines.map(({ row, properties }) => {
      const key = textOf(properties[id]);
      return key === '' ? fail('district.key-missing', {}, { file, row, column: id }) : key;
    });
  }
  const finer = known.get(id.fromLevel);
  if (finer === undefined) {
    return fail('district.level-unknown', { level: id.fromLevel, found: [...known.keys()].join(', ') }, { file });
  }
  const inner = finer.map(({ key, area }) => ({ key, position: interiorPoint(area) }));
  return outlines.map((outline) => keyFromInside(outline, inner, id.characters, file));
}

function nameOf(input: DistrictLevelInput, { row, properties }: Outline, key: string): string {
  const { names, name: column, file } = input;
  if (names !== undefined) return names.get(key) ?? fail('district.name-unknown', { key }, { file, row });
  if (column === undefined) return key;
  const name = textOf(properties[column]);
  return name === '' ? fail('district.name-missing', { key }, { file, row, column }) : name;
}

function parentKeyOf({ parent }: DistrictLevelInput, { properties }: Outline, key: string): string | null {
  if (parent === undefined) return null;
  return typeof parent === 'string' ? textOf(properties[parent]) : key.slice(0, parent.characters);
}

/**
 * The rows of a level with key, name and the key of their parent. `known` are the levels read before; keys may come from one of them.
 * Areas without geometry, and areas whose key was to come from smaller ones but that hold none, are left out and noted. Throws
 * `district.column-missing`, `district.key-missing`, `district.key-duplicate`, `district.keys-unclear`, `district.name-missing`,
 * `district.name-unknown`, `district.not-area`, `district.level-unknown`.
 */
export function readDistrictRows(
  input: DistrictLevelInput,
  known: ReadonlyMap<number, readonly DistrictRow[]>,
  notes: Note[],
): DistrictRow[] {
  const { file, name, parent } = input;
  if (name !== undefined && input.names === undefined) requireColumn(input, name);
  if (typeof parent === 'string') requireColumn(input, parent);
  const outlines = outlinesOf(input, notes);
  const keys = keysOf(input, outlines, known);
  const rowByKey = new Map<string, number>();
  const withoutKey: number[] = [];
  const rows = outlines.flatMap((outline, i): DistrictRow[] => {
    const key = keys[i] ?? null;
    const { row, area } = outline;
    if (key === null) {
      withoutKey.push(row);
      return [];
    }
    const firstRow = rowByKey.get(key);
    if (firstRow !== undefined) fail('district.key-duplicate', { key, firstRow }, { file, row, feature: key });
    rowByKey.set(key, row);
    return [{ row, key, name: nameOf(input, outline, key), area, parentKey: parentKeyOf(input, outline, key) }];
  });
  if (withoutKey.length > 0) {
    const params = { rows: withoutKey.join(', ') };
    notes.push(note('warning', 'district.without-key', params, { where: { file }, count: withoutKey.length }));
  }
  return rows;
}
