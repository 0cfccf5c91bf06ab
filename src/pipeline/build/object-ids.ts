import type { Projection } from '../../city/projection.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import { fail } from '../../shared/problem.ts';
import type { Row } from './source-rows.ts';

/** An object that still needs its id. */
export interface Unnamed {
  readonly row: Row;
  /** What it is, e.g. a service: part of ids made of positions. */
  readonly kind: string;
  readonly name: string | null;
  readonly position: LonLat;
}

function byNameThenPosition(a: Unnamed, b: Unnamed): number {
  const left = `${a.name ?? ''}\n${a.position.join()}`;
  const right = `${b.name ?? ''}\n${b.position.join()}`;
  return left < right ? -1 : left > right ? 1 : a.row.index - b.row.index;
}

function keysByPosition(objects: readonly Unnamed[], projection: Projection): Map<Unnamed, string> {
  const spots = new Map<string, Unnamed[]>();
  for (const object of objects) {
    const [x, y] = projection.forward(object.position[0], object.position[1]);
    const spot = `${object.kind}-${Math.round(x / 10)}-${Math.round(y / 10)}`;
    const there = spots.get(spot);
    if (there) there.push(object);
    else spots.set(spot, [object]);
  }
  const keys = new Map<Unnamed, string>();
  for (const [spot, there] of spots) {
    there.sort(byNameThenPosition).forEach((object, i) => {
      keys.set(object, i === 0 ? spot : `${spot}-${i + 1}`);
    });
  }
  return keys;
}

function keysByColumn(objects: readonly Unnamed[], column: string): Map<Unnamed, string> {
  const keys = new Map<Unnamed, string>();
  const rows = new Map<string, Row>();
  for (const object of objects) {
    const key = object.row.text(column);
    if (key === null) return fail('pipeline.key-missing', {}, object.row.where(column));
    const first = rows.get(key);
    if (first !== undefined) {
      fail('pipeline.key-duplicate', { key, first: first.number }, object.row.where(column));
    }
    rows.set(key, object.row);
    keys.set(object, key);
  }
  return keys;
}

/**
 * Stable ids `<source>:<key>`: the key column where there is one (empty and double keys are refused), else kind and position in steps of
 * 10 m, numbered in the order of names where several share a spot. Never a row number.
 */
export function identify(
  objects: readonly Unnamed[],
  source: string,
  column: string | undefined,
  projection: Projection,
): Map<Unnamed, string> {
  const keys = column === undefined ? keysByPosition(objects, projection) : keysByColumn(objects, column);
  return new Map([...keys].map(([object, key]) => [object, `${source}:${key}`]));
}
