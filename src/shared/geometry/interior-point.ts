import type { Position } from 'geojson';
import { type LonLat, lonLat } from '../coordinates.ts';
import { type Area, polygonsOf, type Rings } from './area.ts';
import { boxOfGeometry } from './box.ts';
import { sideOfArea } from './side-of-area.ts';

/** Plane coordinates: degrees, longitude shrunk to the length of latitude. */
interface Cell {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  /** Distance to the nearest edge, negative outside. */
  readonly distance: number;
  /** The best distance any point of the cell can have. */
  readonly reach: number;
}

const SEARCH_PRECISION = 0.02;
const MAX_CELLS = 3000;

/** A ring as x, y after each other: what is passed over some hundred times lies in one row. */
type FlatRings = readonly Float64Array[];

function signedDistance(rings: FlatRings, x: number, y: number): number {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    let ax = ring[0]!;
    let ay = ring[1]!;
    for (let i = 2; i < ring.length; i += 2) {
      const bx = ring[i]!;
      const by = ring[i + 1]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const dx = bx - ax;
      const dy = by - ay;
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
      const t = along < 0 ? 0 : along > 1 ? 1 : along;
      const ex = ax + t * dx - x;
      const ey = ay + t * dy - y;
      const apart = ex * ex + ey * ey;
      if (apart < nearest) nearest = apart;
      ax = bx;
      ay = by;
    }
  }
  return (inside ? 1 : -1) * Math.sqrt(nearest);
}

function cellAt(rings: FlatRings, x: number, y: number, half: number): Cell {
  const distance = signedDistance(rings, x, y);
  return { x, y, half, distance, reach: distance + half * Math.SQRT2 };
}

/** Takes the cell with the largest reach; the first of equals. */
function takeBest(cells: Cell[]): Cell {
  let best = 0;
  for (let i = 1; i < cells.length; i++) if ((cells[i] as Cell).reach > (cells[best] as Cell).reach) best = i;
  return cells.splice(best, 1)[0] as Cell;
}

/** The point farthest from all edges, to 2 % of that distance. Quadtree search of mapbox/polylabel (Agafonkin 2016). */
function findPole(rings: Rings): Cell {
  const [west, south, east, north] = boxOfGeometry({ type: 'Polygon', coordinates: rings as Position[][] }) ?? [
    0, 0, 0, 0,
  ];
  const edges = rings.map((ring) => Float64Array.from(ring.flat()));
  const width = east - west;
  const height = north - south;
  const size = Math.max(Math.min(width, height), Math.max(width, height) / 32);
  const cells: Cell[] = [];
  if (size > 0) {
    for (let x = west; x < east; x += size)
      for (let y = south; y < north; y += size) cells.push(cellAt(edges, x + size / 2, y + size / 2, size / 2));
  }
  let best = cellAt(edges, west + width / 2, south + height / 2, 0);
  for (let looked = 0; cells.length > 0 && looked < MAX_CELLS; looked++) {
    const cell = takeBest(cells);
    if (cell.distance > best.distance) best = cell;
    if (cell.reach - best.distance <= SEARCH_PRECISION * Math.max(0, best.distance)) break;
    const half = cell.half / 2;
    for (const dx of [-half, half])
      for (const dy of [-half, half]) cells.push(cellAt(edges, cell.x + dx, cell.y + dy, half));
  }
  return best;
}

/** Shrinks longitudes so that both axes have about the same length in metres. */
function flatten(rings: Rings, shrink: number): Rings {
  return rings.map((ring) => ring.map(([lon, lat]) => [(lon as number) * shrink, lat as number]));
}

/** The middle of the widest inner interval at half height: inside even where the search found only slivers. */
function scanMiddle(rings: Rings): [number, number] | null {
  const latitudes = [...new Set(rings.flatMap((ring) => ring.map((p) => p[1] as number)))].sort((a, b) => a - b);
  let best: [number, number] | null = null;
  let widest = 0;
  for (let i = 1; i < latitudes.length; i++) {
    const y = ((latitudes[i - 1] as number) + (latitudes[i] as number)) / 2;
    const hits: number[] = [];
    for (const ring of rings)
      for (let k = 1; k < ring.length; k++) {
        const [ax, ay] = ring[k - 1] as [number, number];
        const [bx, by] = ring[k] as [number, number];
        if (ay > y !== by > y) hits.push(((bx - ax) * (y - ay)) / (by - ay) + ax);
      }
    hits.sort((a, b) => a - b);
    for (let k = 1; k < hits.length; k += 2) {
      const width = (hits[k] as number) - (hits[k - 1] as number);
      if (width > widest) {
        widest = width;
        best = [((hits[k] as number) + (hits[k - 1] as number)) / 2, y];
      }
    }
  }
  return best;
}

/**
 * A point well inside an area, for labels and for "which district does this area belong to": of the polygon with the largest inner
 * circle, the centre of that circle. Rounded to 1e-7°, the same in every engine. Only an area thinner than about 1 cm may give a
 * point of its border. Cost: some hundred passes over the edges.
 */
export function interiorPoint(area: Area): LonLat {
  const box = boxOfGeometry(area);
  // Rounded, because the last bits of a cosine differ between engines.
  const shrink = box === null ? 1 : Math.round(Math.cos((((box[1] + box[3]) / 2) * Math.PI) / 180) * 1e4) / 1e4;
  let best: { cell: Cell; rings: Rings } | null = null;
  for (const polygon of polygonsOf(area)) {
    const rings = flatten(polygon, shrink);
    const cell = findPole(rings);
    if (best === null || cell.distance > best.cell.distance) best = { cell, rings };
  }
  if (best === null) throw new RangeError('an area without polygons has no interior point');
  const pole = lonLat(best.cell.x / shrink, best.cell.y);
  if (sideOfArea(area, pole) === 'inside') return pole;
  const [x, y] = scanMiddle(best.rings) ?? [best.cell.x, best.cell.y];
  const scanned = lonLat(x / shrink, y);
  if (sideOfArea(area, scanned) !== 'outside') return scanned;
  return lonLat((best.rings[0]?.[0]?.[0] as number) / shrink, best.rings[0]?.[0]?.[1] as number);
}
