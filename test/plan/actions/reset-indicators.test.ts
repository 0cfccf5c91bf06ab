import { describe, expect, it } from 'vitest';
import { resetIndicators } from '../../../src/plan/actions/reset-indicators.ts';
import { citedIndicator } from '../../../src/plan/readers/indicators-in-force.ts';
import { localVersions } from '../../../src/plan/readers/local-versions.ts';
import { nextVersion } from '../../../src/plan/readers/next-version.ts';
import { addKita, decide, inForce, KITA, SHIPPED } from '../indicator-fixtures.ts';
import { NOON, problemOf, smallPlan } from '../plan-fixtures.ts';

describe('resetting indicators', () => {
  it('goes back to the shipped record where none is decided, keeps the withdrawn ones readable with the reason', () => {
    const plan = smallPlan();
    addKita(plan, 0.7);
    addKita(plan, 0.75);
    expect(localVersions(plan, SHIPPED, 'kita-u3')).toEqual(['kita-u3@2', 'kita-u3@3']);
    resetIndicators(plan, {
      ids: ['kita-u3'],
      shipped: SHIPPED,
      at: NOON,
      by: 'Geschäftsstelle',
      why: 'nur ein Versuch',
    });
    expect(inForce(plan)).toBe(KITA);
    expect(plan.indicatorVersions['kita-u3@3']?.removed).toEqual({
      at: NOON,
      by: 'Geschäftsstelle',
      why: 'nur ein Versuch',
    });
    expect(citedIndicator(plan, SHIPPED, 'kita-u3@3').rate.value).toBe(0.75);
    // The numbers of withdrawn versions are not given again.
    expect(nextVersion(plan, SHIPPED, 'kita-u3')).toBe(4);
  });

  it('goes back to the decided record and leaves it where it is', () => {
    const plan = smallPlan();
    addKita(plan, 0.7);
    decide(plan, ['kita-u3@2']);
    addKita(plan, 0.75);
    resetIndicators(plan, {
      ids: ['kita-u3', 'kita-ue3'],
      shipped: SHIPPED,
      at: NOON,
      by: 'x',
      why: 'Variante verworfen',
    });
    expect(inForce(plan)?.version).toBe(2);
    expect(localVersions(plan, SHIPPED, 'kita-u3')).toEqual([]);
  });

  it('is refused without a reason', () => {
    const plan = smallPlan();
    addKita(plan, 0.7);
    const args = { ids: ['kita-u3'], shipped: SHIPPED, at: NOON, by: 'x', why: '  ' };
    expect(problemOf(() => resetIndicators(plan, args)).code).toBe('plan.reason-missing');
    expect(inForce(plan)?.version).toBe(2);
  });
});
