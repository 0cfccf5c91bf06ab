import { describe, expect, it } from 'vitest';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { rankInDepartment } from '../../../src/plan/actions/rank-in-department.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { visibleObjects } from '../../../src/plan/readers/visible-objects.ts';
import { NOON, need, smallPlan } from '../plan-fixtures.ts';

const orderOf = (plan: Plan) =>
  visibleObjects(plan, 'rankPlaces', ({ list }) => list === 'jugend').map(({ needId }) => needId);

describe('the order of a department', () => {
  const plan = smallPlan();
  for (const id of ['a', 'b', 'c']) addNeed(plan, { need: need(id), at: NOON, by: 'x' });
  const move = (needId: string, step: -1 | 1) =>
    rankInDepartment(plan, { needId, step, needIds: ['a', 'b', 'c'], at: NOON, by: 'x' });

  it('is written down whole with the first move, and changes by one place with each', () => {
    move('c', -1);
    expect(orderOf(plan)).toEqual(['a', 'c', 'b']);
    move('c', -1);
    expect(orderOf(plan)).toEqual(['c', 'a', 'b']);
    move('c', -1);
    expect(orderOf(plan)).toEqual(['c', 'a', 'b']);
    move('c', 1);
    expect(orderOf(plan)).toEqual(['a', 'c', 'b']);
    move('a', 1);
    move('a', 1);
    expect(orderOf(plan)).toEqual(['c', 'b', 'a']);
  });

  it('takes new needs in behind the others', () => {
    addNeed(plan, { need: need('d'), at: NOON, by: 'x' });
    rankInDepartment(plan, { needId: 'd', step: -1, needIds: ['a', 'b', 'c', 'd'], at: NOON, by: 'x' });
    expect(orderOf(plan)).toEqual(['c', 'b', 'd', 'a']);
  });
});
