import { describe, expect, it } from 'vitest';
import { EDGE_FLAGS } from '../../../src/city/types.ts';
import { buildWalkNetwork } from '../../../src/pipeline/network/build-walk-network.ts';
import { draftWalkNetwork } from '../../../src/pipeline/osm/draft-walk-network.ts';
import { FIXTURE_EPSG, fixture } from './osm-fixtures.ts';

/** Edges as pairs of OSM node ids, with their flags. */
function edgesOf(name: string): { pair: string; flags: number }[] {
  const model = fixture(name);
  const { nodes, edges } = draftWalkNetwork(model, null);
  const idOf = (index: number) => {
    const [lon, lat] = nodes[index]!;
    const at = model.lon.findIndex((_, i) => model.lon[i]! / 1e7 === lon && model.lat[i]! / 1e7 === lat);
    return model.nodeIds[at]!;
  };
  return edges.map(({ from, to, flags }) => ({ pair: `${idOf(from)}-${idOf(to)}`, flags }));
}

/** Is way 2 (from node 2 to node 3) walked in a fixture made of a footway 1-2 and that way? */
function isTaken(name: string): boolean {
  const pairs = edgesOf(name).map(({ pair }) => pair);
  expect(pairs[0]).toBe('1-2');
  return pairs.includes('2-3');
}

describe('the walking network takes', () => {
  it.each([
    'walk-foot-before-access',
    'walk-access-forestry',
    'walk-trunk',
    'walk-cycleway',
    'walk-bridleway-foot-yes',
    'walk-oneway',
    'walk-steps',
    'walk-platform',
  ])('%s', (name) => {
    expect(isTaken(name)).toBe(true);
  });
});

describe('the walking network leaves out', () => {
  it.each([
    'walk-foot-no',
    'walk-access-private',
    'walk-motorway',
    'walk-trunk-foot-no',
    'walk-motorroad',
    'walk-cycleway-foot-no',
    'walk-bridleway',
    'walk-construction',
    'walk-ferry',
  ])('%s', (name) => {
    expect(isTaken(name)).toBe(false);
  });
});

describe('the walking network marks', () => {
  it.each([
    ['walk-oneway', 0],
    ['walk-steps', EDGE_FLAGS.steps],
    ['walk-steps-ramp', EDGE_FLAGS.steps | EDGE_FLAGS.wheelchairYes],
    ['walk-wheelchair-yes', EDGE_FLAGS.wheelchairYes],
    ['walk-wheelchair-limited', EDGE_FLAGS.wheelchairLimited],
    ['walk-wheelchair-no', EDGE_FLAGS.wheelchairNo],
    ['walk-incline-steep', EDGE_FLAGS.steep],
    ['walk-incline-gentle', 0],
    ['walk-incline-degrees', EDGE_FLAGS.steep],
    ['walk-incline-up', 0],
    ['walk-surface-unpaved', EDGE_FLAGS.unpaved],
    ['walk-surface-paved', 0],
    ['walk-tracktype', EDGE_FLAGS.unpaved],
  ])('%s with the bits %i', (name, flags) => {
    expect(edgesOf(name)[1]).toEqual({ pair: '2-3', flags });
  });
});

describe('the walking network joins', () => {
  it('ways where they share a node, and no others', () => {
    const model = fixture('walk-shared-node');
    const { data, notes } = buildWalkNetwork(draftWalkNetwork(model, null), FIXTURE_EPSG);
    // Streets 1-2-3 and 2-4 make one part of four nodes; the bridge 5-6 another one.
    expect(data.nodeCount).toBe(6);
    expect(data.edgeCount).toBe(4);
    expect(notes[0]).toMatchObject({ code: 'network.built', params: { components: 2, largestShare: 4 / 6 } });
  });

  it('squares along their outline', () => {
    const pairs = edgesOf('walk-square-area').map(({ pair }) => pair);
    expect(pairs).toEqual(['1-2', '2-3', '3-4', '4-1', '2-5']);
  });

  it('squares mapped as multipolygons along outer and inner outlines', () => {
    const pairs = edgesOf('walk-square-multipolygon').map(({ pair }) => pair);
    expect(pairs).toEqual(['1-2', '2-3', '3-4', '4-1', '5-6', '6-7', '7-5']);
  });

  it('squares without a highway tag along their outline', () => {
    expect(edgesOf('walk-place-square').map(({ pair }) => pair)).toEqual(['1-2', '2-3', '3-1']);
  });

  it('nothing through a locked gate', () => {
    expect(edgesOf('walk-gate-locked').map(({ pair }) => pair)).toEqual(['4-1']);
  });

  it('ways through a gate that is not said to be locked', () => {
    expect(edgesOf('walk-gate-open').map(({ pair }) => pair)).toEqual(['1-2', '2-3']);
  });

  it('what is left where a way refers to a node that is not in the file', () => {
    expect(edgesOf('walk-dangling').map(({ pair }) => pair)).toEqual(['1-2', '3-4']);
    expect(fixture('walk-dangling').faults).toMatchObject({ missingWayNodes: 1, waysWithMissingNodes: 1 });
  });

  it('only nodes inside the box asked for', () => {
    // Nodes 1 and 2 lie at 13.250° and 13.251°, node 3 at 13.252°.
    const { nodes, edges } = draftWalkNetwork(fixture('walk-steps'), [13.25, 53.55, 13.2515, 53.56]);
    expect(nodes).toEqual([
      [13.25, 53.55],
      [13.251, 53.55],
    ]);
    expect(edges).toEqual([{ from: 0, to: 1, flags: 0 }]);
  });
});
