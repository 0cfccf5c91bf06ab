import type { Random } from '../../shared/random.ts';
import { BlockGround, cornersOf, type Front, HALF_WIDTHS, type Rect } from './block-ground.ts';
import type { BlockUse } from './block-uses.ts';
import type { Faces } from './faces.ts';
import { centroidOf, type Vec } from './geometry.ts';
import type { Zone } from './land-use.ts';
import type { Layout } from './lay-out.ts';
import { sampleRaster } from './raster.ts';
import type { Territory } from './territory.ts';

export interface DemoBuilding {
  readonly ring: readonly Vec[];
  readonly middle: Vec;
  readonly levels: number;
  readonly residential: boolean;
  readonly face: number;
  readonly squareMeters: number;
}

interface FrontStyle {
  readonly width: readonly [number, number];
  readonly depth: readonly [number, number];
  readonly gap: readonly [number, number];
  /** Distance from the kerb. */
  readonly garden: number;
  readonly levels: readonly [number, number];
}

const STYLES = {
  terrace: { width: [20, 34], depth: [11, 14], gap: [0, 0], garden: 1.6, levels: [3, 5] },
  oldTown: { width: [10, 19], depth: [9, 12], gap: [0, 0], garden: 0.9, levels: [3, 4] },
  flats: { width: [28, 46], depth: [11, 13.5], gap: [11, 19], garden: 5.5, levels: [2, 4] },
  detached: { width: [12, 15.5], depth: [10.5, 13], gap: [10, 16], garden: 5, levels: [1, 2] },
  pairs: { width: [17, 21], depth: [10, 12], gap: [9, 13], garden: 5, levels: [2, 2] },
  rowHouses: { width: [38, 60], depth: [9.5, 11], gap: [9, 14], garden: 4.5, levels: [2, 2] },
  villas: { width: [13, 18], depth: [11, 14], gap: [13, 21], garden: 7.5, levels: [2, 3] },
  farms: { width: [13, 24], depth: [10, 14], gap: [7, 15], garden: 1.8, levels: [1, 2] },
} satisfies Record<string, FrontStyle>;

/** Buildings set in rows inside a block. */
interface Fill {
  readonly width: readonly [number, number];
  readonly depth: readonly [number, number];
  /** Distance from middle to middle, along and across the rows. */
  readonly along: number;
  readonly across: number;
  readonly gap: number;
  readonly levels: readonly [number, number];
  readonly residential: boolean;
}

const FILLS = {
  courtyard: { width: [12, 24], depth: [9, 11], along: 34, across: 30, gap: 9, levels: [2, 3], residential: true },
  rows: { width: [30, 46], depth: [10.5, 12], along: 58, across: 36, gap: 16, levels: [3, 4], residential: true },
  slabs: { width: [44, 84], depth: [12, 14], along: 96, across: 58, gap: 26, levels: [5, 9], residential: true },
  towers: { width: [20, 24], depth: [20, 24], along: 70, across: 70, gap: 24, levels: [9, 14], residential: true },
  halls: { width: [36, 84], depth: [26, 54], along: 88, across: 66, gap: 12, levels: [1, 3], residential: false },
  offices: { width: [14, 26], depth: [12, 18], along: 40, across: 36, gap: 12, levels: [1, 3], residential: false },
  school: { width: [38, 58], depth: [15, 19], along: 70, across: 46, gap: 14, levels: [2, 3], residential: false },
  campus: { width: [38, 58], depth: [15, 19], along: 70, across: 60, gap: 14, levels: [2, 3], residential: false },
  clubhouse: { width: [22, 34], depth: [14, 18], along: 160, across: 140, gap: 60, levels: [1, 1], residential: false },
} satisfies Record<string, Fill>;

interface Site {
  readonly ground: BlockGround;
  readonly face: number;
  readonly random: Random;
  readonly out: DemoBuilding[];
}

function put(site: Site, rect: Rect, gap: number, levels: number, residential: boolean): boolean {
  if (!site.ground.place(rect, gap)) return false;
  site.out.push({
    ring: cornersOf(rect),
    middle: [rect.x, rect.y],
    levels,
    residential,
    face: site.face,
    squareMeters: 4 * rect.halfWidth * rect.halfDepth,
  });
  return true;
}

