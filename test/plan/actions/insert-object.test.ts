import { describe, expect, it } from 'vitest';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { siblingsOf } from '../../../src/plan/actions/insert-object.ts';
import { kita, planWithKita } from '../plan-fixtures.ts';

describe('siblings', () => {
  it('are those with the same parent; an order counts within a scenario only', () => {
    const plan = planWithKita();
    addMeasure(plan, kita('k2', { scenarioId: 'b' }));
    expect(siblingsOf(plan, 'measures', { scenarioId: 'b' }).map(({ id }) => id)).toEqual(['k2']);
    expect(plan.measures.k2?.order).toBe(plan.measures.k1?.order);
    expect(siblingsOf(plan, 'departments', {}).map(({ id }) => id)).toEqual(['jugend', 'schule']);
    expect(siblingsOf(plan, 'sites', {})).toEqual([]);
  });
});
