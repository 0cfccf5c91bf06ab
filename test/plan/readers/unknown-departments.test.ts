import { expect, it } from 'vitest';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { unknownDepartments } from '../../../src/plan/readers/unknown-departments.ts';
import { NOON, need, smallPlan } from '../../plan/plan-fixtures.ts';

it('departments that the plan does not hold are named with how many needs they reported', () => {
  const plan = smallPlan();
  for (const id of ['a', 'b', 'c']) addNeed(plan, { need: need(id, { reason: 'so' }), at: NOON, by: 'x' });
  expect(unknownDepartments(plan)).toEqual([]);
  // As another program may have written them.
  for (const id of ['a', 'b']) plan.needs[id]!.departmentId = 'amt-99';
  expect(unknownDepartments(plan)).toEqual([{ id: 'amt-99', needs: 2 }]);
});
