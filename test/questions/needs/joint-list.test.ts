import { describe, expect, it } from 'vitest';
import { acceptBundle } from '../../../src/plan/actions/accept-bundle.ts';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { putObject } from '../../../src/plan/actions/put-object.ts';
import { rankInDepartment } from '../../../src/plan/actions/rank-in-department.ts';
import { setNeedStatus } from '../../../src/plan/actions/set-need-status.ts';
import { DEFAULT_COUNTS } from '../../../src/questions/gaps/gap-request.ts';
import { jointList, weightsOf } from '../../../src/questions/needs/joint-list.ts';
import type { HorizonFigures, NeedGround } from '../../../src/questions/needs/need-calls.ts';
import { DEFAULT_WEIGHTS } from '../../../src/questions/needs/rank-parts.ts';
import { kita, NOON, need, smallPlan } from '../../plan/plan-fixtures.ts';

const ground: NeedGround = {
  placed: ['n1', 'n2', 'n3'].map((id) => ({ id, districtId: 'd:1', land: null })),
  districts: [{ id: 'd:1', name: 'Mitte', burden: 1, indicators: 5 }],
  indicators: [],
};
const figures: HorizonFigures = {
  scenarioId: null,
  variant: 'middle',
  counts: DEFAULT_COUNTS,
  years: [2030, 2035],
  rows: [2030, 2035].map((year) => ({
    districtId: 'd:1',
    service: 'jugendtreff',
    year,
    persons: 1000,
    demand: 100,
    capacity: 50,
    missing: year === 2030 ? 50 : 80,
    balance: -50,
    personsWithinReach: 500,
  })),
  indicators: [],
  without: [],
};

function planOf() {
  const plan = smallPlan();
  const add = (id: string, more: Parameters<typeof need>[1] = {}) =>
    addNeed(plan, { need: need(id, { reason: 'so', ...more }), at: NOON, by: 'x' });
  add('n1', { neededBy: '2029-01-01' });
  add('n2', { neededBy: '2034-01-01' });
  add('n3', { service: null, topic: 'Konsumfreie Räume', departmentId: 'schule' });
  add('n4');
  const step = { id: 'n4', stepId: 's', at: NOON, by: 'x', departmentId: null, reason: 'nein' };
  setNeedStatus(plan, { ...step, status: 'deferred' });
  return plan;
}
const listOf = (plan = planOf()) => jointList({ plan, ground, figures, today: '2026-01-01' });

describe('the joint list of a plan', () => {
  it('takes the figures of the borough at the horizon of each need; qualitative needs have no figures', () => {
    const { ranked, leftOut } = listOf();
    expect(leftOut).toBe(1);
    const found = new Map(ranked.map(({ entry }) => [entry.need.id, entry]));
    expect(found.get('n1')!.year).toBe(2030);
    expect(found.get('n1')!.parts.unserved.figure).toBe(0.5);
    expect(found.get('n2')!.parts.unserved.figure).toBe(0.8);
    expect(found.get('n3')).toMatchObject({
      year: null,
      parts: { unserved: { figure: null }, priority: { value: 0.75 } },
    });
    expect(ranked.find(({ entry }) => entry.need.id === 'n3')!.missing).toEqual([
      'unserved',
      'affected',
      'time',
      'readiness',
    ]);
  });

  it('uses the weights that the plan sets, with their reasons', () => {
    const plan = planOf();
    putObject(plan, {
      collection: 'rankWeights',
      object: { part: 'time', weight: 0, reason: 'Termine sind unsicher.' },
    });
    expect(weightsOf(plan)).toEqual({ ...DEFAULT_WEIGHTS, time: 0 });
    expect(listOf(plan).setWeights.map(({ reason }) => reason)).toEqual(['Termine sind unsicher.']);
  });

  it('shows costs of measures for the need or its bundle, the dearest of several, and scores none', () => {
    const plan = planOf();
    const before = listOf(plan).ranked.map(({ score }) => score);
    addMeasure(plan, kita('k1', { needId: 'n1', costEuro: 2_000_000 }));
    const second = kita('k2', { scenarioId: 'b', needId: 'n1', costEuro: 3_000_000 });
    addMeasure(plan, second);
    const { ranked } = listOf(plan);
    expect(ranked.map(({ score }) => score)).toEqual(before);
    expect(ranked.find(({ entry }) => entry.need.id === 'n1')!.entry.costEuro).toBe(3_000_000);
    expect(ranked.find(({ entry }) => entry.need.id === 'n2')!.entry.costEuro).toBeNull();
  });

  it('has the departments’ own orders beside it', () => {
    const plan = planOf();
    rankInDepartment(plan, { needId: 'n2', step: -1, needIds: ['n1', 'n2'], at: NOON, by: 'x' });
    const own = new Map(listOf(plan).ranked.map(({ entry }) => [entry.need.id, entry.ownPlace]));
    expect([own.get('n1'), own.get('n2'), own.get('n3')]).toEqual([2, 1, null]);
    rankInDepartment(plan, { needId: 'n2', step: 1, needIds: ['n2', 'n1'], at: NOON, by: 'x' });
    expect(listOf(plan).ranked.find(({ entry }) => entry.need.id === 'n1')!.entry.ownPlace).toBe(1);
  });

  it('keeps a place set by hand with its reason, and the bundle of a need', () => {
    const plan = planOf();
    const object = { list: 'joint', needId: 'n3', rank: 1, reason: 'Fläche ist frei.', at: NOON, by: 'x' };
    putObject(plan, { collection: 'rankPlaces', object });
    acceptBundle(plan, {
      bundle: {
        id: 'b1',
        circle: 'agsp',
        name: 'Haus',
        decision: 'accepted',
        reason: 'Passt.',
        plotId: null,
        siteId: null,
        sharedSquareMeters: null,
      },
      needIds: ['n1', 'n2'],
      stepIds: ['s1', 's2'],
      at: NOON,
      by: 'x',
      departmentId: null,
    });
    const { ranked } = listOf(plan);
    expect(ranked[0]!.entry).toMatchObject({ need: { id: 'n3' }, hand: { reason: 'Fläche ist frei.' } });
    expect(ranked[1]!.entry).toMatchObject({ need: { status: 'bundled' }, bundle: { name: 'Haus' } });
  });
});
