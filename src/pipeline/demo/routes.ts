import { cm, curveThrough, type Line, type Vec } from './geometry.ts';
import { Heap } from './heap.ts';
import { cellAt, cellX, cellY, fillRaster, type Raster, sampleRaster } from './raster.ts';
import type { Terrain } from './terrain.ts';

/** Finds ways over the land: the cheapest path by length, climb and water, which likes to follow ways that are already there. */
export interface RouteFinder {
  /** Lays a way through all stops. A lower `rank` is more important and stays where two ways run together. */
  route(stops: readonly Vec[], rank: number): void;
  /** Raises the cost around a place, e.g. of villages for a motorway. */
  avoid(at: Vec, radius: number, factor: number): void;
  /** All ways as smooth lines; they share vertices exactly where they meet. */
  lines(): RankedLine[];
}

export interface RankedLine {
  readonly rank: number;
  readonly line: Line;
}

export interface RouteStyle {
  readonly cell: number;
  /** Cost per metre of climb. */
  readonly climb: number;
  readonly water: number;
  /** Share of the cost where a way already runs. */
  readonly reuse: number;
  readonly smoothing: number;
}

const DIAGONAL = Math.SQRT2;
const KNIGHT = 2.23606797749979;

const MOVES: readonly (readonly [column: number, row: number, length: number])[] = [
  [1, 0, 1],
  [0, 1, 1],
  [-1, 0, 1],
  [0, -1, 1],
  [1, 1, DIAGONAL],
  [-1, 1, DIAGONAL],
  [-1, -1, DIAGONAL],
  [1, -1, DIAGONAL],
  [2, 1, KNIGHT],
  [1, 2, KNIGHT],
  [-1, 2, KNIGHT],
  [-2, 1, KNIGHT],
  [-2, -1, KNIGHT],
  [-1, -2, KNIGHT],
  [1, -2, KNIGHT],
  [2, -1, KNIGHT],
];

/** Cells that ways run through, with their place on the ground and the cells they are joined to (with the rank of the way). */
interface Net {
  readonly places: Map<number, Vec>;
  readonly arms: Map<number, Map<number, number>>;
}

export function createRouteFinder(half: number, terrain: Terrain, style: RouteStyle): RouteFinder {
  const cost: Raster = fillRaster(half, style.cell, (x, y) => {
    const rough = 1 + 0.3 * terrain.noise(x + 555, y - 222, 260) + 0.34 * terrain.noise(x, y, 1100);
    return rough * (sampleRaster(terrain.riverDistance, x, y) < style.cell * 0.8 ? style.water : 1);
  });
  const height = fillRaster(half, style.cell, (x, y) => sampleRaster(terrain.height, x, y));
  const net: Net = { places: new Map(), arms: new Map() };
  const search = createSearch(cost, height, style, net);
  return {
    route(stops, rank) {
      for (let k = 1; k < stops.length; k++) {
        const path = search(cellOf(cost, stops[k - 1]!), cellOf(cost, stops[k]!));
        path.forEach((cell, n) => {
          if (!net.places.has(cell)) net.places.set(cell, [cellX(cost, cell), cellY(cost, cell)]);
          if (n > 0) join(net, path[n - 1]!, cell, rank);
        });
      }
    },
    avoid(at, radius, factor) {
      for (let y = at[1] - radius; y <= at[1] + radius; y += style.cell) {
        for (let x = at[0] - radius; x <= at[0] + radius; x += style.cell) {
          const dx = x - at[0];
          const dy = y - at[1];
          if (dx * dx + dy * dy <= radius * radius) cost.values[cellAt(cost, x, y)]! *= factor;
        }
      }
    },
    lines() {
      relax(net, style.smoothing);
      return drawLines(net);
    },
  };
}

function cellOf(raster: Raster, at: Vec): number {
  return cellAt(raster, at[0], at[1]);
}

