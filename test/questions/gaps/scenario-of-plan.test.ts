import { describe, expect, it } from 'vitest';
import { addObject } from '../../../src/plan/actions/add-object.ts';
import { putObject } from '../../../src/plan/actions/put-object.ts';
import { cityInScenario, findScenario } from '../../../src/questions/gaps/scenario-of-plan.ts';
import { house, offer, tinyCity } from '../../fixtures/tiny-city.ts';
import { planWithKita, problemOf, scenario, site, smallPlan } from '../../plan/plan-fixtures.ts';
import { ask, cityRow } from './ask.ts';

const city = {
  ...tinyCity(),
  districtFigures: [],
  houses: [
    house('a', 'Kita A', 130, 420, [offer('kita-u3', 20)]),
    house('b', 'Kita B', 820, 760, [offer('kita-u3', null), offer('kita-u3', null, { form: 'Krippe' })]),
  ],
};

function withAssumption(houseId: string, capacity: number) {
  const plan = smallPlan();
  putObject(plan, {
    collection: 'assumptions',
    object: { houseId, service: 'kita-u3', capacity, reason: 'wie Kita A', by: 'Jugendamt' },
  });
  return cityInScenario(city, plan, null);
}

describe('a city in a scenario of a plan', () => {
  it('has the measures of that scenario and no other', () => {
    const houses = (id: string | null) => cityInScenario(city, planWithKita(), id).city.houses.map((h) => h.id);
    const base = ['einrichtungen:a', 'einrichtungen:b'];
    expect([houses(null), houses('a'), houses('b')]).toEqual([base, [...base, 'k1'], base]);
  });

  it('has the sites of the plan also without a scenario', () => {
    const plan = smallPlan();
    addObject(plan, { collection: 'sites', object: site('own') });
    expect(cityInScenario(city, plan, null).city.sites.map(({ id }) => id)).toEqual([
      'bauvorhaben:1',
      'bauvorhaben:2',
      'own',
    ]);
  });

  it('is found by id or by name; an unknown scenario is refused with those there are', () => {
    const plan = smallPlan();
    addObject(plan, { collection: 'scenarios', object: scenario('c', { name: 'Ost zuerst' }) });
    expect([findScenario(plan, 'c').id, findScenario(plan, 'Ost zuerst').id]).toEqual(['c', 'c']);
    expect(problemOf(() => cityInScenario(city, plan, 'x'))).toMatchObject({
      code: 'gap.scenario-unknown',
      params: { found: 'x', known: 'Szenario a, Szenario b, Ost zuerst' },
    });
  });

  it('takes assumed places only where none are stated, marks them assumed and lists them', () => {
    const b = withAssumption('einrichtungen:b', 15);
    const details = ask(b.city, 'kita-u3');
    // Kita B has two offers without figures; the assumption is for both together.
    expect(cityRow(details).capacity).toBe(20 + 15);
    expect(details.result.grade).toBe('assumed');
    expect(b.assumedCapacities).toEqual([{ houseId: 'einrichtungen:b', service: 'kita-u3', capacity: 15 }]);
    const a = withAssumption('einrichtungen:a', 99);
    expect([cityRow(ask(a.city, 'kita-u3')).capacity, a.assumedCapacities]).toEqual([20, []]);
    expect(city.houses[1]!.grade).toBe('official');
  });
});
