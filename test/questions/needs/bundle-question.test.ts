import { describe, expect, it } from 'vitest';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { bundleNeeds } from '../../../src/plan/actions/bundle-needs.ts';
import { removeObject } from '../../../src/plan/actions/remove-object.ts';
import { bundleByNeed, bundleQuestionOf, membersByBundle } from '../../../src/questions/needs/bundle-question.ts';
import { DEFAULT_BUNDLE_RULES } from '../../../src/questions/needs/bundle-rules.ts';
import { NOON, need, smallPlan } from '../../plan/plan-fixtures.ts';

/** Four needs; the first two are bundled, the last two were refused as one. */
function planWithBundles() {
  const plan = smallPlan();
  for (const id of ['n1', 'n2', 'n3', 'n4']) addNeed(plan, { need: need(id), at: NOON, by: 'x' });
  const bundle = { circle: 'agsp', reason: 'so', plotId: null, siteId: null, sharedSquareMeters: null } as const;
  bundleNeeds(plan, { bundle: { ...bundle, id: 'yes', name: 'Haus', decision: 'accepted' }, needIds: ['n1', 'n2'] });
  bundleNeeds(plan, { bundle: { ...bundle, id: 'no', name: 'Nein', decision: 'refused' }, needIds: ['n3', 'n4'] });
  return plan;
}

describe('the question for bundles that a plan asks', () => {
  it('says which needs are in one already, and which sets were refused', () => {
    const plan = planWithBundles();
    const question = bundleQuestionOf(plan, 'a', DEFAULT_BUNDLE_RULES);
    expect(question).toMatchObject({ scenarioId: 'a', bundledIds: ['n1', 'n2'], refused: [['n3', 'n4']] });
    expect(question.needs.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3', 'n4']);
    // Nothing of a need that only people read goes to the worker.
    expect(Object.keys(question.needs[0]!)).not.toContain('title');
    expect([...bundleByNeed(plan)].map(([id, { name }]) => [id, name])).toEqual([
      ['n1', 'Haus'],
      ['n2', 'Haus'],
    ]);
  });

  it('forgets a bundle that was dissolved, and a need that was removed', () => {
    const plan = planWithBundles();
    const removal = { at: NOON, by: 'x', why: 'erledigt' };
    removeObject(plan, { collection: 'bundles', id: 'yes', ...removal });
    removeObject(plan, { collection: 'needs', id: 'n4', ...removal });
    const question = bundleQuestionOf(plan, null, DEFAULT_BUNDLE_RULES);
    expect(question.bundledIds).toEqual([]);
    expect(question.needs.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3']);
    expect(membersByBundle(plan).has('yes')).toBe(false);
  });
});
