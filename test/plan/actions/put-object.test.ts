import { describe, expect, it } from 'vitest';
import { type PutObjectArgs, putObject } from '../../../src/plan/actions/put-object.ts';
import { removeObject } from '../../../src/plan/actions/remove-object.ts';
import { NOON, problemOf, smallPlan } from '../plan-fixtures.ts';

const answer = (result: 'met' | 'irrelevant', reason: string | null = null): PutObjectArgs => ({
  collection: 'checkAnswers',
  object: {
    circle: 'agsp',
    siteId: 'package:1',
    run: 1,
    item: '9',
    result,
    basis: 'computed',
    note: null,
    reason,
    evidence: null,
    at: NOON,
    by: 'Jugendamt',
  },
});

describe('putting the one object for a thing', () => {
  it('makes it, then changes the same one', () => {
    const plan = smallPlan();
    putObject(plan, answer('met'));
    putObject(plan, answer('irrelevant', 'kein Wohnen'));
    expect(Object.keys(plan.checkAnswers)).toEqual(['package:1|1|9']);
    expect(plan.checkAnswers['package:1|1|9']).toMatchObject({ result: 'irrelevant', reason: 'kein Wohnen' });
  });

  it('brings back one that was removed', () => {
    const plan = smallPlan();
    putObject(plan, answer('met'));
    removeObject(plan, { collection: 'checkAnswers', id: 'package:1|1|9', at: NOON, by: 'x', why: 'y' });
    putObject(plan, answer('met'));
    expect(plan.checkAnswers['package:1|1|9']?.removed).toBeNull();
  });

  it('asks why a question is not relevant', () => {
    expect(problemOf(() => putObject(smallPlan(), answer('irrelevant', ''))).code).toBe('plan.reason-missing');
  });

  it('holds assumed capacities, parameters of sites, chances of stages, agreed figures and weights', () => {
    const plan = smallPlan();
    putObject(plan, {
      collection: 'assumptions',
      object: { houseId: 'osm:1', service: 'kita-u3', capacity: 20, reason: 'Auskunft des Trägers', by: 'Jugendamt' },
    });
    putObject(plan, {
      collection: 'siteParameters',
      object: {
        siteId: 's',
        scenarioId: 'a',
        parameter: 'residentsPerDwelling',
        low: 2,
        middle: 2.2,
        high: 2.5,
        reason: null,
      },
    });
    putObject(plan, {
      collection: 'stageSettings',
      object: { stage: 5, probability: 0.6, delayYears: 2, reason: null },
    });
    putObject(plan, {
      collection: 'agreedFigures',
      object: {
        circle: 'agsp',
        districtId: 'd:1',
        service: 'kita-u3',
        year: 2030,
        kind: 'agreed',
        value: 40,
        unit: 'places',
        on: '2026-02-01',
        reference: null,
        explanation: null,
        by: 'AGSP',
      },
    });
    putObject(plan, { collection: 'rankWeights', object: { part: 'persons', weight: 2, reason: null } });
    expect([
      plan.assumptions['osm:1|kita-u3']?.capacity,
      plan.siteParameters['a|s|residentsPerDwelling']?.middle,
      plan.stageSettings['5']?.probability,
      plan.agreedFigures['d:1|kita-u3|2030|agreed']?.value,
      plan.rankWeights.persons?.weight,
    ]).toEqual([20, 2.2, 0.6, 40, 2]);
  });
});
