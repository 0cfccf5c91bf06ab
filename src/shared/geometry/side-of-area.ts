import { type Area, degreeUnits, polygonsOf } from './area.ts';

export type Side = 'inside' | 'border' | 'outside';

/** Answers on which side of one area positions lie; built once, asked often. */
export interface AreaTester {
  sideOf(position: readonly number[]): Side;
}

const TOUCHES = 2;

/**
 * Does the ray from p to the east cross the edge a–b? 1 yes, 0 no, {@link TOUCHES} if p lies on the edge. Coordinates are whole
 * units of 1e-7°, so the cross product is exact.
 */
function crossing(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  if (ay === py && by === py) return (ax <= px && px <= bx) || (bx <= px && px <= ax) ? TOUCHES : 0;
  if ((px === ax && py === ay) || (px === bx && py === by)) return TOUCHES;
  if (ay > py === by > py) return 0;
  const cross = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
  if (cross === 0) return TOUCHES;
  return cross > 0 === by > ay ? 1 : 0;
}

/** All edges of an area as `ax, ay, bx, by` in units of 1e-7°. */
function edgesOf(area: Area): Float64Array {
  const edges: number[] = [];
  for (const rings of polygonsOf(area)) {
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        const [ax, ay] = ring[i - 1] as [number, number];
        const [bx, by] = ring[i] as [number, number];
        edges.push(degreeUnits(ax), degreeUnits(ay), degreeUnits(bx), degreeUnits(by));
      }
    }
  }
  return Float64Array.from(edges);
}

/** Edges sorted into horizontal bands, so that a question looks at one band only. */
function sortIntoBands(edges: Float64Array) {
  const edgeCount = edges.length / 4;
  let south = Infinity;
  let north = -Infinity;
  for (let i = 1; i < edges.length; i += 2) {
    south = Math.min(south, edges[i] as number);
    north = Math.max(north, edges[i] as number);
  }
  const bandCount = Math.max(1, Math.min(4096, edgeCount >> 2));
  const scale = bandCount / (north - south + 1);
  const bandOf = (y: number) => Math.floor((y - south) * scale);
  const span = (edge: number): [number, number] => {
    const a = bandOf(edges[edge * 4 + 1] as number);
    const b = bandOf(edges[edge * 4 + 3] as number);
    return a < b ? [a, b] : [b, a];
  };
  // Counting sort: sizes, running sums, then filling.
  const offsets = new Uint32Array(bandCount + 1);
  for (let edge = 0; edge < edgeCount; edge++) {
    const [low, high] = span(edge);
    for (let band = low; band <= high; band++) offsets[band + 1]!++;
  }
  for (let band = 0; band < bandCount; band++) offsets[band + 1]! += offsets[band]!;
  const members = new Uint32Array(offsets[bandCount] as number);
  const next = offsets.slice();
  for (let edge = 0; edge < edgeCount; edge++) {
    const [low, high] = span(edge);
    for (let band = low; band <= high; band++) members[next[band]!++] = edge;
  }
  return { south, north, bandOf, offsets, members };
}

/**
 * Prepares an area for many questions. Even-odd over all rings, which for a valid area is its inside. Exact for coordinates that are
 * multiples of 1e-7° and areas up to about 6° across; positions are rounded to that grid.
 */
export function createAreaTester(area: Area): AreaTester {
  const edges = edgesOf(area);
  const bands = sortIntoBands(edges);
  let west = Infinity;
  let east = -Infinity;
  for (let i = 0; i < edges.length; i += 2) {
    west = Math.min(west, edges[i] as number);
    east = Math.max(east, edges[i] as number);
  }
  return {
    sideOf: (position) => {
      const px = degreeUnits(position[0] as number);
      const py = degreeUnits(position[1] as number);
      if (!(py >= bands.south && py <= bands.north && px >= west && px <= east)) return 'outside';
      const band = bands.bandOf(py);
      let crossings = 0;
      for (let i = bands.offsets[band] as number; i < (bands.offsets[band + 1] as number); i++) {
        const at = (bands.members[i] as number) * 4;
        const found = crossing(edges[at]!, edges[at + 1]!, edges[at + 2]!, edges[at + 3]!, px, py);
        if (found === TOUCHES) return 'border';
        crossings += found;
      }
      return crossings % 2 === 1 ? 'inside' : 'outside';
    },
  };
}

/** On which side of an area a position lies. For many questions to one area use {@link createAreaTester}. */
export function sideOfArea(area: Area, position: readonly number[]): Side {
  const px = degreeUnits(position[0] as number);
  const py = degreeUnits(position[1] as number);
  let crossings = 0;
  for (const rings of polygonsOf(area)) {
    for (const ring of rings) {
      let [ax, ay] = [degreeUnits(ring[0]?.[0] as number), degreeUnits(ring[0]?.[1] as number)];
      for (let i = 1; i < ring.length; i++) {
        const bx = degreeUnits(ring[i]?.[0] as number);
        const by = degreeUnits(ring[i]?.[1] as number);
        const found = crossing(ax, ay, bx, by, px, py);
        if (found === TOUCHES) return 'border';
        crossings += found;
        ax = bx;
        ay = by;
      }
    }
  }
  return crossings % 2 === 1 ? 'inside' : 'outside';
}

/** True if the position lies in the area or on its border. */
export function areaContains(area: Area, position: readonly number[]): boolean {
  return sideOfArea(area, position) !== 'outside';
}
