import type { Area } from '../../city/types.ts';
import type { Random } from '../../shared/random.ts';
import { seededRandom } from '../../shared/random.ts';
import { assignBlockUses, type BlockUse } from './block-uses.ts';
import { createBuildings, type DemoBuilding } from './buildings.ts';
import { type Faces, findFaces } from './faces.ts';
import { createGeoreference, type Georeference } from './georeference.ts';
import { type Layout, layOut } from './lay-out.ts';
import { FaceMerger } from './merge-faces.ts';
import { createNames, type NameSource } from './names.ts';
import { areaOf } from './shapes.ts';
import { createTerritory, type Territory } from './territory.ts';

/** The built city: land, blocks, districts and houses, before people and services. */
export interface Town {
  readonly layout: Layout;
  readonly faces: Faces;
  readonly merger: FaceMerger;
  readonly territory: Territory;
  readonly uses: readonly BlockUse[];
  readonly buildings: readonly DemoBuilding[];
  readonly geo: Georeference;
  readonly names: NameSource;
  readonly districts: DistrictNames;
  readonly random: Random;
}

/** Ids and names of the parts of the city, by their number. */
export interface DistrictNames {
  readonly boroughIds: readonly string[];
  readonly boroughNames: readonly string[];
  readonly quarterIds: readonly string[];
  readonly quarterNames: readonly string[];
}

const INNER_BOROUGHS = ['Mitte', 'Nord', 'Ost', 'Süd', 'West'];

function nameDistricts(territory: Territory, names: NameSource): DistrictNames {
  const count = territory.boroughCount;
  const boroughNames = Array.from({ length: count }, (_, k) => (count > 5 ? INNER_BOROUGHS[k] : null) ?? names.place());
  const first = new Set<number>();
  const quarterNames = territory.boroughOfQuarter.map((borough) => {
    const isInner = count > 5 && borough < INNER_BOROUGHS.length;
    if (isInner) return names.inner();
    if (first.has(borough)) return names.place();
    first.add(borough);
    return boroughNames[borough]!;
  });
  return {
    boroughIds: boroughNames.map((_, k) => `demo:bezirk-${k + 1}`),
    boroughNames,
    quarterIds: quarterNames.map((_, k) => `demo:stadtteil-${k + 1}`),
    quarterNames,
  };
}

/** District ids of a face, largest first; `null`s outside the city. */
export function districtsOfFace(town: Town, face: number): readonly (string | null)[] {
  const quarter = face >= 0 ? town.territory.quarterOfFace[face]! : -1;
  if (quarter < 0) return [null, null];
  const borough = town.territory.boroughOfQuarter[quarter]!;
  return [town.districts.boroughIds[borough]!, town.districts.quarterIds[quarter]!];
}

/** The areas of single faces, in their order: without the dead ends that run into them, with holes where they have any. */
export function areasOfFaces(town: Town, chosen: readonly number[]): Area[] {
  const groups = new Int32Array(town.faces.areas.length).fill(-1);
  chosen.forEach((face, k) => {
    groups[face] = k;
  });
  return town.merger.merge(groups, chosen.length).map((rings) => areaOf(town.geo, rings));
}

/** Builds the town. */
export function buildTown(scale: number, seed: number, lap?: (step: string) => void): Town {
  const layout = layOut(scale, seed, lap);
  const random = seededRandom(seed).fork('town');
  const faces = findFaces(layout.graph);
  const merger = new FaceMerger(layout.graph, faces);
  const territory = createTerritory(layout, faces);
  const uses = assignBlockUses(layout, faces, territory, random.fork('uses'));
  lap?.('blocks');
  const buildings = createBuildings(layout, faces, territory, uses, random.fork('buildings'));
  lap?.('buildings');
  const names = createNames(random.fork('names'));
  const districts = nameDistricts(territory, names);
  const geo = createGeoreference(layout.frame.halfMeters);
  return { layout, faces, merger, territory, uses, buildings, geo, names, districts, random };
}
