import { describe, expect, it } from 'vitest';
import { removeObject } from '../../../src/plan/actions/remove-object.ts';
import { restoreObject } from '../../../src/plan/actions/restore-object.ts';
import { removedObjects, visibleObjects } from '../../../src/plan/readers/visible-objects.ts';
import { NOON, planWithKita, problemOf } from '../plan-fixtures.ts';

const why = { at: NOON, by: 'Stadtplanung', why: 'Grundstück verkauft' };

describe('removing', () => {
  it('keeps the object with who, when and why, and hides its parts with it', () => {
    const plan = planWithKita();
    removeObject(plan, { collection: 'scenarios', id: 'a', ...why });
    expect(plan.scenarios.a?.removed).toEqual(why);
    expect(plan.measures.k1?.removed).toBeNull();
    expect(visibleObjects(plan, 'measures')).toEqual([]);
    expect(visibleObjects(plan, 'measureOffers')).toEqual([]);
    expect(removedObjects(plan, 'scenarios').map(({ id }) => id)).toEqual(['a']);
  });

  it('is refused a second time', () => {
    const plan = planWithKita();
    removeObject(plan, { collection: 'measures', id: 'k1', ...why });
    expect(problemOf(() => removeObject(plan, { collection: 'measures', id: 'k1', ...why })).code).toBe(
      'plan.object-removed',
    );
  });
});

describe('restoring', () => {
  it('brings everything back as it was', () => {
    const plan = planWithKita();
    const before = structuredClone(plan);
    removeObject(plan, { collection: 'scenarios', id: 'a', ...why });
    restoreObject(plan, { collection: 'scenarios', id: 'a' });
    expect(plan).toEqual(before);
  });
});
