import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import { addMeasure } from '../../src/plan/actions/add-measure.ts';
import { addObject } from '../../src/plan/actions/add-object.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { createCityModel } from '../../src/questions/gaps/city-model.ts';
import { computeGaps } from '../../src/questions/gaps/compute-gaps.ts';
import { DEFAULT_COUNTS, type GapRequest } from '../../src/questions/gaps/gap-request.ts';
import { cityInScenario } from '../../src/questions/gaps/scenario-of-plan.ts';
import { createReachStore, type ReachStore } from '../../src/questions/gaps/service-reach.ts';
import { basisOf } from '../../src/questions/measures/plan-basis.ts';
import { createPlanModels, type Prepared } from '../../src/worker/plan-models.ts';
import { at, tinyCity } from '../fixtures/tiny-city.ts';
import { kita, problemOf, site, smallPlan } from '../plan/plan-fixtures.ts';

const city = tinyCity();
const indicator = DEFAULT_CATALOGUE.find(({ service }) => service === 'kita-ue3')!;
const request: GapRequest = {
  service: 'kita-ue3',
  year: 2030,
  variant: 'middle',
  counts: DEFAULT_COUNTS,
  limitMeters: null,
  profile: 'all',
  scenarioId: 'a',
};
const inUse = (plan: Plan) => ({ plan, catalogue: DEFAULT_CATALOGUE });
const inTown = (x: number, y: number) => [...at(x, y)] as [number, number];

function planWith(...places: readonly (readonly [id: string, x: number, y: number])[]): Plan {
  const plan = smallPlan();
  for (const [id, x, y] of places) addMeasure(plan, kita(id, { position: inTown(x, y), from: null }));
  return plan;
}

const rowsOf = ({ model, reach }: Pick<Prepared, 'model' | 'reach'>) => {
  const year = { ...request, year: city.identity.years.at(-1)! };
  return computeGaps(model, reach, indicator, year).result.levels;
};

/** The rows that the command line computes: everything from scratch. */
function fromScratch(plan: Plan) {
  const model = createCityModel(cityInScenario(city, plan, 'a').city);
  return rowsOf({ model, reach: createReachStore(model) });
}

/** The lists of a store by house id, each sorted: what they say, whatever their order. */
function listsOf({ model, reach }: { readonly model: Prepared['model']; readonly reach: ReachStore }) {
  const { numbers, lists } = reach.houses('kita-ue3', 1500);
  return Object.fromEntries(
    [...numbers].map((number, i) => {
      const entries = Array.from({ length: lists.offsets[i + 1]! - lists.offsets[i]! }, (_, e) => {
        const place = lists.offsets[i]! + e;
        return `${lists.points[place]} ${lists.decimeters[place]}`;
      });
      return [model.city.houses[number]!.id, entries.sort()];
    }),
  );
}

