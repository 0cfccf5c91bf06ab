import { describe, expect, it } from 'vitest';
import { decideIndicators } from '../../../src/plan/actions/decide-indicators.ts';
import { decidedIndicators, isDecided } from '../../../src/plan/readers/decided-indicators.ts';
import { decisionOfIndicator } from '../../../src/plan/readers/decision-of-indicator.ts';
import { addKita, DAY, decide, inForce, KITA, SHIPPED, shippedCitations } from '../indicator-fixtures.ts';
import { problemOf, smallPlan } from '../plan-fixtures.ts';

describe('deciding indicators', () => {
  it('adds one decision that names the records, shipped and own', () => {
    const plan = smallPlan();
    addKita(plan, 0.7);
    decide(plan, ['kita-u3@2', 'kita-ue3@1']);
    expect(plan.decisions.d1).toMatchObject({
      reference: 'GRDrs 12/2026',
      date: '2026-03-12',
      validFrom: '2026-04-01',
      body: 'Gemeinderat',
      subjects: [
        { collection: 'indicatorVersions', id: 'kita-u3@2' },
        { collection: 'indicatorVersions', id: 'kita-ue3@1' },
      ],
    });
    expect(isDecided(plan, { id: 'kita-u3', version: 2 })).toBe(true);
    expect(isDecided(plan, { id: 'grundschule', version: 1 })).toBe(false);
    expect(decisionOfIndicator(plan, { id: 'kita-ue3', version: 1 })?.reference).toBe('GRDrs 12/2026');
    expect(decisionOfIndicator(plan, KITA)).toBeNull();
  });

  it('leaves a later change as a variant beside the decided record', () => {
    const plan = smallPlan();
    addKita(plan, 0.7);
    decide(plan, ['kita-u3@2']);
    addKita(plan, 0.75);
    expect(inForce(plan)?.version).toBe(3);
    expect(decidedIndicators(plan, SHIPPED).find(({ id }) => id === 'kita-u3')?.version).toBe(2);
  });

  it('is refused without records, number, date, valid-from or body, and for a record that is not there', () => {
    const plan = smallPlan();
    expect(problemOf(() => decide(plan, [])).code).toBe('indicator.nothing-decided');
    expect(problemOf(() => decide(plan, ['kita-u3@2']))).toMatchObject({
      code: 'plan.object-unknown',
      params: { id: 'kita-u3@2' },
    });
    const args = {
      id: 'd1',
      title: 'Kennwerte',
      citations: ['kita-u3@1'],
      shipped: shippedCitations,
      reference: 'GRDrs 1/2026',
      date: DAY,
      validFrom: DAY,
      body: 'Gemeinderat',
      circle: 'agsp' as const,
    };
    for (const [field, what] of [
      ['reference', 'reference'],
      ['date', 'date'],
      ['validFrom', 'valid-from'],
      ['body', 'body'],
    ] as const)
      expect(problemOf(() => decideIndicators(plan, { ...args, [field]: ' ' }))).toMatchObject({
        code: 'indicator.missing',
        params: { what },
      });
    expect(plan.decisions).toEqual({});
  });
});