/** Best-first search (A*) over the cells; returns the cells of the path. */
function createSearch(
  cost: Raster,
  height: Raster,
  style: RouteStyle,
  net: Net,
): (start: number, goal: number) => number[] {
  const cells = cost.values.length;
  const known = new Float64Array(cells);
  const from = new Int32Array(cells);
  /** Number of the search that last touched a cell; older values count as unknown. */
  const touched = new Int32Array(cells);
  let round = 0;
  return (start, goal) => {
    round++;
    const heap = new Heap();
    const gx = cellX(cost, goal);
    const gy = cellY(cost, goal);
    const guess = (i: number) => {
      const dx = cellX(cost, i) - gx;
      const dy = cellY(cost, i) - gy;
      return Math.sqrt(dx * dx + dy * dy) * style.reuse * 0.6;
    };
    known[start] = 0;
    touched[start] = round;
    from[start] = start;
    heap.push(start, guess(start));
    while (heap.size > 0) {
      const i = heap.pop();
      if (i === goal) break;
      if (heap.lastKey > known[i]! + guess(i) + 1e-6) continue;
      const column = i % cost.size;
      const row = (i - column) / cost.size;
      const arms = net.arms.get(i);
      for (const [dc, dr, length] of MOVES) {
        const c = column + dc;
        const r = row + dr;
        if (c < 0 || r < 0 || c >= cost.size || r >= cost.size) continue;
        const j = r * cost.size + c;
        const climb = Math.abs(height.values[j]! - height.values[i]!) * style.climb;
        const meters = length * style.cell * 0.5 * (cost.values[i]! + cost.values[j]!);
        const next = known[i]! + (meters + climb) * (arms?.has(j) ? style.reuse : 1);
        if (touched[j] !== round || next < known[j]!) {
          touched[j] = round;
          known[j] = next;
          from[j] = i;
          heap.push(j, next + guess(j));
        }
      }
    }
    const path = [goal];
    for (let i = goal; i !== start; ) {
      i = from[i]!;
      path.push(i);
    }
    return path.reverse();
  };
}

function join(net: Net, a: number, b: number, rank: number): void {
  const now = Math.min(rank, net.arms.get(a)?.get(b) ?? rank);
  for (const [p, q] of [
    [a, b],
    [b, a],
  ] as const) {
    const arms = net.arms.get(p) ?? new Map<number, number>();
    arms.set(q, now);
    net.arms.set(p, arms);
  }
}

/** The two arms of a cell that continue each other best. */
function straightestArms(net: Net, cell: number): [number, number] | null {
  const arms = [...net.arms.get(cell)!.keys()];
  if (arms.length < 2) return null;
  const [x, y] = net.places.get(cell)!;
  const directions = arms.map((arm) => {
    const [ax, ay] = net.places.get(arm)!;
    const length = Math.sqrt((ax - x) * (ax - x) + (ay - y) * (ay - y)) || 1;
    return [(ax - x) / length, (ay - y) / length] as const;
  });
  let best: [number, number] | null = null;
  let bestDot = 2;
  for (let i = 0; i < arms.length; i++) {
    for (let j = i + 1; j < arms.length; j++) {
      const dot = directions[i]![0] * directions[j]![0] + directions[i]![1] * directions[j]![1];
      if (dot < bestDot) {
        bestDot = dot;
        best = [arms[i]!, arms[j]!];
      }
    }
  }
  return best;
}

/** Moves every place towards the middle of the two neighbours that continue each other. */
function relax(net: Net, rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    const moved: [number, Vec][] = [];
    for (const [cell, [x, y]] of net.places) {
      const pair = straightestArms(net, cell);
      if (!pair) continue;
      const [a, b] = [net.places.get(pair[0])!, net.places.get(pair[1])!];
      moved.push([cell, [(2 * x + a[0] + b[0]) / 4, (2 * y + a[1] + b[1]) / 4]]);
    }
    for (const [cell, place] of moved) net.places.set(cell, place);
  }
}

/** Cuts the net into lines of one rank that go on through junctions where they can. */
function drawLines(net: Net): RankedLine[] {
  const lines: RankedLine[] = [];
  const drawn = new Set<string>();
  const key = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const onward = (before: number, cell: number, rank: number): number | null => {
    const pair = straightestArms(net, cell);
    if (!pair?.includes(before)) return null;
    const next = pair[0] === before ? pair[1] : pair[0];
    return net.arms.get(cell)!.get(next) === rank && !drawn.has(key(cell, next)) ? next : null;
  };
  for (const [cell, arms] of net.arms) {
    for (const [arm, rank] of arms) {
      if (drawn.has(key(cell, arm))) continue;
      drawn.add(key(cell, arm));
      const run = [cell, arm];
      for (const forwards of [true, false]) {
        if (!forwards) run.reverse();
        for (let next = onward(run[run.length - 2]!, run[run.length - 1]!, rank); next !== null; ) {
          drawn.add(key(run[run.length - 1]!, next));
          run.push(next);
          next = onward(run[run.length - 2]!, run[run.length - 1]!, rank);
        }
      }
      const points = run.map((c): Vec => [cm(net.places.get(c)![0]), cm(net.places.get(c)![1])]);
      lines.push({ rank, line: curveThrough(points, 25) });
    }
  }
  return lines.sort((p, q) => p.rank - q.rank);
}
