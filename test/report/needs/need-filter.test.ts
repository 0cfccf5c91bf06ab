import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/plan/plan.ts';
import {
  FIRST_NEED_FILTER,
  filterNeeds,
  isOpenWith,
  type NeedFilter,
  type NeedViewer,
  sortNeeds,
  stageOf,
} from '../../../src/report/needs/need-filter.ts';
import { needRows } from '../../../src/report/needs/need-rows.ts';
import { CONTEXT, needsScene } from './needs-scene.ts';

const NOBODY: NeedViewer = { departmentId: null, districts: [], isOffice: false };

function idsOf(plan: Plan, filter: Partial<NeedFilter>, viewer = NOBODY): string[] {
  return filterNeeds(needRows(plan, CONTEXT), { ...FIRST_NEED_FILTER, ...filter }, viewer).map((row) => row.need.id);
}

describe('lists of needs', () => {
  it('are narrowed down by every field of the filter', () => {
    const { plan } = needsScene();
    expect(idsOf(plan, {})).toEqual(['late', 'theme', 'done']);
    expect(idsOf(plan, { overdue: true })).toEqual(['late']);
    expect(idsOf(plan, { service: 'qualitative' })).toEqual(['theme']);
    expect(idsOf(plan, { service: 'kita-u3' })).toEqual(['late']);
    expect(idsOf(plan, { district: 'city' })).toEqual(['theme']);
    expect(idsOf(plan, { district: 'd:1' })).toEqual(['late', 'done']);
    expect(idsOf(plan, { status: 'active' })).toEqual(['late', 'theme']);
    expect(idsOf(plan, { status: 'implemented' })).toEqual(['done']);
    expect(idsOf(plan, { urgency: 'duty', departmentId: 'jugend' })).toEqual(['late']);
    expect(idsOf(plan, { text: 'BEGEGN' })).toEqual(['theme']);
    expect(idsOf(plan, { circle: 'public' })).toEqual(['theme']);
  });

  it('know what is my department, what lies in my districts and what waits for me', () => {
    const { plan, say } = needsScene();
    const jugend = { departmentId: 'jugend', districts: ['d:1'], isOffice: false };
    const schule = { departmentId: 'schule', districts: ['d:1'], isOffice: false };
    expect(idsOf(plan, { whose: 'department' }, jugend)).toEqual(['late']);
    expect(idsOf(plan, { whose: 'districts' }, jugend)).toEqual(['late', 'done']);
    // Overdue and mine; of the other's needs one is done and one in no district.
    expect(idsOf(plan, { whose: 'open' }, jugend)).toEqual(['late']);
    expect(idsOf(plan, { whose: 'open' }, schule)).toEqual(['late']);
    say('v1', 'late', 'schule', 'supports');
    expect(idsOf(plan, { whose: 'open' }, schule)).toEqual([]);
    say('v2', 'theme', 'jugend', 'objects');
    expect(idsOf(plan, { whose: 'open' }, schule)).toEqual(['theme']);
    expect(idsOf(plan, { whose: 'open' }, NOBODY)).toEqual([]);
    const office = { departmentId: null, districts: [], isOffice: true };
    expect(idsOf(plan, { whose: 'open' }, office)).toEqual(['late', 'theme']);
    expect(isOpenWith(needRows(plan, CONTEXT)[2]!, office)).toBe(false);
  });

  it('are sorted by urgency with what is concluded last, and by date with what has none last', () => {
    const { plan } = needsScene();
    const rows = needRows(plan, CONTEXT);
    expect(sortNeeds(rows, 'urgency').map((row) => row.need.id)).toEqual(['late', 'theme', 'done']);
    expect(sortNeeds(rows.toReversed(), 'neededBy').map((row) => row.need.id)).toEqual(['late', 'theme', 'done']);
    expect(sortNeeds(rows, 'status').map((row) => row.need.id)).toEqual(['late', 'theme', 'done']);
    expect(stageOf('secured')).toBe('agreed');
    expect(stageOf('ranked')).toBe('open');
    expect(stageOf('settled')).toBe('done');
    expect(stageOf('deferred')).toBe('aside');
  });
});
