import { describe, expect, it } from 'vitest';
import { MIGRATIONS, type Migration, migratePlain, migrationsFor } from '../../src/plan/migrations.ts';
import { SCHEMA_VERSION } from '../../src/plan/plan.ts';
import { problemOf } from './plan-fixtures.ts';

/** Two made-up steps: a collection is added, then a field renamed. */
const steps: readonly Migration[] = [
  { to: 2, explanation: 'adds ideas', newCollections: ['ideas'], change: () => {} },
  {
    to: 3,
    explanation: 'cost of measures is named by its unit',
    newCollections: [],
    change: (draft) => {
      for (const measure of Object.values(draft.measures as Record<string, Record<string, unknown>>)) {
        measure.costEuro = measure.cost;
        delete measure.cost;
      }
    },
  },
];
const old = () => ({ schemaVersion: 1, measures: { m: { id: 'm', cost: 3 } } });

describe('migrations', () => {
  it('lead step by step to this version and no further', () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(Array.from({ length: SCHEMA_VERSION - 1 }, (_, i) => i + 2));
    expect(MIGRATIONS.every(({ explanation }) => explanation.length > 10)).toBe(true);
  });

  it('are taken in order from the version found', () => {
    const plan: Record<string, unknown> = old();
    migratePlain(plan, steps, 3);
    expect(plan).toEqual({ schemaVersion: 3, ideas: {}, measures: { m: { id: 'm', costEuro: 3 } } });
    expect(migrationsFor({ schemaVersion: 2 }, steps, 3).map(({ to }) => to)).toEqual([3]);
    expect(migrationsFor(plan, steps, 3)).toEqual([]);
  });

  it('refuse a newer plan with both versions', () => {
    expect(problemOf(() => migratePlain({ schemaVersion: 4 }, steps, 3))).toMatchObject({
      code: 'plan.version-newer',
      params: { found: 4, known: 3 },
    });
  });
});
