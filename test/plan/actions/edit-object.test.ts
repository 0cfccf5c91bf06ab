import { describe, expect, it } from 'vitest';
import { addObject } from '../../../src/plan/actions/add-object.ts';
import { editObject } from '../../../src/plan/actions/edit-object.ts';
import { problemOf, site, smallPlan, square } from '../plan-fixtures.ts';

const dwellings = (scenarioId: string | null, objectId: string, value: number | null) =>
  ({ scenarioId, kind: 'site', objectId, field: 'dwellings', value, circle: 'agsp', reason: null }) as const;

describe('editing a site or plot', () => {
  it('changes a site of the plan where it stands, for all scenarios', () => {
    const plan = smallPlan();
    addObject(plan, { collection: 'sites', object: site('s') });
    editObject(plan, dwellings(null, 's', 280));
    expect(plan.sites.s?.dwellings).toBe(280);
    expect(plan.edits).toEqual({});
  });

  it('lays a value over one of the package, or in a scenario, one record per field', () => {
    const plan = smallPlan();
    addObject(plan, { collection: 'sites', object: site('s') });
    editObject(plan, dwellings('a', 's', 200));
    editObject(plan, dwellings(null, 'package:1', 90));
    editObject(plan, dwellings(null, 'package:1', null));
    expect(plan.sites.s?.dwellings).toBe(300);
    expect(Object.values(plan.edits).map(({ id, value }) => [id, value])).toEqual([
      ['a|site|s|dwellings', 200],
      ['base|site|package:1|dwellings', null],
    ]);
  });

  it('leaves a site out of a scenario', () => {
    const plan = smallPlan();
    const args = {
      scenarioId: 'a',
      kind: 'site',
      objectId: 's',
      field: 'leftOut',
      value: true,
      circle: 'agsp',
      reason: null,
    } as const;
    editObject(plan, args);
    expect(plan.edits['a|site|s|leftOut']?.value).toBe(true);
  });

  it('refuses a value that does not fit the field, and an outline that crosses itself', () => {
    expect(problemOf(() => editObject(smallPlan(), dwellings('a', 's', -5))).code).toBe('plan.object-invalid');
    const bow = { ...square(9, 48), coordinates: [[[9, 48], [9.001, 48.001], [9.001, 48], [9, 48.001], [9, 48]]] }; // biome-ignore format: a bow-tie
    const args = { ...dwellings('a', 's', 0), field: 'geometry', value: bow } as const;
    expect(problemOf(() => editObject(smallPlan(), args)).code).toBe('plan.area-invalid');
  });
});
