import { describe, expect, it } from 'vitest';
import { type AcceptBundleArgs, acceptBundle } from '../../../src/plan/actions/accept-bundle.ts';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { setNeedStatus } from '../../../src/plan/actions/set-need-status.ts';
import { fileOfNeed, needsOfBundle } from '../../../src/plan/readers/needs.ts';
import { NOON, need, problemOf, smallPlan } from '../plan-fixtures.ts';

const args = (reason: string | null): AcceptBundleArgs => ({
  bundle: {
    id: 'b',
    circle: 'agsp',
    name: 'Ein Haus',
    decision: 'accepted',
    reason,
    plotId: null,
    siteId: null,
    sharedSquareMeters: 80,
  },
  needIds: ['n1', 'n2', 'n3'],
  stepIds: ['s1', 's2', 's3'],
  at: NOON,
  by: 'Geschäftsstelle',
  departmentId: 'jugend',
});

/** One need reported, one checked, one ranked already. */
function threeNeeds() {
  const plan = smallPlan();
  for (const id of ['n1', 'n2', 'n3']) addNeed(plan, { need: need(id), at: NOON, by: 'x' });
  const step = { at: NOON, by: 'x', departmentId: null, reason: 'weil' };
  setNeedStatus(plan, { ...step, id: 'n2', stepId: 'a', status: 'checked' });
  setNeedStatus(plan, { ...step, id: 'n3', stepId: 'b', status: 'ranked' });
  return plan;
}

describe('accepting a bundle', () => {
  it('bundles its needs, each with a record; who is farther stays there', () => {
    const plan = threeNeeds();
    acceptBundle(plan, args('Gleiche Zielgruppe.'));
    expect(needsOfBundle(plan, 'b').map(({ id, status }) => `${id} ${status}`)).toEqual([
      'n1 bundled',
      'n2 bundled',
      'n3 ranked',
    ]);
    expect(fileOfNeed(plan, 'n1').steps.at(-1)).toMatchObject({
      id: 's1',
      status: 'bundled',
      reason: 'Gleiche Zielgruppe.',
      by: 'Geschäftsstelle',
      departmentId: 'jugend',
    });
    expect(plan.needSteps.s3).toBeUndefined();
  });

  it('asks for a reason where a need skips its check', () => {
    expect(problemOf(() => acceptBundle(threeNeeds(), args(null))).code).toBe('plan.need-step-reason');
  });
});
