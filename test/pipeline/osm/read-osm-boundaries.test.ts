import { describe, expect, it } from 'vitest';
import { readOsmBoundaries } from '../../../src/pipeline/osm/read-osm-boundaries.ts';
import { fixture, itWith, modelOf, noteOf, sharedBytes } from './osm-fixtures.ts';

describe('readOsmBoundaries', () => {
  it('gives the boundaries of one level with their tags as columns, and names those that do not close', () => {
    const { data, notes } = readOsmBoundaries(fixture('boundaries'), 9);
    expect(data.columns).toEqual(['admin_level', 'boundary', 'name', 'osm_id', 'ref', 'type']);
    expect(data.features).toHaveLength(1);
    expect(data.features[0]).toMatchObject({ row: 1, properties: { osm_id: 'r1', name: 'Altstadt', ref: '01' } });
    expect(data.features[0]?.geometry).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [13.25, 53.55],
          [13.252, 53.55],
          [13.252, 53.552],
          [13.25, 53.552],
          [13.25, 53.55],
        ],
      ],
    });
    expect(noteOf(notes, 'osm.boundaries-broken')).toMatchObject({
      count: 2,
      params: { adminLevel: 9, ids: 'r2 Neustadt, r3 Vorstadt' },
    });
  });

  const file = 'osm/neubrandenburg.osm.pbf';
  itWith(file)("cannot put Neubrandenburg's own boundary together and says so", () => {
    const { data, notes } = readOsmBoundaries(modelOf(sharedBytes(file)), 8);
    expect(data.features.map(({ properties }) => properties.name)).not.toContain('Neubrandenburg');
    expect(noteOf(notes, 'osm.boundaries-broken')?.params).toMatchObject({
      ids: expect.stringContaining('Neubrandenburg'),
    });
  });
});
