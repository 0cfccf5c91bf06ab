import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDGE_FLAGS, NODE_FLAGS } from '../../../src/city/types.ts';
import { buildWalkNetwork } from '../../../src/pipeline/network/build-walk-network.ts';
import type { DraftEdge } from '../../../src/pipeline/types.ts';
import { type LonLat, lonLat } from '../../../src/shared/coordinates.ts';

/** Nodes on a line of equal latitude steps of 0.001° (111.195 m each on the mean sphere), on the central meridian of UTM 33N. */
const line = (count: number): LonLat[] => Array.from({ length: count }, (_, i) => lonLat(15, 53 + i / 1000));
const chain = (count: number, first = 0): DraftEdge[] =>
  Array.from({ length: count - 1 }, (_, i) => ({ from: first + i, to: first + i + 1, flags: 0 }));

describe('buildWalkNetwork', () => {
  it('stores an edge as two arcs with the great-circle length in decimetres', () => {
    const { data } = buildWalkNetwork({ nodes: line(2), edges: chain(2) }, 25833);
    // 0.001° · π / 180 · 6,371,008.8 m = 111.195 m
    expect([...data.decimeters]).toEqual([1112, 1112]);
    expect([...data.offsets]).toEqual([0, 1, 2]);
    expect([...data.targets]).toEqual([1, 0]);
    expect(data.edgeCount).toBe(1);
    // On the central meridian the easting is 500,000 m.
    expect([...data.x]).toEqual([50_000_000, 50_000_000]);
    // Scale 0.9996 on the ellipsoid: about 111.3 m · 0.9996 apart.
    expect(Math.abs(data.y[1]! - data.y[0]!)).toBe(11_124);
  });

  it('drops loops and isolated nodes, merges duplicates of either direction, and counts them', () => {
    const edges = [
      { from: 0, to: 1, flags: EDGE_FLAGS.unpaved | EDGE_FLAGS.steep },
      { from: 1, to: 0, flags: EDGE_FLAGS.unpaved },
      { from: 1, to: 1, flags: 0 },
      { from: 0, to: 1, flags: EDGE_FLAGS.unpaved | EDGE_FLAGS.steps },
    ];
    const { data, notes } = buildWalkNetwork({ nodes: line(4), edges }, 25833);
    expect(data.nodeCount).toBe(2);
    expect(data.edgeCount).toBe(1);
    // Only what all three edges have in common stays: unpaved.
    expect([...data.flags]).toEqual([EDGE_FLAGS.unpaved, EDGE_FLAGS.unpaved]);
    const counts = Object.fromEntries(notes.map((n) => [n.code, n.count]));
    expect(counts['network.loops-dropped']).toBe(1);
    expect(counts['network.duplicates-merged']).toBe(2);
    expect(counts['network.isolated-dropped']).toBe(2);
  });

  it('gives two different nodes at the same place an edge of one decimetre', () => {
    const nodes = [lonLat(13.25, 53.5), lonLat(13.25, 53.5)];
    const { data } = buildWalkNetwork({ nodes, edges: chain(2) }, 25833);
    expect([...data.decimeters]).toEqual([1, 1]);
  });

  it('flags components of fewer than 50 nodes and no others', () => {
    const far = line(49).map(([lon, lat]) => lonLat(lon + 1, lat));
    const nodes = [...line(50), ...far];
    const { data, notes } = buildWalkNetwork({ nodes, edges: [...chain(50), ...chain(49, 50)] }, 25833);
    const flagged = [...data.nodeFlags].filter((flag) => flag === NODE_FLAGS.smallComponent).length;
    expect(flagged).toBe(49);
    const built = notes.find((n) => n.code === 'network.built');
    expect(built?.params).toEqual({ nodes: 99, edges: 49 + 48, components: 2, largestShare: 50 / 99 });
    const small = notes.find((n) => n.code === 'network.small-components');
    expect(small).toMatchObject({ count: 49, params: { components: 1, limit: 50 } });
  });

  it('is empty without edges', () => {
    const { data } = buildWalkNetwork({ nodes: line(3), edges: [] }, 25833);
    expect(data.nodeCount).toBe(0);
    expect([...data.offsets]).toEqual([0]);
  });

  it('refuses an edge to a node that does not exist', () => {
    expect(() => buildWalkNetwork({ nodes: line(1), edges: [{ from: 0, to: 1, flags: 0 }] }, 25833)).toThrow(
      RangeError,
    );
  });

  it('gives symmetric, sorted arcs and the same network whatever the order of the edges', () => {
    const town = fc.integer({ min: 2, max: 12 }).chain((size) => {
      const node = fc.integer({ min: 0, max: size - 1 });
      const position = fc
        .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
        .map(([a, b]) => lonLat(13 + a / 1000, 53 + b / 1000));
      return fc.record({
        nodes: fc.array(position, { minLength: size, maxLength: size }),
        edges: fc.array(fc.record({ from: node, to: node, flags: fc.integer({ min: 0, max: 63 }) }), { maxLength: 30 }),
      });
    });
    fc.assert(
      fc.property(town, (draft) => {
        const { data } = buildWalkNetwork(draft, 25833);
        const arcs = new Map<string, string>();
        for (let n = 0; n < data.nodeCount; n++) {
          const targets = [...data.targets.subarray(data.offsets[n], data.offsets[n + 1])];
          expect(targets.length).toBeGreaterThan(0);
          expect(targets).toEqual([...new Set(targets)].sort((a, b) => a - b));
          for (let arc = data.offsets[n]!; arc < data.offsets[n + 1]!; arc++) {
            arcs.set(`${n}-${data.targets[arc]}`, `${data.decimeters[arc]} ${data.flags[arc]}`);
          }
        }
        for (const [key, value] of arcs) expect(arcs.get(key.split('-').reverse().join('-'))).toBe(value);
        const reversed = { nodes: draft.nodes, edges: [...draft.edges].reverse() };
        expect(buildWalkNetwork(reversed, 25833).data).toEqual(data);
      }),
      { numRuns: 100 },
    );
  });
});
