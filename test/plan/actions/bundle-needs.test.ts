import { describe, expect, it } from 'vitest';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { bundleNeeds } from '../../../src/plan/actions/bundle-needs.ts';
import { needsOfBundle } from '../../../src/plan/readers/needs.ts';
import { NOON, need, problemOf, smallPlan } from '../plan-fixtures.ts';

const bundle = {
  id: 'b',
  circle: 'agsp',
  name: 'Jugend und Bibliothek',
  decision: 'accepted',
  reason: null,
  plotId: null,
  siteId: null,
  sharedSquareMeters: 80,
} as const;

describe('bundling needs', () => {
  const plan = smallPlan();
  for (const id of ['n1', 'n2']) addNeed(plan, { need: need(id), at: NOON, by: 'x' });

  it('joins them', () => {
    bundleNeeds(plan, { bundle, needIds: ['n2', 'n1'] });
    expect(needsOfBundle(plan, 'b').map(({ id }) => id)).toEqual(['n2', 'n1']);
  });

  it('takes two at least, and a reason to refuse', () => {
    expect(problemOf(() => bundleNeeds(plan, { bundle: { ...bundle, id: 'c' }, needIds: ['n1', 'n1'] }))).toMatchObject(
      {
        code: 'plan.bundle-too-small',
        params: { found: 1 },
      },
    );
    const refused = { ...bundle, id: 'd', decision: 'refused' } as const;
    expect(problemOf(() => bundleNeeds(plan, { bundle: refused, needIds: ['n1', 'n2'] })).code).toBe(
      'plan.reason-missing',
    );
  });
});
