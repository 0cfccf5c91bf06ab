import { describe, expect, it } from 'vitest';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { bundleNeeds } from '../../../src/plan/actions/bundle-needs.ts';
import { dissolveBundle } from '../../../src/plan/actions/dissolve-bundle.ts';
import { setNeedStatus } from '../../../src/plan/actions/set-need-status.ts';
import { fileOfNeed } from '../../../src/plan/readers/needs.ts';
import { visibleObjects } from '../../../src/plan/readers/visible-objects.ts';
import { NOON, need, smallPlan } from '../plan-fixtures.ts';

describe('dissolving a bundle', () => {
  it('takes needs back to their check with the reason, leaves those that are farther, and keeps the bundle as removed', () => {
    const plan = smallPlan();
    for (const id of ['n1', 'n2']) addNeed(plan, { need: need(id), at: NOON, by: 'x' });
    const bundle = {
      id: 'b',
      circle: 'agsp',
      name: 'Haus',
      decision: 'accepted',
      reason: null,
      plotId: null,
      siteId: null,
      sharedSquareMeters: null,
    } as const;
    bundleNeeds(plan, { bundle, needIds: ['n1', 'n2'] });
    const step = { at: NOON, by: 'x', departmentId: null, reason: 'weil' };
    setNeedStatus(plan, { ...step, id: 'n1', stepId: 'a', status: 'bundled' });
    setNeedStatus(plan, { ...step, id: 'n2', stepId: 'b', status: 'ranked' });
    const why = 'Die Fläche ist vergeben.';
    dissolveBundle(plan, {
      bundleId: 'b',
      why,
      stepIdOf: { n1: 'c', n2: 'd' },
      at: NOON,
      by: 'AGSP',
      departmentId: null,
    });
    expect([plan.needs.n1!.status, plan.needs.n2!.status]).toEqual(['checked', 'ranked']);
    expect(fileOfNeed(plan, 'n1').steps.at(-1)).toMatchObject({ id: 'c', status: 'checked', reason: why, by: 'AGSP' });
    expect(visibleObjects(plan, 'bundles')).toEqual([]);
    expect(visibleObjects(plan, 'bundleMembers')).toEqual([]);
    expect(plan.bundles.b!.removed).toEqual({ at: NOON, by: 'AGSP', why });
  });
});
