import { describe, expect, it } from 'vitest';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { bundleNeeds } from '../../../src/plan/actions/bundle-needs.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { restsOfNeeds } from '../../../src/plan/readers/need-measures.ts';
import { kita, NOON, need, smallPlan } from '../plan-fixtures.ts';

function planWithNeeds(...needs: Parameters<typeof need>[]): Plan {
  const plan = smallPlan();
  for (const args of needs) addNeed(plan, { need: need(...args), at: NOON, by: 'Jugendhilfeplanung' });
  return plan;
}

describe('what measures leave of needs', () => {
  it('is the reported quantity without the places of the same service that the scenario brings', () => {
    const plan = planWithNeeds(['n1', { service: 'kita-u3', quantity: 30 }]);
    // The fixture Kita brings 20 places U3 and 40 of Ü3.
    addMeasure(plan, kita('k1', { needId: 'n1' }));
    expect(restsOfNeeds(plan, 'a').get('n1')).toMatchObject({ planned: 20, left: 10 });
    addMeasure(plan, kita('k2', { needId: 'n1' }));
    expect(restsOfNeeds(plan, 'a').get('n1')).toMatchObject({ planned: 30, left: 0 });
  });

  it('is nothing in Bestand, in another scenario and for a measure that was given up', () => {
    const plan = planWithNeeds(['n1', { service: 'kita-u3', quantity: 30 }]);
    addMeasure(plan, kita('k1', { needId: 'n1', status: 'dropped' }));
    expect(restsOfNeeds(plan, null).size).toBe(0);
    expect(restsOfNeeds(plan, 'a').size).toBe(0);
    expect(restsOfNeeds(plan, 'b').size).toBe(0);
  });

  it('shares the places of a bundle in the order of its needs, none twice', () => {
    const plan = planWithNeeds(
      ['n1', { service: 'kita-ue3', quantity: 30 }],
      ['n2', { service: 'kita-ue3', quantity: 30 }],
      ['n3', { service: 'jugendtreff', quantity: 40 }],
    );
    const bundle = { id: 'b1', circle: 'agsp' as const, name: 'Haus', decision: 'accepted' as const, reason: null };
    bundleNeeds(plan, {
      bundle: { ...bundle, plotId: null, siteId: null, sharedSquareMeters: null },
      needIds: ['n1', 'n2', 'n3'],
    });
    addMeasure(plan, kita('k1', { bundleId: 'b1' }));
    const rests = restsOfNeeds(plan, 'a');
    // 40 places of Ü3: 30 for the first, 10 for the second; nothing for young people.
    expect(['n1', 'n2', 'n3'].map((id) => rests.get(id)?.left)).toEqual([0, 20, 40]);
  });

  it('counts houses one by one, and cannot count where there is no service', () => {
    const plan = planWithNeeds(
      ['n1', { service: 'kita-u3', quantity: 2, unit: 'houses' }],
      ['n2', { service: null, topic: 'Begegnung', quantity: 1, unit: 'Räume' }],
    );
    addMeasure(plan, kita('k1', { needId: 'n1' }));
    addMeasure(plan, kita('k2', { needId: 'n2' }));
    const rests = restsOfNeeds(plan, 'a');
    expect(rests.get('n1')).toMatchObject({ planned: 1, left: 1 });
    expect(rests.get('n2')).toMatchObject({ planned: null, left: null });
    expect(rests.get('n2')!.measures.map(({ id }) => id)).toEqual(['k2']);
  });
});
