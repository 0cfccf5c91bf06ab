import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { setNeedStatus } from '../../../src/plan/actions/set-need-status.ts';
import { DEFAULT_COUNTS } from '../../../src/questions/gaps/gap-request.ts';
import type { HorizonFigures, HorizonRow } from '../../../src/questions/needs/need-calls.ts';
import { NOON, need, smallPlan } from '../../plan/plan-fixtures.ts';

export const row = (year: number, more: Partial<HorizonRow> = {}): HorizonRow => ({
  districtId: 'd:1',
  service: 'jugendtreff',
  year,
  persons: 2000,
  demand: 228.04,
  capacity: 150,
  missing: 78.04,
  balance: -78.04,
  personsWithinReach: 1500,
  ...more,
});
export const figures = (rows: readonly HorizonRow[]): HorizonFigures => ({
  scenarioId: null,
  variant: 'middle',
  counts: DEFAULT_COUNTS,
  years: [2030, 2035],
  rows,
  indicators: [],
  without: [],
});

/** Four needs of one borough and one of the whole city. */
export function planWithNeeds() {
  const plan = smallPlan();
  const add = (id: string, more: Parameters<typeof need>[1]) =>
    addNeed(plan, { need: need(id, { reason: 'so', ...more }), at: NOON, by: 'x' });
  add('early', { neededBy: '2029-09-01', quantity: 40 });
  add('late', { neededBy: '2034-09-01', quantity: 25 });
  add('undated', { quantity: null });
  add('refused', { neededBy: '2029-09-01', quantity: 500 });
  add('city', { place: { kind: 'city' }, quantity: 999 });
  const step = { id: 'refused', stepId: 's', at: NOON, by: 'x', departmentId: null, reason: 'nein' };
  setNeedStatus(plan, { ...step, status: 'rejected' });
  return plan;
}

export const placed = ['early', 'late', 'undated', 'refused'].map((id) => ({ id, districtId: 'd:1', land: null }));
export const figure = {
  circle: 'council',
  districtId: 'd:1',
  service: 'jugendtreff',
  year: 2030,
  kind: 'agreed',
  value: 60,
  unit: 'places',
  on: '2026-06-24',
  reference: null,
  explanation: 'Auf ganze Gruppen.',
  by: 'AGSP',
} as const;