/** The point and unit tangent at a length along a front. */
function pointAt(front: Front, along: number): { x: number; y: number; ux: number; uy: number } {
  let left = along;
  for (let i = 1; i < front.line.length; i++) {
    const a = front.line[i - 1]!;
    const b = front.line[i]!;
    const dx = b[0] - a[0];
    const dy = b[1] - a[1];
    const length = Math.sqrt(dx * dx + dy * dy);
    if (left <= length || i === front.line.length - 1) {
      const t = length === 0 ? 0 : Math.min(1, left / length);
      return { x: a[0] + dx * t, y: a[1] + dy * t, ux: dx / (length || 1), uy: dy / (length || 1) };
    }
    left -= length;
  }
  return { x: front.line[0]![0], y: front.line[0]![1], ux: 1, uy: 0 };
}

function isStreet(front: Front): boolean {
  switch (front.kind) {
    case 'primary':
    case 'secondary':
    case 'tertiary':
    case 'residential':
    case 'pedestrian':
      return true;
    default:
      return false;
  }
}

const HALF_RESIDENTIAL = HALF_WIDTHS.residential;

/** Houses side by side along a front. */
function lineFront(site: Site, front: Front, style: FrontStyle, narrow: number, higher: number): void {
  const { random } = site;
  const kerb = (front.kind === 'residential' ? HALF_RESIDENTIAL - narrow : HALF_WIDTHS[front.kind]) + style.garden;
  let along = style.gap[1] === 0 ? kerb : kerb * random.between(0.6, 1.2);
  while (along < front.length - 4) {
    const width = random.between(style.width[0], style.width[1]);
    const depth = random.between(style.depth[0], style.depth[1]);
    const gap = random.between(style.gap[0], style.gap[1]);
    const levels = style.levels[0] + random.below(style.levels[1] - style.levels[0] + 1) + higher;
    const a = pointAt(front, along);
    const b = pointAt(front, Math.min(front.length, along + width));
    const dx = b.x - a.x;
    const dy = b.y - a.y;
    const chord = Math.sqrt(dx * dx + dy * dy);
    if (chord < 5) break;
    const [ux, uy] = [dx / chord, dy / chord];
    const inward = kerb + depth / 2;
    const rect: Rect = {
      x: (a.x + b.x) / 2 - uy * inward,
      y: (a.y + b.y) / 2 + ux * inward,
      ux,
      uy,
      halfWidth: Math.min(width, chord) / 2,
      halfDepth: depth / 2,
    };
    along += put(site, rect, style.gap[0] > 0 ? 2.5 : 0, levels, true) ? width + gap : Math.max(4, width * 0.3);
  }
}

/** The extent of a block along two axes: least and greatest u, then v. */
function extentOf(ring: readonly Vec[], ux: number, uy: number): [number, number, number, number] {
  const extent: [number, number, number, number] = [1e9, -1e9, 1e9, -1e9];
  for (const [x, y] of ring) {
    const u = x * ux + y * uy;
    const v = y * ux - x * uy;
    extent[0] = Math.min(extent[0], u);
    extent[1] = Math.max(extent[1], u);
    extent[2] = Math.min(extent[2], v);
    extent[3] = Math.max(extent[3], v);
  }
  return extent;
}

/** Buildings in rows across the block, along its longest front or (`turned`) at right angles to it. */
function fillBlock(site: Site, fronts: readonly Front[], fill: Fill, turned = false): void {
  const longest = fronts.reduce((best, f) => (f.length > best.length ? f : best), fronts[0]!);
  const { ux: tx, uy: ty } = pointAt(longest, longest.length / 2);
  const [ux, uy] = turned ? [-ty, tx] : [tx, ty];
  const { random } = site;
  const [west, east, south, north] = extentOf(site.ground.ring, ux, uy);
  for (let v = south + fill.across * 0.45; v < north; v += fill.across) {
    for (let u = west + fill.along * 0.4; u < east; u += fill.along) {
      const width = random.between(fill.width[0], fill.width[1]);
      const depth = random.between(fill.depth[0], fill.depth[1]);
      const du = u + random.between(-0.08, 0.08) * fill.along;
      const dv = v + random.between(-0.08, 0.08) * fill.across;
      const rect = { x: du * ux - dv * uy, y: du * uy + dv * ux, ux, uy, halfWidth: width / 2, halfDepth: depth / 2 };
      put(site, rect, fill.gap, fill.levels[0] + random.below(fill.levels[1] - fill.levels[0] + 1), fill.residential);
    }
  }
}