describe('the states of a plan', () => {
  it('give the figures of a city made from scratch, one change after the other', () => {
    const models = createPlanModels(city);
    const states = [
      planWith(),
      planWith(['k1', 120, 420]),
      planWith(['k1', 120, 420], ['k2', 700, 300]),
      planWith(['k1', 520, 150], ['k2', 700, 300]),
      planWith(['k2', 700, 300]),
    ];
    for (const plan of states) {
      const prepared = models.prepare(inUse(plan), 'a', 'all');
      expect(rowsOf(prepared)).toEqual(fromScratch(plan));
    }
  });

  it('search only the houses that are new or moved, and find the same people within reach', () => {
    const models = createPlanModels(city);
    models.prepare(inUse(planWith(['k1', 120, 420])), 'a', 'all').reach.houses('kita-ue3', 1500);
    const moved = models.prepare(inUse(planWith(['k1', 620, 420], ['k2', 200, 200])), 'a', 'all');
    const model = createCityModel(cityInScenario(city, planWith(['k1', 620, 420], ['k2', 200, 200]), 'a').city);
    expect(listsOf(moved)).toEqual(listsOf({ model, reach: createReachStore(model) }));
  });

  it('are right also where a site brings points of its own', () => {
    const models = createPlanModels(city);
    const plan = planWith(['k1', 120, 420]);
    models.prepare(inUse(plan), 'a', 'all');
    const withSite = planWith(['k1', 120, 420]);
    const [lon, lat] = inTown(300, 300);
    const square = [
      [lon, lat],
      [lon + 0.002, lat],
      [lon + 0.002, lat + 0.002],
      [lon, lat + 0.002],
      [lon, lat],
    ];
    addObject(withSite, {
      collection: 'sites',
      object: site('own', {
        stage: 12,
        dwellings: 100,
        firstOccupancy: city.identity.years.at(-1)!,
        geometry: { type: 'Polygon', coordinates: [square] },
      }),
    });
    expect(rowsOf(models.prepare(inUse(withSite), 'a', 'all'))).toEqual(fromScratch(withSite));
    expect(rowsOf(models.prepare(inUse(plan), 'a', 'all'))).toEqual(fromScratch(plan));
  });

  it('take a draft in place of what the plan has, and leave the plan as it is', () => {
    const models = createPlanModels(city);
    const plan = planWith(['k1', 120, 420]);
    const draft = {
      measure: { ...plan.measures.k1!, position: inTown(700, 300) },
      offers: Object.values(plan.measureOffers),
    };
    const shown = models.prepare(inUse(plan), 'a', 'all', draft);
    expect(rowsOf(shown)).toEqual(fromScratch(planWith(['k1', 700, 300])));
    expect(shown.state).toBeNull();
    expect(rowsOf(models.prepare(inUse(plan), 'a', 'all'))).toEqual(fromScratch(plan));
  });

  it('are kept by what the plan says: the same words find the same state, Bestand has none', () => {
    const models = createPlanModels(city);
    const first = models.prepare(inUse(planWith(['k1', 120, 420])), 'a', 'all');
    expect(models.prepare(inUse(planWith(['k1', 120, 420])), 'a', 'all')).toBe(first);
    expect(models.prepare(inUse(planWith(['k1', 120, 421])), 'a', 'all')).not.toBe(first);
    expect(models.prepare({ plan: null, catalogue: DEFAULT_CATALOGUE }, null, 'all').applied).toBeNull();
  });

  it('refuse a scenario that is not there', () => {
    const models = createPlanModels(city);
    expect(problemOf(() => models.prepare(inUse(smallPlan()), 'x', 'all')).code).toBe('gap.scenario-unknown');
    const none = { plan: null, catalogue: DEFAULT_CATALOGUE };
    expect(problemOf(() => models.prepare(none, 'a', 'all')).code).toBe('gap.scenario-unknown');
  });
});

describe('the basis of a question', () => {
  it('is nothing without a plan, and for a plan that says nothing about the city', () => {
    expect(basisOf({ plan: null, catalogue: DEFAULT_CATALOGUE }, null)).toBeNull();
    expect(basisOf(inUse(smallPlan()), 'a')).toBeNull();
  });

  it('changes with a measure of its own scenario and with no other', () => {
    const before = planWith(['k1', 120, 420]);
    const after = planWith(['k1', 120, 420], ['k2', 700, 300]);
    expect(basisOf(inUse(after), 'a')).not.toBe(basisOf(inUse(before), 'a'));
    expect(basisOf(inUse(after), 'b')).toBe(basisOf(inUse(before), 'b'));
    expect(basisOf(inUse(after), null)).toBeNull();
  });

  it('does not change with what figures do not depend on', () => {
    const plan = planWith(['k1', 120, 420]);
    const dearer = planWith(['k1', 120, 420]);
    dearer.measures.k1!.costEuro = 4_000_000;
    dearer.measures.k1!.reason = 'Warteliste';
    expect(basisOf(inUse(dearer), 'a')).toBe(basisOf(inUse(plan), 'a'));
  });

  it('changes with another Kennwert in force', () => {
    const plan = planWith();
    const catalogue = DEFAULT_CATALOGUE.map((record, i) =>
      i === 0 ? { ...record, version: record.version + 1 } : record,
    );
    expect(basisOf({ plan, catalogue }, 'a')).not.toBeNull();
  });
});
