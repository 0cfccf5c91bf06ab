import { describe, expect, it } from 'vitest';
import { decisionOfIndicator } from '../../../src/plan/readers/decision-of-indicator.ts';
import { decide } from '../indicator-fixtures.ts';
import { smallPlan } from '../plan-fixtures.ts';

describe('the decision of an indicator', () => {
  it('is the newest of those that name the record; of one day the last one', () => {
    const plan = smallPlan();
    decide(plan, ['kita-u3@1'], 'd1', '2026-05-01');
    decide(plan, ['kita-u3@1', 'kita-ue3@1'], 'd2', '2026-03-12');
    expect(decisionOfIndicator(plan, { id: 'kita-u3', version: 1 })?.id).toBe('d1');
    expect(decisionOfIndicator(plan, { id: 'kita-ue3', version: 1 })?.id).toBe('d2');
    decide(plan, ['kita-u3@1'], 'd3', '2026-05-01');
    expect(decisionOfIndicator(plan, { id: 'kita-u3', version: 1 })?.id).toBe('d3');
  });

  it('is none for a record that no decision names, also where one names another version', () => {
    const plan = smallPlan();
    decide(plan, ['kita-u3@1']);
    expect(decisionOfIndicator(plan, { id: 'kita-u3', version: 2 })).toBeNull();
  });
});
