import Flatbush from 'flatbush';
import type { SupplyArea } from '../../../city/types.ts';
import type { LonLat } from '../../../shared/coordinates.ts';
import type { Random } from '../../../shared/random.ts';
import { BlockGround, cornersOf, type Rect } from '../block-ground.ts';
import { startOf } from '../faces.ts';
import type { Footway } from '../footways.ts';
import { distance, type Vec } from '../geometry.ts';
import { DEMO_SOURCE } from '../identity.ts';
import { parkNames } from '../place-names.ts';
import { polygonOf } from '../shapes.ts';
import { areasOfFaces, type Town } from '../town.ts';

/** Finds room for rectangles that touch neither streets nor buildings nor each other. */
class FreeRoom {
  private readonly town: Town;
  private readonly index: Flatbush;
  private readonly added: Rect[] = [];

  constructor(town: Town) {
    this.town = town;
    this.index = new Flatbush(Math.max(1, town.buildings.length));
    for (const b of town.buildings) {
      const xs = b.ring.map((p) => p[0]);
      const ys = b.ring.map((p) => p[1]);
      this.index.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
    }
    if (town.buildings.length === 0) this.index.add(0, 0, 0, 0);
    this.index.finish();
  }

  /** Tries a few spots in a block, from its middle outwards. */
  find(face: number, width: number, depth: number, random: Random): Rect | null {
    const { layout, faces } = this.town;
    const ground = new BlockGround(layout.graph, faces, face, [], 0);
    const longest = ground.fronts().reduce((a, b) => (b.length > a.length ? b : a));
    const [a, b] = [longest.line[0]!, longest.line[longest.line.length - 1]!];
    const length = distance(a, b) || 1;
    const reach = Math.sqrt(faces.areas[face]!) * 0.42;
    for (let k = 0; k < 9; k++) {
      const share = k / 8;
      const rect: Rect = {
        x: faces.inner[face]![0] + random.between(-1, 1) * reach * share,
        y: faces.inner[face]![1] + random.between(-1, 1) * reach * share,
        ux: (b[0] - a[0]) / length,
        uy: (b[1] - a[1]) / length,
        halfWidth: width / 2,
        halfDepth: depth / 2,
      };
      if (this.isFree(rect) && ground.place(rect, 0)) {
        this.added.push(rect);
        return rect;
      }
    }
    return null;
  }

  private isFree(rect: Rect): boolean {
    const r = Math.sqrt(rect.halfWidth * rect.halfWidth + rect.halfDepth * rect.halfDepth) + 2;
    if (this.index.search(rect.x - r, rect.y - r, rect.x + r, rect.y + r).length > 0) return false;
    return this.added.every((o) => distance([o.x, o.y], [rect.x, rect.y]) > r + Math.max(o.halfWidth, o.halfDepth));
  }
}

/** Where streets or paths touch a block, thinned: the gates of a park. */
function gatesOf(town: Town, face: number, footways: readonly Footway[]): LonLat[] {
  const { graph } = town.layout;
  const nodes = new Set(footways.filter((f) => f.face === face).map((f) => f.from));
  const outline = town.faces.halfEdges[face]!.map((h) => startOf(graph, h));
  outline.forEach((node, i) => {
    if (graph.incident[node]!.length > 2 && i % 3 === 0) nodes.add(node);
  });
  if (nodes.size === 0) nodes.add(outline[0]!);
  return [...nodes].sort((a, b) => a - b).map((n) => town.geo.toLonLat(graph.at(n)));
}

/** The street node nearest to a place in its block. */
function gateNear(town: Town, face: number, at: Vec): LonLat {
  const { graph } = town.layout;
  let best: Vec | null = null;
  for (const h of town.faces.halfEdges[face]!) {
    const kind = graph.kindOf(h >> 1);
    if (kind === 'border' || kind === 'rail' || kind === 'river' || kind === 'motorway') continue;
    const p = graph.at(startOf(graph, h));
    if (!best || distance(p, at) < distance(best, at)) best = p;
  }
  return town.geo.toLonLat(best ?? at);
}

