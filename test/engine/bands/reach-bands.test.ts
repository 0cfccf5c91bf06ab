import { describe, expect, it } from 'vitest';
import { isWithin } from '../../../src/engine/bands/contour.ts';
import { type Band, type BandInput, type Positions, reachBands } from '../../../src/engine/bands/reach-bands.ts';
import { attachPoints, createEdgeIndex, withoutNetwork } from '../../../src/engine/network/attach.ts';
import type { WalkGraph } from '../../../src/engine/network/walk-graph.ts';
import { createReachFinder } from '../../../src/engine/reach/reach-lists.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { randomTown, townGraph } from '../towns.ts';

const at = (...positions: readonly (readonly [number, number])[]): Positions => ({
  x: Float64Array.from(positions, ([x]) => x),
  y: Float64Array.from(positions, ([, y]) => y),
});

function inputOf(graph: WalkGraph | null, sources: Positions, points: Positions, limits: readonly number[]): BandInput {
  const index = graph === null ? null : createEdgeIndex(graph);
  return {
    graph,
    attach: (x, y) => (index === null ? withoutNetwork(x, y) : attachPoints(index, x, y)),
    sources,
    points,
    limitsMeters: limits,
    detourFactor: 1.2,
  };
}

const holds = ({ outlines }: Band, x: number, y: number) =>
  isWithin(
    outlines.flatMap(({ outer, holes }) => [outer, ...holes]),
    x,
    y,
  );

describe('bands without a network', () => {
  it('are circles of limit ÷ 1.2, the largest first, to within 2 m', () => {
    const bands = reachBands(inputOf(null, at([1234, 987]), at(), [300, 600, 300, 0]));
    expect(bands.map(({ limitMeters }) => limitMeters)).toEqual([600, 300]);
    for (const { limitMeters, outlines } of bands) {
      expect([outlines.length, outlines[0]!.holes.length]).toEqual([1, 0]);
      for (const [x, y] of outlines[0]!.outer) {
        expect(Math.abs(Math.hypot(x - 1234, y - 987) - limitMeters / 1.2)).toBeLessThan(2);
      }
    }
  });

  it('are joined where one starts from several places: two entrances 400 m apart', () => {
    const bands = reachBands(inputOf(null, at([0, 0], [400, 0]), at(), [120, 360]));
    expect(bands.map(({ outlines }) => outlines.length)).toEqual([1, 2]);
  });

  it('do not exist without a start or a limit', () => {
    expect(reachBands(inputOf(null, at(), at(), [300]))).toEqual([]);
    expect(reachBands(inputOf(null, at([0, 0]), at(), [0]))).toEqual([]);
  });
});

describe('bands along a street of 1,200 m', () => {
  const nodes = Array.from({ length: 61 }, (_, i) => [20 * i, 0] as const);
  const street = townGraph(
    nodes,
    nodes.slice(1).map((_, i) => ({ a: i, b: i + 1 })),
  );
  const [band] = reachBands(inputOf(street, at([600, 0]), at(), [300])) as [Band];

  it('end in the middle of an edge, 300 m from the house', () => {
    expect([holds(band, 312, 0), holds(band, 288, 0)]).toEqual([true, false]);
    expect([holds(band, 888, 0), holds(band, 912, 0)]).toEqual([true, false]);
  });

  it('are as wide as the way that is left: 200 m after 100 m along the street', () => {
    expect([holds(band, 700, 188), holds(band, 700, 212)]).toEqual([true, false]);
    expect([holds(band, 500, -188), holds(band, 500, -212)]).toEqual([true, false]);
  });

  it('do not cover ground more than 250 m from every path, but hold the person who lives there', () => {
    const reached = inputOf(street, at([600, 0]), at([600, 270]), [400]);
    const [alone] = reachBands(inputOf(street, at([600, 0]), at(), [400])) as [Band];
    const [lived] = reachBands(reached) as [Band];
    // 270 m × 1.2 = 324 m by air.
    expect([holds(alone, 600, 270), holds(lived, 600, 270), holds(lived, 600, 340)]).toEqual([false, true, false]);
  });
});

describe('bands in random towns', () => {
  it('hold every demand point in reach, and at most 2 % of those out of reach', () => {
    const limits = [200, 400, 800];
    let reached = 0;
    let beyond = 0;
    let wronglyIn = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const random = seededRandom(seed);
      const town = randomTown(random, 120, 700);
      const graph = townGraph(town.nodes, town.edges);
      const points = at(
        ...Array.from({ length: 400 }, () => [random.between(-150, 850), random.between(-150, 850)] as const),
      );
      const source = at([random.between(200, 500), random.between(200, 500)]);
      const input = inputOf(graph, source, points, limits);
      const list = createReachFinder(graph, input.attach(points.x, points.y), {
        limitDecimeters: 8000,
        detourFactor: 1.2,
      }).findOne(input.attach(source.x, source.y), 0);
      for (const band of reachBands(input)) {
        const near = new Set(list.points.filter((_, i) => list.decimeters[i]! <= band.limitMeters * 10));
        for (let p = 0; p < points.x.length; p++) {
          const drawnIn = holds(band, points.x[p]!, points.y[p]!);
          if (near.has(p)) {
            reached++;
            expect(drawnIn).toBe(true);
          } else {
            beyond++;
            if (drawnIn) wronglyIn++;
          }
        }
      }
    }
    expect(reached).toBeGreaterThan(500);
    expect(wronglyIn / beyond).toBeLessThan(0.02);
  });
});
