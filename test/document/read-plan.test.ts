import { describe, expect, it } from 'vitest';
import { planToJson } from '../../src/document/plan-json.ts';
import { readPlan } from '../../src/document/read-plan.ts';
import { problemOf } from '../plan/plan-fixtures.ts';
import { documentWithKita } from './document-fixtures.ts';

describe('reading a plan from a file', () => {
  it('takes the plan file and its readable export alike', () => {
    const document = documentWithKita();
    const text = new TextEncoder().encode(planToJson(document.plan));
    expect(readPlan(document.save())).toEqual(document.plan);
    expect(readPlan(text)).toEqual(document.plan);
  });

  it('refuses anything else', () => {
    for (const text of ['', '{', '{}', 'Kita;Plätze'])
      expect(problemOf(() => readPlan(new TextEncoder().encode(text))).code).toBe('plan.file-not-a-plan');
  });
});
