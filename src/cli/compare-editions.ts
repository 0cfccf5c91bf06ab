import type { CityContent } from '../city/types.ts';
import { haversineDecimeters, type LonLat } from '../shared/coordinates.ts';
import { interiorPoint } from '../shared/geometry/interior-point.ts';

/** Objects that plans refer to by id. */
export const COMPARED_KINDS = ['districts', 'houses', 'supplyAreas', 'sites', 'plots'] as const;

export type ComparedKind = (typeof COMPARED_KINDS)[number];

export interface ComparedObject {
  readonly id: string;
  readonly name: string | null;
}

export interface MovedObject extends ComparedObject {
  readonly meters: number;
}

/** What became of the objects of one kind between two editions. `kept` counts all that are still there, moved ones included. */
export interface KindComparison {
  readonly kind: ComparedKind;
  readonly kept: number;
  readonly moved: readonly MovedObject[];
  readonly added: readonly ComparedObject[];
  readonly gone: readonly ComparedObject[];
}

/** Farther than this an object counts as moved. */
export const MOVED_METERS = 50;

interface Placed extends ComparedObject {
  readonly position: LonLat;
}

function placedObjects(content: CityContent, kind: ComparedKind): Placed[] {
  if (kind === 'houses') return content.houses.map(({ id, name, position }) => ({ id, name, position }));
  return content[kind].map(({ id, name, geometry }) => {
    const position = geometry.type === 'Point' ? (geometry.coordinates as unknown as LonLat) : interiorPoint(geometry);
    return { id, name, position };
  });
}

function metersBetween(a: LonLat, b: LonLat): number {
  return haversineDecimeters(a[0], a[1], b[0], b[1]) / 10;
}

function compareKind(previous: CityContent, next: CityContent, kind: ComparedKind): KindComparison {
  const before = new Map(placedObjects(previous, kind).map((object) => [object.id, object]));
  const after = placedObjects(next, kind).sort((a, b) => (a.id < b.id ? -1 : 1));
  const afterIds = new Set(after.map(({ id }) => id));
  const moved: MovedObject[] = [];
  const added: ComparedObject[] = [];
  for (const { id, name, position } of after) {
    const old = before.get(id);
    if (old === undefined) {
      added.push({ id, name });
      continue;
    }
    const meters = metersBetween(old.position, position);
    if (meters > MOVED_METERS) moved.push({ id, name, meters });
  }
  const gone = [...before.values()].filter(({ id }) => !afterIds.has(id)).map(({ id, name }) => ({ id, name }));
  return { kind, kept: after.length - added.length, moved, added, gone: gone.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Compares two editions of a city by the ids of their objects; kinds that neither has are left out. */
export function compareEditions(previous: CityContent, next: CityContent): KindComparison[] {
  return COMPARED_KINDS.filter((kind) => previous[kind].length + next[kind].length > 0).map((kind) =>
    compareKind(previous, next, kind),
  );
}
