import type { Point } from 'geojson';
import type { BaseMap } from '../../city/types.ts';
import { distance, type Vec } from './geometry.ts';
import type { Lake } from './lakes.ts';
import type { Town } from './town.ts';

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

export function createPlaces(
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
