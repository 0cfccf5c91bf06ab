import { describe, expect, it } from 'vitest';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { changeObject } from '../../../src/plan/actions/change-object.ts';
import { removeObject } from '../../../src/plan/actions/remove-object.ts';
import { scenarioFacilities } from '../../../src/plan/readers/scenario-facilities.ts';
import { kita, measure, NOON, planWithKita } from '../plan-fixtures.ts';

describe('what a scenario changes about the houses', () => {
  it('is nothing for Bestand and for an empty scenario', () => {
    expect(scenarioFacilities(planWithKita(), null)).toEqual({ changes: [], incomplete: [] });
    expect(scenarioFacilities(planWithKita(), 'b')).toEqual({ changes: [], incomplete: [] });
  });

  it('is a new house under the id of its measure, with its offers', () => {
    expect(scenarioFacilities(planWithKita(), 'a').changes).toEqual([
      {
        kind: 'add',
        measureId: 'k1',
        houseId: 'k1',
        name: 'Kita k1',
        position: [9.18, 48.78],
        from: '2029-09-01',
        to: null,
        status: 'planned',
        offers: [
          { service: 'kita-u3', form: 'Krippe', capacity: 20 },
          { service: 'kita-ue3', form: 'GT', capacity: 40 },
        ],
      },
    ]);
  });

  it('keeps the order of the measures: resize, move and close act on what stands before', () => {
    const plan = planWithKita();
    const on = { houseId: 'osm:7', position: null, from: '2030-01-01', status: 'idea' } as const;
    const offer = { id: 'o1', service: 'kita-u3', form: null, capacity: -10, groups: null } as const;
    addMeasure(plan, { measure: measure('less', { ...on, kind: 'enlarge' }), offers: [offer] });
    addMeasure(plan, { measure: measure('move', { ...on, kind: 'move', position: [9, 48] }), offers: [] });
    const closed = { ...offer, id: 'o2', capacity: null };
    addMeasure(plan, { measure: measure('part', { ...on, kind: 'close' }), offers: [closed] });
    addMeasure(plan, { measure: measure('all', { ...on, kind: 'close', houseId: 'k1' }), offers: [] });
    addMeasure(plan, {
      measure: measure('again', { ...on, kind: 'reopen' }),
      offers: [{ ...offer, id: 'o3', capacity: 10 }],
    });
    const common = { houseId: 'osm:7', from: '2030-01-01', status: 'idea' };
    expect(scenarioFacilities(plan, 'a').changes.slice(1)).toEqual([
      {
        ...common,
        kind: 'resize',
        measureId: 'less',
        to: null,
        offers: [{ service: 'kita-u3', form: null, capacity: -10 }],
      },
      { ...common, kind: 'move', measureId: 'move', position: [9, 48] },
      { ...common, kind: 'close', measureId: 'part', services: ['kita-u3'] },
      { ...common, kind: 'close', measureId: 'all', houseId: 'k1', services: null },
      {
        ...common,
        kind: 'resize',
        measureId: 'again',
        to: null,
        offers: [{ service: 'kita-u3', form: null, capacity: 10 }],
      },
    ]);
  });

  it('leaves out measures that were dropped or removed, and lists those that a merge left without a place', () => {
    const plan = planWithKita();
    for (const id of ['k2', 'k3']) addMeasure(plan, kita(id));
    changeObject(plan, { collection: 'measures', id: 'k2', fields: { status: 'dropped' } });
    removeObject(plan, { collection: 'measures', id: 'k3', at: NOON, by: 'x', why: 'y' });
    plan.measures.k1!.position = null;
    expect(scenarioFacilities(plan, 'a')).toEqual({ changes: [], incomplete: ['k1'] });
  });
});