function buildHomes(site: Site, zone: Zone, hectares: number): void {
  const fronts = site.ground.fronts();
  switch (zone) {
    case 'old-town':
      lineFronts(site, fronts, STYLES.oldTown, 1.5);
      break;
    case 'founder':
      lineFronts(site, fronts, STYLES.terrace);
      if (hectares > 0.9 && hectares < 3 && site.random.next() < 0.6) fillBlock(site, fronts, FILLS.courtyard);
      break;
    case 'rows':
      if (site.random.next() < 0.55) fillBlock(site, fronts, FILLS.rows, site.random.next() < 0.7);
      lineFronts(site, fronts, STYLES.flats);
      break;
    case 'slab':
      fillBlock(site, fronts, FILLS.slabs, site.random.next() < 0.5);
      fillBlock(site, fronts, FILLS.towers);
      break;
    case 'garden':
      lineHouses(site, fronts, [STYLES.detached, STYLES.pairs, STYLES.rowHouses, STYLES.rowHouses, STYLES.rowHouses]);
      break;
    case 'villa':
      lineHouses(site, fronts, [STYLES.villas, STYLES.villas, STYLES.pairs]);
      break;
    default:
      lineHouses(site, fronts, [STYLES.farms, STYLES.farms, STYLES.detached, STYLES.rowHouses]);
  }
}

function isMain(front: Front): boolean {
  return front.kind === 'primary' || front.kind === 'secondary';
}

/** One style along all streets, a floor higher along main roads. */
function lineFronts(site: Site, fronts: readonly Front[], style: FrontStyle, narrow = 0): void {
  for (const front of fronts) if (isStreet(front)) lineFront(site, front, style, narrow, isMain(front) ? 1 : 0);
}

/** One of several styles for the whole block; flats along main roads. */
function lineHouses(site: Site, fronts: readonly Front[], choices: readonly FrontStyle[]): void {
  const style = site.random.pick(choices);
  for (const front of fronts) if (isStreet(front)) lineFront(site, front, isMain(front) ? STYLES.flats : style, 0, 0);
}

function buildOther(site: Site, use: BlockUse, hectares: number): void {
  const fronts = site.ground.fronts();
  if (use === 'work') {
    fillBlock(site, fronts, FILLS.halls);
    fillBlock(site, fronts, FILLS.offices);
  } else if (use === 'school') {
    fillBlock(site, fronts, hectares > 1.5 ? FILLS.campus : FILLS.school);
  } else if (use === 'square') {
    const [x, y] = centroidOf(site.ground.ring);
    const { ux, uy } = pointAt(fronts[0]!, fronts[0]!.length / 2);
    put(site, { x, y, ux, uy, halfWidth: 17, halfDepth: 8 }, 4, 3, false);
  } else if (use === 'sports') {
    fillBlock(site, fronts, FILLS.clubhouse);
  }
}

/** Stretches of brooks by the block they come near. */
function brookStretches(layout: Layout): (ring: readonly Vec[]) => (readonly [Vec, Vec, number])[] {
  const half = 9;
  const segments: (readonly [Vec, Vec, number])[] = [];
  for (const brook of layout.terrain.brooks) {
    for (let i = 1; i < brook.length; i++) segments.push([brook[i - 1]!, brook[i]!, half]);
  }
  return (ring) => {
    const [x, y] = ring[0]!;
    let reach = 0;
    for (const p of ring) reach = Math.max(reach, Math.abs(p[0] - x), Math.abs(p[1] - y));
    if (sampleRaster(layout.terrain.brookDistance, x, y) > reach * 1.5 + 120) return [];
    return segments.filter(([a]) => Math.abs(a[0] - x) < reach + 60 && Math.abs(a[1] - y) < reach + 60);
  };
}

/** Puts buildings into all settled blocks: along the streets, set back by zone, clear of streets and water. */
export function createBuildings(
  layout: Layout,
  faces: Faces,
  territory: Territory,
  uses: readonly BlockUse[],
  random: Random,
): DemoBuilding[] {
  const out: DemoBuilding[] = [];
  const brooksNear = brookStretches(layout);
  for (let face = 0; face < uses.length; face++) {
    const use = uses[face]!;
    const area = faces.areas[face]!;
    if (area < 350 || area > 900_000) continue;
    if (use !== 'homes' && use !== 'work' && use !== 'school' && use !== 'square' && use !== 'sports') continue;
    const zone = territory.zones[face]!;
    const ring = faces.halfEdges[face]!.map((h) =>
      layout.graph.at((h & 1) === 0 ? layout.graph.from[h >> 1]! : layout.graph.to[h >> 1]!),
    );
    const ground = new BlockGround(layout.graph, faces, face, brooksNear(ring), zone === 'old-town' ? 1.5 : 0);
    const site: Site = { ground, face, random, out };
    if (use === 'homes') buildHomes(site, zone, area / 10_000);
    else buildOther(site, use, area / 10_000);
  }
  return out;
}
