import { describe, expect, it } from 'vitest';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { placeObject } from '../../../src/plan/actions/place-object.ts';
import { visibleObjects } from '../../../src/plan/readers/visible-objects.ts';
import { kita, planWithKita } from '../plan-fixtures.ts';

describe('moving an object in its list', () => {
  const plan = planWithKita();
  for (const id of ['k2', 'k3']) addMeasure(plan, kita(id));
  const ids = () => visibleObjects(plan, 'measures').map(({ id }) => id);

  it('puts it behind another, or first, and touches only its own place', () => {
    const others = structuredClone([plan.measures.k1, plan.measures.k2]);
    placeObject(plan, { collection: 'measures', id: 'k3', behind: 'k1' });
    expect(ids()).toEqual(['k1', 'k3', 'k2']);
    placeObject(plan, { collection: 'measures', id: 'k3', behind: null });
    expect(ids()).toEqual(['k3', 'k1', 'k2']);
    expect([plan.measures.k1, plan.measures.k2]).toEqual(others);
  });
});
