import type { Point } from 'geojson';
import type { Area, BaseFeature, BaseMap, Street } from '../../city/types.ts';
import type { BlockUse } from './block-uses.ts';
import { outlineOf } from './faces.ts';
import type { Footway } from './footways.ts';
import { distance, distanceToSegment, type Line, type Vec } from './geometry.ts';
import type { Lake } from './lakes.ts';
import { areaOf, lineStringOf, polygonOf } from './shapes.ts';
import { districtsOfFace, type Town } from './town.ts';
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

/** The river as an area: both banks of its line, in stretches of one bridge-to-bridge length. */
function riverAreas(town: Town, name: string): BaseFeature<Area>[] {
  const { river, riverHalfWidths } = town.layout.terrain;
  const half = town.layout.frame.halfMeters;
  const inside = river.map((p) => Math.max(Math.abs(p[0]), Math.abs(p[1])) < half + 60);
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
  return [{ kind: 'river', name, geometry: polygonOf(town.geo, ring) }];
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

function inDomain(town: Town, line: Line): Vec[] {
  const half = town.layout.frame.halfMeters;
  return line.filter(([x, y]) => Math.max(Math.abs(x), Math.abs(y)) < half + 60);
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

/** The offline base map of the town. */
export function createBaseMap(
  town: Town,
  ways: readonly Way[],
  footways: readonly Footway[],
  lakes: readonly Lake[],
): BaseMap {
  const { geo, layout, uses, buildings } = town;
  const water = waterNames(town);
  const line = (way: Way) => lineStringOf(geo, drawnPoints(town, way.nodes));
  const pick = (kinds: (kind: string) => boolean) =>
    ways.filter((w) => kinds(w.kind)).map((w) => ({ kind: w.kind as string, name: w.name, geometry: line(w) }));
  const names = parkNames(town);
  const green = landFeatures(town, (f) => (names.has(f) ? null : (GREEN_BY_USE[uses[f]!] ?? null)), [
    'park',
    'forest',
    'farmland',
    'grass',
    'cemetery',
    'allotments',
  ]);
  for (const [face, name] of names) {
    green.push({ kind: 'park', name, geometry: polygonOf(geo, outlineOf(layout.graph, town.faces, face)) });
  }
  return {
    water: [
      ...riverAreas(town, water.river),
      ...lakes.map((lake) => ({ kind: 'lake', name: lake.name, geometry: polygonOf(geo, lake.ring) })),
    ],
    waterways: [
      { kind: 'river', name: water.river, geometry: lineStringOf(geo, inDomain(town, layout.terrain.river)) },
      ...layout.terrain.brooks.map((brook, k) => ({
        kind: 'stream',
        name: water.brooks[k]!,
        geometry: lineStringOf(geo, brook),
      })),
    ],
    green,
    builtUp: landFeatures(town, (f) => BUILT_BY_USE[uses[f]!] ?? null, ['residential', 'industrial']),
    roads: pick((kind) => ROADS.has(kind)),
    streets: [
      ...pick((kind) => kind === 'residential' || kind === 'pedestrian' || kind === 'track' || kind === 'path'),
      ...footways.map((f) => ({ kind: 'footway', name: null, geometry: lineStringOf(geo, f.points) })),
    ],
    rail: [
      ...pick((kind) => kind === 'rail'),
      ...layout.yardTracks.map((track) => ({ kind: 'rail', name: null, geometry: lineStringOf(geo, track) })),
    ],
    buildings: buildings.map((b) => ({
      geometry: polygonOf(geo, b.ring),
      levels: b.levels,
      residential: b.residential,
    })),
    places: places(town, water.river, names, lakes),
  };
}

/** Names of the larger parks. */
export function parkNames(town: Town): Map<number, string> {
  const names = new Map<number, string>();
  const stems = [
    'Linden',
    'Rosen',
    'Schloss',
    'Volks',
    'Bürger',
    'Stadt',
    'Kastanien',
    'Mühl',
    'Ufer',
    'Berg',
    'Wiesen',
    'Quellen',
  ];
  let k = 0;
  town.uses.forEach((use, face) => {
    if (use !== 'park' || town.faces.areas[face]! < 20_000) return;
    const quarter = town.territory.quarterOfFace[face]!;
    const place = quarter >= 0 ? ` ${town.districts.quarterNames[quarter]}` : '';
    names.set(face, k < stems.length ? `${stems[k]}park` : `Park${place}`);
    k++;
  });
  return names;
}

function places(
  town: Town,
  river: string,
  parks: ReadonlyMap<number, string>,
  lakes: readonly Lake[],
): BaseMap['places'][number][] {
  const { geo, layout, territory, districts } = town;
  const label = (kind: string, name: string, at: Vec, rank: number) => ({
    kind,
    name,
    rank,
    geometry: { type: 'Point', coordinates: geo.toLonLat(at) as unknown as number[] } satisfies Point,
  });
  const found = [label('city', 'Musterstadt', [0, 0], 1)];
  const middles = boroughMiddles(town);
  districts.boroughNames.forEach((name, k) => {
    if (middles[k]) found.push(label('suburb', name, middles[k], 2));
  });
  territory.quarters.forEach((q, k) => {
    const name = districts.quarterNames[k]!;
    if (!districts.boroughNames.includes(name)) found.push(label('quarter', name, q.at, 4));
  });
  for (const n of layout.nuclei) if (!n.inside) found.push(label('village', town.names.place(), n.at, 3));
  for (const station of layout.railways.stations) {
    const quarter = territory.quarters.indexOf(layout.nuclei[station.nucleus]!);
    const name = station.central
      ? 'Hauptbahnhof'
      : `Bahnhof ${quarter >= 0 ? districts.quarterNames[quarter] : 'Umland'}`;
    found.push(label('station', name, station.at, station.central ? 2 : 4));
  }
  const at = layout.terrain.river[Math.floor(layout.terrain.river.length * 0.42)]!;
  found.push(label('water', river, at, 3));
  for (const lake of lakes) found.push(label('water', lake.name, town.faces.inner[lake.face]!, 4));
  for (const [face, name] of parks) found.push(label('park', name, town.faces.inner[face]!, 5));
  let woods = 0;
  town.uses.forEach((use, face) => {
    if (use !== 'forest' || town.faces.areas[face]! < 600_000 || woods >= 25) return;
    woods++;
    found.push(label('wood', `${WOODS[woods % WOODS.length]}wald`, town.faces.inner[face]!, 4));
  });
  return found;
}

const WOODS = [
  'Stadt',
  'Buchen',
  'Eich',
  'Hirsch',
  'Kirch',
  'Mühl',
  'Hoch',
  'Sonnen',
  'Greut',
  'Bürger',
  'Spital',
  'Kloster',
];

function boroughMiddles(town: Town): (Vec | undefined)[] {
  const { territory } = town;
  return town.districts.boroughNames.map((_, borough) => {
    const members = territory.quarters.filter((_, q) => territory.boroughOfQuarter[q] === borough);
    const mean: Vec = [
      members.reduce((sum, q) => sum + q.at[0], 0) / members.length,
      members.reduce((sum, q) => sum + q.at[1], 0) / members.length,
    ];
    return members.sort((a, b) => distance(a.at, mean) - distance(b.at, mean) || a.at[0] - b.at[0])[0]?.at;
  });
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
