import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { addIndicatorVersion } from '../../../src/plan/actions/add-indicator-version.ts';
import { removeObject } from '../../../src/plan/actions/remove-object.ts';
import {
  citedIndicator,
  indicatorsInForce,
  versionsOfIndicator,
} from '../../../src/plan/readers/indicators-in-force.ts';
import { NOON, problemOf, smallPlan } from '../plan-fixtures.ts';

const shipped = DEFAULT_CATALOGUE.find(({ service }) => service === 'kita-u3')!;

function planWithVersion() {
  const plan = smallPlan();
  const indicator = { ...shipped, version: 2, validFrom: '2027-01-01', reason: 'GRDrs 1/2027', author: 'Jugendamt' };
  addIndicatorVersion(plan, { indicator, shippedVersion: 1, at: NOON, circle: 'agsp', decisionId: null });
  return plan;
}

const inForce = (plan: ReturnType<typeof smallPlan>, day: string) =>
  indicatorsInForce(plan, DEFAULT_CATALOGUE, day).find(({ id }) => id === shipped.id)?.version;

describe('the indicator in force', () => {
  it('is the latest version that is valid on the day', () => {
    expect(inForce(planWithVersion(), '2026-12-31')).toBe(1);
    expect(inForce(planWithVersion(), '2027-01-01')).toBe(2);
    expect(inForce(smallPlan(), '2030-01-01')).toBe(1);
  });

  it('is one per indicator, in the order of the catalogue', () => {
    const ids = indicatorsInForce(planWithVersion(), DEFAULT_CATALOGUE, '2030-01-01').map(({ id }) => id);
    expect(ids).toEqual(DEFAULT_CATALOGUE.map(({ id }) => id));
  });

  it('goes back to the one before when a version is withdrawn, while what cites it still finds it', () => {
    const plan = planWithVersion();
    const id = `${shipped.id}@2`;
    removeObject(plan, { collection: 'indicatorVersions', id, at: NOON, by: 'x', why: 'nicht beschlossen' });
    expect(inForce(plan, '2030-01-01')).toBe(1);
    expect(versionsOfIndicator(plan, DEFAULT_CATALOGUE, shipped.id).map(({ version }) => version)).toEqual([1]);
    expect(citedIndicator(plan, DEFAULT_CATALOGUE, id).reason).toBe('GRDrs 1/2027');
    expect(citedIndicator(plan, DEFAULT_CATALOGUE, `${shipped.id}@1`)).toBe(shipped);
    expect(problemOf(() => citedIndicator(plan, DEFAULT_CATALOGUE, 'x@1')).code).toBe('plan.object-unknown');
  });
});
