import type { Area, BaseFeature, BaseMap, Street } from '../../city/types.ts';
import type { BlockUse } from './block-uses.ts';
import type { Footway } from './footways.ts';
import { SHEET_MARGIN } from './frame.ts';
import { distance, distanceToSegment, type Line, type Vec } from './geometry.ts';
import type { Lake } from './lakes.ts';
import { createPlaces, parkNames } from './place-names.ts';
import { areaOf, lineStringOf, polygonOf } from './shapes.ts';
import { areasOfFaces, districtsOfFace, type Town } from './town.ts';
import type { Way } from './ways.ts';

const GREEN_BY_USE: Readonly<Partial<Record<BlockUse, string>>> = {
  park: 'park',
  forest: 'forest',
  field: 'farmland',
  meadow: 'grass',
  bank: 'grass',
  cemetery: 'cemetery',
  allotments: 'allotments',
  sports: 'park',
  plot: 'grass',
};

const BUILT_BY_USE: Readonly<Partial<Record<BlockUse, string>>> = {
  homes: 'residential',
  school: 'residential',
  square: 'residential',
  work: 'industrial',
};

/** Merges all faces of a kind; connected land becomes one feature. */
function landFeatures(
  town: Town,
  kindOf: (face: number) => string | null,
  kinds: readonly string[],
): BaseFeature<Area>[] {
  const groups = Int32Array.from(town.uses, (_, face) => {
    const kind = kindOf(face);
    return kind === null ? -1 : kinds.indexOf(kind);
  });
  const merged = town.merger.merge(groups, kinds.length);
  return merged.flatMap((rings, k) =>
    rings.map((polygon) => ({ kind: kinds[k]!, name: null, geometry: areaOf(town.geo, [polygon]) })),
  );
}

/** The river as an area: both banks of its line, vertex by vertex. */
function riverArea(town: Town, name: string): BaseFeature<Area> {
  const { river, riverHalfWidths } = town.layout.terrain;
  const half = town.layout.frame.halfMeters;
  const inside = river.map((p) => Math.max(Math.abs(p[0]), Math.abs(p[1])) < half - SHEET_MARGIN + 15);
  const first = inside.indexOf(true);
  const last = inside.lastIndexOf(true);
  const bank = (side: 1 | -1): Vec[] => {
    const points: Vec[] = [];
    for (let i = first; i <= last; i++) {
      const a = river[Math.max(0, i - 1)]!;
      const b = river[Math.min(river.length - 1, i + 1)]!;
      const length = distance(a, b) || 1;
      const by = side * riverHalfWidths[i]!;
      points.push([river[i]![0] - ((b[1] - a[1]) / length) * by, river[i]![1] + ((b[0] - a[0]) / length) * by]);
    }
    return points;
  };
  const ring = [...bank(-1), ...bank(1).reverse()];
  return { kind: 'river', name, geometry: polygonOf(town.geo, ring) };
}

function waterNames(town: Town): { river: string; brooks: string[] } {
  const stems = ['Mühlbach', 'Erlenbach', 'Krebsbach', 'Rotbach', 'Weidenbach', 'Eschbach', 'Steinbach', 'Lauterbach'];
  return {
    river: 'Muster',
    brooks: town.layout.terrain.brooks.map(
      (_, k) => stems[k % stems.length]! + (k < stems.length ? '' : ` ${Math.floor(k / stems.length) + 1}`),
    ),
  };
}

function onSheet(town: Town, line: Line): Vec[] {
  const half = town.layout.frame.halfMeters;
  return line.filter(([x, y]) => Math.max(Math.abs(x), Math.abs(y)) < half - SHEET_MARGIN + 15);
}