function greenAreas(town: Town, footways: readonly Footway[], random: Random): SupplyArea[] {
  const names = parkNames(town);
  const parks = town.uses.flatMap((use, face) => (use === 'park' && town.faces.areas[face]! >= 2500 ? [face] : []));
  const areas = areasOfFaces(town, parks);
  return parks.map((face, k): SupplyArea => {
    const squareMeters = Math.round((town.faces.areas[face]! * random.between(0.78, 0.92)) / 10) * 10;
    return {
      id: `demo:gruen-${k + 1}`,
      kind: 'green',
      services: ['gruen-nah'],
      name: names.get(face) ?? null,
      usableSquareMeters: random.next() < 0.04 ? null : squareMeters,
      accessPoints: gatesOf(town, face, footways),
      openToAll: true,
      outside: !town.territory.inCity[face],
      source: DEMO_SOURCE,
      grade: 'official',
      geometry: areas[k]!,
    };
  });
}

const PLAY: readonly { readonly services: SupplyArea['services']; readonly size: readonly [number, number] }[] = [
  { services: ['spielplatz-0-6', 'spielflaeche'], size: [16, 20] },
  { services: ['spielplatz-0-6', 'spielplatz-6-12', 'spielflaeche'], size: [22, 30] },
  { services: ['spielplatz-0-6', 'spielplatz-6-12', 'spielflaeche'], size: [26, 36] },
  { services: ['spielplatz-6-12', 'spielplatz-12-18', 'spielflaeche'], size: [30, 46] },
  { services: ['spielplatz-12-18', 'spielflaeche'], size: [18, 32] },
];

/** A play area that is wished for in a block. */
interface PlayWish {
  readonly face: number;
  readonly kind: 'playground' | 'pitch';
  readonly services: SupplyArea['services'];
  readonly size: readonly [number, number];
  readonly openToAll: boolean | null;
  /** Only where the next one is that far away. */
  readonly apart: number;
}

const BALL: SupplyArea['services'] = ['spielplatz-12-18', 'spielflaeche'];

/** What each block could hold: play in parks, school yards and large blocks, pitches on sports grounds. */
function playWishes(town: Town, random: Random): PlayWish[] {
  const wishes: PlayWish[] = [];
  const homes: PlayWish[] = [];
  town.uses.forEach((use, face) => {
    const playground = { face, kind: 'playground', ...random.pick(PLAY), openToAll: true, apart: 0 } as const;
    const pitch = { face, kind: 'pitch', services: BALL, size: [20, 40], openToAll: true, apart: 0 } as const;
    const chance = random.next();
    const area = town.faces.areas[face]!;
    if (use === 'park') wishes.push(playground, ...(area > 30_000 ? [pitch] : []));
    if (use === 'sports') {
      wishes.push({ ...pitch, services: ['spielflaeche'], size: [64, 100], openToAll: chance < 0.3 ? true : null });
    }
    if (use === 'school' && chance < 0.45) {
      const services: SupplyArea['services'] = ['spielplatz-6-12', 'spielflaeche'];
      wishes.push({ ...playground, services, size: [20, 26], openToAll: chance < 0.27 });
    }
    if (use === 'homes' && area > 6000 && chance < 0.17) homes.push({ ...playground, apart: 330 });
  });
  return [...wishes, ...homes];
}

/** Playgrounds and pitches, where there is room. */
function playAreas(town: Town, room: FreeRoom, random: Random): SupplyArea[] {
  const found: SupplyArea[] = [];
  const near: Vec[] = [];
  for (const { face, kind, services, size, openToAll, apart } of playWishes(town, random.fork('wishes'))) {
    if (apart > 0 && near.some((p) => distance(p, town.faces.inner[face]!) < apart)) continue;
    const rect = room.find(face, size[1], size[0], random);
    if (!rect) continue;
    near.push([rect.x, rect.y]);
    const quarter = town.territory.quarterOfFace[face]!;
    const place = quarter >= 0 ? town.districts.quarterNames[quarter] : null;
    found.push({
      id: `demo:spiel-${found.length + 1}`,
      kind,
      services,
      name: place ? `${kind === 'pitch' ? 'Bolzplatz' : 'Spielplatz'} ${place}` : null,
      usableSquareMeters: random.next() < 0.05 ? null : Math.round((size[0] * size[1] * 0.9) / 10) * 10,
      accessPoints: [gateNear(town, face, [rect.x, rect.y])],
      openToAll,
      outside: !town.territory.inCity[face],
      source: DEMO_SOURCE,
      grade: 'official',
      geometry: polygonOf(town.geo, cornersOf(rect)),
    });
  }
  return found;
}

/** Parks, playgrounds and pitches with their usable ground and gates. */
export function createSupplyAreas(town: Town, footways: readonly Footway[], random: Random): SupplyArea[] {
  const room = new FreeRoom(town);
  return [...greenAreas(town, footways, random), ...playAreas(town, room, random)];
}
