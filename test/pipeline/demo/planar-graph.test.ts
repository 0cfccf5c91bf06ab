import { describe, expect, it } from 'vitest';
import { findFaces } from '../../../src/pipeline/demo/faces.ts';
import { signedArea } from '../../../src/pipeline/demo/geometry.ts';
import { FaceMerger } from '../../../src/pipeline/demo/merge-faces.ts';
import { StreetGraph } from '../../../src/pipeline/demo/street-graph.ts';
import { removeCrossings, tieLoosePieces } from '../../../src/pipeline/demo/tidy-graph.ts';

/** A square of 200 m with a cross of two streets through its middle: four blocks of 100 m. */
function fourBlocks(): StreetGraph {
  const graph = new StreetGraph(500);
  graph.insertLine(
    [
      [0, 0],
      [200, 0],
      [200, 200],
      [0, 200],
      [0, 0],
    ],
    'primary',
    0,
    1,
  );
  graph.insertLine(
    [
      [100, 0],
      [100, 200],
    ],
    'residential',
    1,
    1,
  );
  graph.insertLine(
    [
      [0, 100],
      [200, 100],
    ],
    'residential',
    2,
    1,
  );
  return graph;
}

describe('the planar graph', () => {
  it('makes a node of every crossing: a square with a cross in it has four blocks of one hectare', () => {
    const faces = findFaces(fourBlocks());
    expect([...faces.areas]).toEqual([10_000, 10_000, 10_000, 10_000]);
  });

  it('leaves no crossing without a node', () => {
    expect(removeCrossings(fourBlocks())).toBe(0);
  });

  it('keeps an antenna inside its block', () => {
    const graph = fourBlocks();
    graph.connect(graph.nodeNear(100, 100, 1), graph.addNode(140, 140), 'path', 3, 1);
    expect([...findFaces(graph).areas]).toEqual([10_000, 10_000, 10_000, 10_000]);
  });

  it('merges blocks into areas that share their border', () => {
    const graph = fourBlocks();
    const faces = findFaces(graph);
    const west = faces.inner.map(([x]) => (x < 100 ? 0 : 1));
    const [a, b] = new FaceMerger(graph, faces).merge(west, 2);
    expect(a!.map((polygon) => polygon.map(signedArea))).toEqual([[20_000]]);
    const shared = a![0]![0]!.filter((p) => b![0]![0]!.some((q) => q[0] === p[0] && q[1] === p[1]));
    expect(shared.map(([x]) => x)).toEqual([100, 100, 100]);
  });

  it('cuts a hole for a piece that lies inside, once it is tied to its surroundings', () => {
    const graph = fourBlocks();
    graph.insertLine(
      [
        [30, 30],
        [60, 30],
        [60, 60],
        [30, 60],
        [30, 30],
      ],
      'border',
      4,
      1,
    );
    tieLoosePieces(graph, 500, 5);
    const faces = findFaces(graph);
    expect([...faces.areas].sort((p, q) => p - q)).toEqual([900, 9100, 10_000, 10_000, 10_000]);
    const groups = Array.from(faces.areas, (area) => (area === 900 ? 1 : 0));
    const [around, inner] = new FaceMerger(graph, faces).merge(groups, 2);
    expect(around!.map((polygon) => polygon.map(signedArea))).toEqual([[40_000, -900]]);
    expect(inner!.map((polygon) => polygon.map(signedArea))).toEqual([[900]]);
  });
});
