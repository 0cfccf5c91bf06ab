import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { addIndicatorVersion } from '../../../src/plan/actions/add-indicator-version.ts';
import { NOON, problemOf, smallPlan } from '../plan-fixtures.ts';

const shipped = DEFAULT_CATALOGUE.find(({ service }) => service === 'kita-u3')!;
const next = (version: number, more: Partial<typeof shipped> = {}) => ({
  indicator: {
    ...shipped,
    version,
    validFrom: '2027-01-01',
    reason: 'GRDrs 1/2027',
    author: 'Jugendamt',
    ...more,
  },
  shippedVersion: shipped.version,
  at: NOON,
  circle: 'agsp' as const,
  decisionId: null,
});

describe('a new version of an indicator', () => {
  it('is the next number, whole and signed; the earlier ones stay', () => {
    const plan = smallPlan();
    addIndicatorVersion(plan, next(2));
    addIndicatorVersion(plan, next(3, { validFrom: '2028-01-01' }));
    expect(Object.keys(plan.indicatorVersions)).toEqual([`${shipped.id}@2`, `${shipped.id}@3`]);
    expect(plan.indicatorVersions[`${shipped.id}@2`]?.indicator.validFrom).toBe('2027-01-01');
  });

  it('is refused with another number, or without reason, author or valid-from', () => {
    expect(problemOf(() => addIndicatorVersion(smallPlan(), next(3)))).toMatchObject({
      code: 'plan.indicator-version',
      params: { found: `${shipped.id}@3`, expected: `${shipped.id}@2` },
    });
    for (const missing of ['reason', 'author', 'validFrom'] as const)
      expect(problemOf(() => addIndicatorVersion(smallPlan(), next(2, { [missing]: null }))).code).toBe(
        'plan.indicator-unsigned',
      );
  });
});
