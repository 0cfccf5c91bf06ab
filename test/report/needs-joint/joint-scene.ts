import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { DEFAULT_COUNTS } from '../../../src/questions/gaps/gap-request.ts';
import type { HorizonFigures, NeedGround } from '../../../src/questions/needs/need-calls.ts';
import { NOON, need, smallPlan } from '../../plan/plan-fixtures.ts';

/** A public need and one of a department, both in Mitte, and the figures of Mitte. */
export function jointScene() {
  const plan = smallPlan();
  const add = (id: string, more: Parameters<typeof need>[1]) =>
    addNeed(plan, { need: need(id, { reason: 'so', neededBy: '2029-01-01', ...more }), at: NOON, by: 'x' });
  add('open', { title: '=Jugendraum <b>', circle: 'public', urgency: 'duty' });
  add('inner', { title: 'Innerer Bedarf', circle: 'department' });
  const ground: NeedGround = {
    placed: ['open', 'inner'].map((id) => ({ id, districtId: 'd:1', land: null })),
    districts: [{ id: 'd:1', name: 'Mitte', burden: null, indicators: 0 }],
    indicators: [],
  };
  const figures: HorizonFigures = {
    scenarioId: null,
    variant: 'middle',
    counts: DEFAULT_COUNTS,
    years: [2030],
    rows: [
      {
        districtId: 'd:1',
        service: 'jugendtreff',
        year: 2030,
        persons: 1000,
        demand: 100,
        capacity: 40,
        missing: 60,
        balance: -60,
        personsWithinReach: 800,
      },
    ],
    indicators: [],
    without: [],
  };
  return { plan, ground, figures };
}
