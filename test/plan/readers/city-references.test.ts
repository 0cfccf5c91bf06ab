import { describe, expect, it } from 'vitest';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { removeObject } from '../../../src/plan/actions/remove-object.ts';
import { cityReferences, compareReferences } from '../../../src/plan/readers/city-references.ts';
import { measure, NOON, need, planWithKita } from '../plan-fixtures.ts';

const closing = (id: string, houseId: string) => ({
  measure: measure(id, { kind: 'close', houseId, position: null, plotId: 'plot:7' }),
  offers: [],
});

describe('the objects of the city that a plan names', () => {
  it('are houses, sites, plots and districts, each once with all that name it; houses of the plan are none', () => {
    const plan = planWithKita();
    addMeasure(plan, closing('m1', 'osm:1'));
    addMeasure(plan, closing('m2', 'osm:1'));
    addMeasure(plan, { measure: measure('m3', { kind: 'move', houseId: 'k1' }), offers: [] });
    addNeed(plan, { need: need('n1'), at: NOON, by: 'Jugendamt' });
    expect(cityReferences(plan)).toEqual([
      { ref: { kind: 'district', id: 'd:1' }, by: [{ collection: 'needs', id: 'n1' }] },
      {
        ref: { kind: 'house', id: 'osm:1' },
        by: [
          { collection: 'measures', id: 'm1' },
          { collection: 'measures', id: 'm2' },
        ],
      },
      {
        ref: { kind: 'plot', id: 'plot:7' },
        by: [
          { collection: 'measures', id: 'm1' },
          { collection: 'measures', id: 'm2' },
        ],
      },
    ]);
  });

  it('leave out what is removed', () => {
    const plan = planWithKita();
    addMeasure(plan, closing('m1', 'osm:1'));
    removeObject(plan, { collection: 'measures', id: 'm1', at: NOON, by: 'A', why: 'entfällt' });
    expect(cityReferences(plan)).toEqual([]);
  });
});

describe('another edition of the city', () => {
  const references = ['a', 'b', 'c', 'd'].map((id) => ({
    ref: { kind: 'house' as const, id },
    by: [{ collection: 'measures' as const, id: `m-${id}` }],
  }));
  const place = (name: string, lat: number) => ({ name, position: [9.18, lat] as const });

  it('is compared by id: gone, moved by more than 50 m, renamed; a few metres are no move', () => {
    const remembered = {
      edition: '2025',
      places: {
        'house a': place('Kita A', 48.78),
        'house b': place('Kita B', 48.78),
        'house c': place('Kita C', 48.78),
        'house d': place('Kita D', 48.78),
      },
    };
    // 0.001° of latitude are 6,371,008.8 m × π / 180,000 = 111.2 m; a tenth of it 11.1 m.
    const found = [null, place('Kita B', 48.781), place('Kita C', 48.7801), place('Kita Neu', 48.78)];
    const change = compareReferences(references, found, remembered);
    expect(change.gone.map(({ ref, name, by }) => [ref.id, name, by[0]!.id])).toEqual([['a', 'Kita A', 'm-a']]);
    expect(change.moved.map(({ ref, meters }) => [ref.id, meters])).toEqual([['b', 111.2]]);
    expect(change.renamed.map(({ ref, before, name }) => [ref.id, before, name])).toEqual([
      ['d', 'Kita D', 'Kita Neu'],
    ]);
    expect([change.kept, change.unknown]).toEqual([3, 0]);
  });

  it('says how many it cannot compare where nobody remembers the old places', () => {
    const change = compareReferences(references, [null, place('B', 1), place('C', 1), place('D', 1)], null);
    expect([change.gone.length, change.moved, change.kept, change.unknown]).toEqual([1, [], 3, 3]);
  });
});
