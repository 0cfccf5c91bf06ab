/** A closed ring in node units (first corner = last), counter-clockwise around what it encloses if it is an outline. */
export type Ring = readonly (readonly [number, number])[];

/** An area: its outline and its holes (clockwise). */
export interface Outline {
  readonly outer: Ring;
  readonly holes: readonly Ring[];
}

/** Values on a regular grid of nodes, row by row from y = 0; node (column, row) stands at (column, row). */
export interface Field {
  readonly columns: number;
  readonly rows: number;
  readonly values: Uint32Array;
}

/** No value: the contour then passes midway to the neighbour. */
export const NO_VALUE = 0xffffffff;

/** A contour keeps this share of the spacing away from every node, so that each node is strictly on its side. */
const NEAREST = 0.05;

const SOUTH = 0;
const EAST = 1;
const NORTH = 2;
const WEST = 3;

/**
 * Marching squares: per state of the four corners (bit 1 south-west, 2 south-east, 4 north-east, 8 north-west inside) the directed pieces
 * from one side of the square to another, inside on the left. Inside corners across a diagonal are joined.
 */
const PIECES: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[SOUTH, WEST]],
  [[EAST, SOUTH]],
  [[EAST, WEST]],
  [[NORTH, EAST]],
  [
    [SOUTH, EAST],
    [NORTH, WEST],
  ],
  [[NORTH, SOUTH]],
  [[NORTH, WEST]],
  [[WEST, NORTH]],
  [[SOUTH, NORTH]],
  [
    [WEST, SOUTH],
    [EAST, NORTH],
  ],
  [[EAST, NORTH]],
  [[WEST, EAST]],
  [[SOUTH, EAST]],
  [[WEST, SOUTH]],
  [],
];

/** Which corners of the square with its south-western corner at (column, row) are inside, as bits of {@link PIECES}. */
export function cornersInside({ columns, values }: Field, limit: number, column: number, row: number): number {
  const node = row * columns + column;
  return (
    (values[node]! <= limit ? 1 : 0) |
    (values[node + 1]! <= limit ? 2 : 0) |
    (values[node + columns + 1]! <= limit ? 4 : 0) |
    (values[node + columns]! <= limit ? 8 : 0)
  );
}

/** Where the contour crosses between an inside and an outside node, as a share of the way from the first to the second of them. */
function crossing(first: number, second: number, limit: number): number {
  const inside = Math.min(first, second);
  const outside = Math.max(first, second);
  const share = outside === NO_VALUE ? 0.5 : (limit - inside) / (outside - inside);
  const clamped = Math.min(1 - NEAREST, Math.max(NEAREST, share));
  return first <= second ? clamped : 1 - clamped;
}

/**
 * Rings around the nodes with `value ≤ limit`, by marching squares with linear interpolation: outlines counter-clockwise, holes
 * clockwise. The outermost nodes must be outside. Rings never touch. O(nodes).
 */
export function contourRings(field: Field, limit: number): Ring[] {
  const { columns, rows, values } = field;
  const nodeCount = columns * rows;
  // A side of a square is named after its node and direction: eastward sides first, then northward ones.
  const next = new Int32Array(2 * nodeCount).fill(-1);
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const state = cornersInside(field, limit, column, row);
      if (state === 0 || state === 15) continue;
      const node = row * columns + column;
      const sides = [node, nodeCount + node + 1, node + columns, nodeCount + node];
      for (const [from, to] of PIECES[state]!) next[sides[from]!] = sides[to]!;
    }
  }
  const cornerAt = (side: number): readonly [number, number] => {
    const eastward = side < nodeCount;
    const node = eastward ? side : side - nodeCount;
    const share = crossing(values[node]!, values[node + (eastward ? 1 : columns)]!, limit);
    const column = node % columns;
    const row = (node - column) / columns;
    return eastward ? [column + share, row] : [column, row + share];
  };
  const rings: Ring[] = [];
  for (let start = 0; start < next.length; start++) {
    if (next[start]! < 0) continue;
    const ring: (readonly [number, number])[] = [];
    for (let side = start; next[side]! >= 0; ) {
      ring.push(cornerAt(side));
      const following = next[side]!;
      next[side] = -1;
      side = following;
    }
    rings.push([...ring, ring[0]!]);
  }
  return rings;
}

/** Whether a position lies within an odd number of rings. Positions on a ring may go either way. O(corners). */
export function isWithin(rings: readonly Ring[], x: number, y: number): boolean {
  let within = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1]!;
      const [bx, by] = ring[i]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
    }
  }
  return within;
}

/** Area of a ring in squares of the raster, positive if counter-clockwise. */
export function signedArea(ring: Ring): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1];
  return sum / 2;
}

/** Joins the rings of {@link contourRings} to areas: each hole belongs to the smallest outline around it; larger areas first. */
export function outlinesOf(rings: readonly Ring[]): Outline[] {
  const sized = rings.map((ring) => ({ ring, area: signedArea(ring) })).sort((a, b) => b.area - a.area);
  const outlines = sized.filter(({ area }) => area > 0).map(({ ring }) => ({ outer: ring, holes: [] as Ring[] }));
  for (const { ring, area } of sized) {
    if (area > 0) continue;
    const [x, y] = ring[0]!;
    outlines.findLast(({ outer }) => isWithin([outer], x, y))?.holes.push(ring);
  }
  return outlines;
}
