import { describe, expect, it } from 'vitest';
import { REFERENCES } from '../../src/plan/collections.ts';
import { COLLECTION_NAMES, emptyPlan } from '../../src/plan/plan.ts';
import { header } from './plan-fixtures.ts';

describe('the plan', () => {
  it('begins empty, with every collection there', () => {
    const plan = emptyPlan(header);
    expect(plan.schemaVersion).toBe(1);
    expect(COLLECTION_NAMES.every((name) => Object.keys(plan[name]).length === 0)).toBe(true);
    expect(COLLECTION_NAMES.length).toBe(27);
    expect(Object.keys(REFERENCES).sort()).toEqual([...COLLECTION_NAMES].sort());
  });
});