/** The points of a way without those that lie within a hand's breadth of a straight line; junctions stay. */
function drawnPoints(town: Town, nodes: readonly number[]): Vec[] {
  const { graph } = town.layout;
  const kept: Vec[] = [graph.at(nodes[0]!)];
  for (let i = 1; i < nodes.length; i++) {
    const at = graph.at(nodes[i]!);
    const next = nodes[i + 1];
    const plain = next !== undefined && graph.incident[nodes[i]!]!.length === 2;
    if (plain && distanceToSegment(at[0], at[1], kept[kept.length - 1]!, graph.at(next)) < DRAWN_WITHIN) continue;
    kept.push(at);
  }
  return kept;
}

const DRAWN_WITHIN = 0.3;

const ROADS: ReadonlySet<string> = new Set(['motorway', 'primary', 'secondary', 'tertiary']);

const GREEN_KINDS = ['park', 'forest', 'farmland', 'grass', 'cemetery', 'allotments'];
const STREETS: ReadonlySet<string> = new Set(['residential', 'pedestrian', 'track', 'path']);

/** Green land by kind; parks with a name stand alone. */
function greenLand(town: Town, names: ReadonlyMap<number, string>): BaseFeature<Area>[] {
  const { uses } = town;
  const plain = landFeatures(town, (f) => (names.has(f) ? null : (GREEN_BY_USE[uses[f]!] ?? null)), GREEN_KINDS);
  const areas = areasOfFaces(town, [...names.keys()]);
  const named = [...names.values()].map((name, k) => ({ kind: 'park', name, geometry: areas[k]! }));
  return [...plain, ...named];
}

/** The offline base map of the town. */
export function createBaseMap(
  town: Town,
  ways: readonly Way[],
  footways: readonly Footway[],
  lakes: readonly Lake[],
): BaseMap {
  const { geo, layout, uses } = town;
  const water = waterNames(town);
  const parks = parkNames(town);
  const feature = (kind: string, name: string | null, points: readonly Vec[]) => ({
    kind,
    name,
    geometry: lineStringOf(geo, points),
  });
  const pick = (accepts: (kind: string) => boolean) =>
    ways.filter((w) => accepts(w.kind)).map((w) => feature(w.kind, w.name, drawnPoints(town, w.nodes)));
  return {
    water: [
      riverArea(town, water.river),
      ...lakes.map((lake) => ({ kind: 'lake', name: lake.name, geometry: polygonOf(geo, lake.ring) })),
    ],
    waterways: [
      feature('river', water.river, onSheet(town, layout.terrain.river)),
      ...layout.terrain.brooks.map((brook, k) => feature('stream', water.brooks[k]!, brook)),
    ],
    green: greenLand(town, parks),
    builtUp: landFeatures(town, (f) => BUILT_BY_USE[uses[f]!] ?? null, ['residential', 'industrial']),
    roads: pick((kind) => ROADS.has(kind)),
    streets: [...pick((kind) => STREETS.has(kind)), ...footways.map((f) => feature('footway', null, f.points))],
    rail: [...pick((kind) => kind === 'rail'), ...layout.yardTracks.map((track) => feature('rail', null, track))],
    buildings: town.buildings.map(({ ring, levels, residential }) => ({
      geometry: polygonOf(geo, ring),
      levels,
      residential,
    })),
    places: createPlaces(town, water.river, parks, lakes),
  };
}

/** Streets for the search: one entry per name and Stadtteil, at the middle of its longest stretch. */
export function listStreets(town: Town, ways: readonly Way[]): Street[] {
  const longest = new Map<string, { way: Way; districts: readonly (string | null)[] }>();
  for (const way of ways) {
    if (way.name === null) continue;
    const districts = districtsOfFace(town, way.face);
    const key = `${way.name} ${districts[1] ?? ''}`;
    if ((longest.get(key)?.way.length ?? -1) < way.length) longest.set(key, { way, districts });
  }
  return [...longest.values()].map(({ way, districts }) => ({
    name: way.name!,
    position: town.geo.toLonLat(town.layout.graph.at(way.nodes[Math.floor(way.nodes.length / 2)]!)),
    districts,
  }));
}
