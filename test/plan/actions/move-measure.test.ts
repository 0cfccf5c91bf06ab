import { describe, expect, it } from 'vitest';
import { moveMeasure } from '../../../src/plan/actions/move-measure.ts';
import { planWithKita, problemOf } from '../plan-fixtures.ts';

describe('moving a measure', () => {
  it('sets its position and what it stands on', () => {
    const plan = planWithKita();
    moveMeasure(plan, { id: 'k1', position: [9.2, 48.8], plotId: 'package:7', siteId: null });
    expect(plan.measures.k1).toMatchObject({ position: [9.2, 48.8], plotId: 'package:7', siteId: null });
  });

  it('refuses a place that is none', () => {
    const swapped = { id: 'k1', position: [48.8, 99] as const, plotId: null, siteId: null };
    expect(problemOf(() => moveMeasure(planWithKita(), swapped))).toMatchObject({
      code: 'plan.object-invalid',
      params: { path: 'position.1', found: '99' },
    });
  });
});
