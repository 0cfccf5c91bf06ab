import { describe, expect, it } from 'vitest';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { effectOf, measuresToWeigh, planWithMeasures } from '../../../src/questions/measures/measure-effects.ts';
import { createPlanModels } from '../../../src/worker/plan-models.ts';
import { at } from '../../fixtures/tiny-city.ts';
import { kita, measure, smallPlan } from '../../plan/plan-fixtures.ts';
import { kitaAt, questionOf, ROW, townOf } from '../gap-map/small-town.ts';

const NEW = { service: 'kita-u3', form: null, groups: null } as const;

describe('the measures of a scenario to weigh', () => {
  const plan = smallPlan();
  addMeasure(plan, kita('k1'));
  addMeasure(plan, kita('gone', { status: 'dropped' }));
  addMeasure(plan, { measure: measure('shut', { kind: 'close', houseId: 'alt', position: null }), offers: [] });
  addMeasure(plan, { measure: measure('later', { kind: 'close', houseId: 'k1', position: null }), offers: [] });
  const found = measuresToWeigh(plan, 'a', (id) => (id === 'alt' ? ['pflege'] : []));

  it('change what they offer, or what their house offers, and may rest on another', () => {
    expect(found).toEqual([
      { id: 'k1', services: ['kita-u3', 'kita-ue3'], restsOn: null },
      { id: 'shut', services: ['pflege'], restsOn: null },
      { id: 'later', services: ['kita-u3', 'kita-ue3'], restsOn: 'k1' },
    ]);
    expect(measuresToWeigh(plan, 'b', () => [])).toEqual([]);
  });

  it('can be left out of a plan, those of other scenarios stay', () => {
    addMeasure(plan, kita('other', { scenarioId: 'b' }));
    expect(Object.keys(planWithMeasures(plan, 'a', (id) => id === 'shut').measures).sort()).toEqual(['other', 'shut']);
  });
});

describe('the effect of a measure', () => {
  // Children 10, 20, 0 and 30 along a street; a Kita with 10 places at its western end, reach 100 m.
  const models = createPlanModels(townOf(ROW, [kitaAt('alt', 50, 10)]));
  const { indicator, request } = questionOf('kita-u3', 100, { scenarioId: 'a' }, {});
  const own = { ...indicator, limitMeters: { ...indicator.limitMeters!, value: 100 } };
  const stateWith = (capacity: number | null) => {
    const plan = smallPlan();
    const offers = capacity === null ? [] : [{ ...NEW, id: 'n-o', capacity }];
    if (offers.length > 0)
      addMeasure(plan, {
        measure: measure('n', { position: [...at(350, 50)] as [number, number], from: null }),
        offers,
      });
    return models.prepareOnce(plan, 'a', 'all');
  };

  it('is the fall of missing places and the rise of places', () => {
    // 30 children live where the new Kita stands: 25 places close 25 of 50 missing ones; of 40 places 30.
    expect(effectOf(stateWith(null), stateWith(25), own, request, [own])).toEqual({
      service: 'kita-u3',
      closes: 25,
      places: 25,
    });
    expect(effectOf(stateWith(null), stateWith(40), own, request, [own])).toEqual({
      service: 'kita-u3',
      closes: 30,
      places: 40,
    });
    expect(effectOf(stateWith(40), stateWith(25), own, request, [own])).toEqual({
      service: 'kita-u3',
      closes: -5,
      places: -15,
    });
  });
});
