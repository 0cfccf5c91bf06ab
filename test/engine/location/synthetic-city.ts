import { attachNodes } from '../../../src/engine/location/best-anywhere.ts';
import {
  createChangedAllocation,
  type KnownAllocation,
  type NewHouse,
} from '../../../src/engine/location/changed-allocation.ts';
import { allocate } from '../../../src/engine/models/allocation.ts';
import { collectPairs } from '../../../src/engine/models/pairs.ts';
import { type Attachments, attachPoints, createEdgeIndex } from '../../../src/engine/network/attach.ts';
import type { WalkGraph } from '../../../src/engine/network/walk-graph.ts';
import { createReachFinder, type ReachFinder } from '../../../src/engine/reach/reach-lists.ts';
import { type Random, seededRandom } from '../../../src/shared/random.ts';
import { type TownEdge, townGraph } from '../towns.ts';

export interface CityOptions {
  /** Nodes along each side of the crooked grid of streets, 33 m apart; one street in five is missing. */
  readonly side: number;
  readonly points: number;
  readonly houses: number;
  readonly plots: number;
  readonly limitDecimeters: number;
  /** Places per 100 children who reach a house. */
  readonly placesPer100: number;
  readonly seed: number;
}

export interface SyntheticCity {
  readonly graph: WalkGraph;
  readonly points: Attachments;
  readonly finder: ReachFinder;
  readonly known: KnownAllocation;
  readonly plots: readonly NewHouse[];
  /** Places of a plot: 1.2 × the mean of the houses. */
  readonly size: number;
}

/** The reference city: 150,000 nodes, 25,000 points, 700 houses of the service, 500 plots. */
export const CITY_S = { side: 387, points: 25_000, houses: 700, plots: 500, limitDecimeters: 6000 } as const;

const SPACING_METERS = 33;

function streets(random: Random, side: number): WalkGraph {
  const nodes = Array.from({ length: side * side }, (_, i) => {
    const column = (i % side) + random.between(-0.35, 0.35);
    const row = Math.floor(i / side) + random.between(-0.35, 0.35);
    return [column * SPACING_METERS, row * SPACING_METERS] as const;
  });
  const edges: TownEdge[] = [];
  for (let i = 0; i < nodes.length; i++) {
    if (i % side < side - 1 && random.next() < 0.8) edges.push({ a: i, b: i + 1 });
    if (i + side < nodes.length && random.next() < 0.8) edges.push({ a: i, b: i + side });
  }
  return townGraph(nodes, edges);
}

/** Positions that gather around some centres. */
function drawer(random: Random, width: number): () => readonly [number, number] {
  const centers = Array.from({ length: 40 }, (_, i) => ({
    x: i === 0 ? width / 2 : random.between(0.08, 0.92) * width,
    y: i === 0 ? width / 2 : random.between(0.08, 0.92) * width,
    spread: random.between(0.02, 0.08) * width * (i === 0 ? 2 : 1),
    weight: i === 0 ? 6 : random.between(0.3, 1.5),
  }));
  return () => {
    for (;;) {
      const x = random.between(0, width);
      const y = random.between(0, width);
      let density = 0.02;
      for (const c of centers) {
        density += c.weight * Math.exp(-((x - c.x) ** 2 + (y - c.y) ** 2) / (2 * c.spread * c.spread));
      }
      if (random.next() * 1.2 < density) return [x, y];
    }
  };
}

/**
 * A seeded city in which children, houses and plots gather in the same quarters. A house has about the places that the children nearest
 * to it need, times `placesPer100` / 100, give or take 30 %.
 */
export function syntheticCity(options: CityOptions): SyntheticCity {
  const { limitDecimeters } = options;
  const random = seededRandom(options.seed);
  const graph = streets(random, options.side);
  const index = createEdgeIndex(graph);
  const draw = drawer(random, options.side * SPACING_METERS);
  const attach = (count: number) => {
    const positions = Array.from({ length: count }, draw);
    return attachPoints(
      index,
      Float64Array.from(positions, ([x]) => Math.round(x * 100) / 100),
      Float64Array.from(positions, ([, y]) => Math.round(y * 100) / 100),
    );
  };
  const points = attach(options.points);
  // Mean 24 persons a point, 2.7 % of them children of the age.
  const demand = Float64Array.from({ length: options.points }, () => Math.round(random.next() ** 2 * 72 * 27) / 1000);
  const finder = createReachFinder(graph, points, { limitDecimeters, detourFactor: 1.2 });
  const lists = finder.findAll(attach(options.houses));
  const nearest = new Float64Array(options.points).fill(Number.POSITIVE_INFINITY);
  const home = new Int32Array(options.points).fill(-1);
  for (let house = 0; house < lists.houseCount; house++) {
    for (let e = lists.offsets[house]!; e < lists.offsets[house + 1]!; e++) {
      if (lists.decimeters[e]! >= nearest[lists.points[e]!]!) continue;
      nearest[lists.points[e]!] = lists.decimeters[e]!;
      home[lists.points[e]!] = house;
    }
  }
  const needed = new Float64Array(options.houses);
  home.forEach((house, point) => {
    if (house !== -1) needed[house]! += demand[point]!;
  });
  const capacity = needed.map((places) => Math.round((places * random.between(0.7, 1.3) * options.placesPer100) / 100));
  const pairs = collectPairs(
    lists,
    Uint32Array.from({ length: options.houses }, (_, j) => j),
    limitDecimeters,
  );
  const size = Math.round((1.2 * capacity.reduce((sum, places) => sum + places, 0)) / options.houses);
  const plotLists = finder.findAll(attach(options.plots));
  const plots = Array.from({ length: options.plots }, (_, plot) => ({
    reach: {
      points: plotLists.points.subarray(plotLists.offsets[plot], plotLists.offsets[plot + 1]),
      decimeters: plotLists.decimeters.subarray(plotLists.offsets[plot], plotLists.offsets[plot + 1]),
    },
    capacity: size,
  }));
  return {
    graph,
    points,
    finder,
    known: { demand, capacity, pairs, allocation: allocate(demand, capacity, pairs) },
    plots,
    size,
  };
}

/** True gain of a house of the city's size at every node. */
export function gainsOfNodes({ graph, finder, known, size }: SyntheticCity): Float64Array {
  const changed = createChangedAllocation(known);
  return Float64Array.from({ length: graph.nodeCount }, (_, node) => {
    const reach = finder.findOne(attachNodes(graph, Uint32Array.of(node)), 0);
    return changed.gain({ added: [{ reach, capacity: size }] });
  });
}
