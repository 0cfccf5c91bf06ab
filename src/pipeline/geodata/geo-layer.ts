import type { Geometry } from 'geojson';
import type { Note } from '../../shared/problem.ts';
import type { GeoFormat } from '../../shared/problems/pipeline-geodata.ts';
import type { Cell } from '../types.ts';

/** What a file says of its coordinate system: an EPSG code, WKT text, or a name that leads nowhere. */
export type CrsStatement =
  | { readonly kind: 'epsg'; readonly code: number }
  | { readonly kind: 'wkt'; readonly text: string }
  | { readonly kind: 'unknown'; readonly name: string };

/** A feature as the file has it. */
export interface RawFeature {
  /** 1-based number in the source. */
  readonly row: number;
  /** In the coordinates of the source, not rounded; rings perhaps open or crossing. `null` where the source has none or an empty one. */
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, Cell>>;
}

/** One layer of a file, before coordinates are turned into degrees. */
export interface RawLayer {
  /** Name of the file it came from, for messages. */
  readonly file: string;
  readonly format: GeoFormat;
  readonly columns: readonly string[];
  readonly features: readonly RawFeature[];
  /** `null` = the file does not say. */
  readonly crs: CrsStatement | null;
  readonly notes: readonly Note[];
}

/** What a value of a file becomes in a table: texts, finite numbers, booleans and `null`; lists and objects as their JSON, bytes as `null`. */
export function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value === null || value === undefined || value instanceof Uint8Array) return null;
  return JSON.stringify(value);
}

/** All names of properties, in the order in which they first appear. */
export function columnsOf(features: readonly RawFeature[]): string[] {
  const columns = new Set<string>();
  for (const { properties } of features) for (const column of Object.keys(properties)) columns.add(column);
  return [...columns];
}

/** Which object a message speaks of: the first text property, or the first property, as `name=value`. */
export function labelOf(properties: Readonly<Record<string, Cell>>): string | undefined {
  const entries = Object.entries(properties).filter(([, value]) => value !== null && value !== '');
  const entry = entries.find(([, value]) => typeof value === 'string') ?? entries[0];
  return entry && `${entry[0]}=${String(entry[1]).slice(0, 60)}`;
}
