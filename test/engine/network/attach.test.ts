import { describe, expect, it } from 'vitest';
import { attachPoints, createEdgeIndex } from '../../../src/engine/network/attach.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { gridCity, randomTown, townGraph } from '../towns.ts';

const at = (x: readonly number[], y: readonly number[]) => [Float64Array.from(x), Float64Array.from(y)] as const;

describe('attaching points', () => {
  it('splits the nearest edge, not the way to the nearest node', () => {
    // A point 30 m along and 40 m off a 100 m edge of a large grid.
    const graph = gridCity({ blocks: 10, blockMeters: 100 });
    const points = attachPoints(createEdgeIndex(graph), ...at([330], [-40]));
    expect([points.from[0], points.to[0]]).toEqual([3, 4]);
    expect(points.alongFromDecimeters[0]).toBe(300);
    expect(points.alongToDecimeters[0]).toBe(1000 - 300);
    expect(points.accessDecimeters[0]).toBe(400);
    expect(points.connected[0]).toBe(1);
  });

  it('says not connected beyond 250 m and in components under 50 nodes', () => {
    const graph = gridCity({ blocks: 10, blockMeters: 100 });
    const points = attachPoints(createEdgeIndex(graph), ...at([500, 500, 500], [-250, -250.1, 5000]));
    expect([...points.connected]).toEqual([1, 0, 0]);
    const hamlet = gridCity({ blocks: 3, blockMeters: 100 });
    expect(attachPoints(createEdgeIndex(hamlet), ...at([150], [0])).connected[0]).toBe(0);
  });

  it('keeps along + along equal to the length of the edge', () => {
    const graph = townGraph(
      [
        [0, 0],
        [33.3, 0],
      ],
      [{ a: 0, b: 1 }],
    );
    const points = attachPoints(createEdgeIndex(graph), ...at([16.66], [0]));
    expect(points.alongFromDecimeters[0]! + points.alongToDecimeters[0]!).toBe(333);
  });

  it('finds the same nearest edge as trying all edges, on random towns', () => {
    const random = seededRandom(3);
    for (let round = 0; round < 100; round++) {
      const { nodes, edges } = randomTown(random, 2 + random.below(30), random.pick([50, 400, 3000]));
      const graph = townGraph(nodes, edges);
      const px = random.between(-300, 3300);
      const py = random.between(-300, 3300);
      const points = attachPoints(createEdgeIndex(graph), ...at([px], [py]));
      let best = Infinity;
      for (const { a, b } of edges) {
        const [ax, ay] = nodes[a]!;
        const [bx, by] = nodes[b]!;
        const squared = (bx - ax) ** 2 + (by - ay) ** 2;
        const t =
          squared === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / squared));
        best = Math.min(best, Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay)));
      }
      if (best <= 249.9) expect(points.accessDecimeters[0]).toBe(Math.round(best * 10));
      else if (best > 250.1) expect(points.connected[0]).toBe(0);
    }
  });
});
