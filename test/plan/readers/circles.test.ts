import { describe, expect, it } from 'vitest';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { changeObject } from '../../../src/plan/actions/change-object.ts';
import { editSite } from '../../../src/plan/actions/edit-site.ts';
import {
  circleForNew,
  circleOf,
  circleOfSite,
  maySee,
  planForCircle,
  seesAll,
} from '../../../src/plan/readers/circles.ts';
import { kita, smallPlan } from '../plan-fixtures.ts';

describe('circles', () => {
  const plan = smallPlan();
  addMeasure(plan, kita('open', { circle: 'public' }));
  addMeasure(plan, kita('inner', { circle: 'department' }));

  it('let the public see what is public only, and a department everything', () => {
    expect(maySee('public', 'public')).toBe(true);
    expect(maySee('public', 'council')).toBe(false);
    expect(maySee('council', 'agsp')).toBe(false);
    expect(maySee('council', 'public')).toBe(true);
    expect(maySee('department', 'department')).toBe(true);
  });

  it('are as narrow as what an object is part of: a public measure of an internal scenario is internal', () => {
    expect(circleOf(plan, 'measures', plan.measures.open!)).toBe('agsp');
    expect(circleOf(plan, 'measureOffers', plan.measureOffers['inner-u3']!)).toBe('department');
    expect(circleOf(plan, 'departments', plan.departments.jugend!)).toBe('public');
  });

  it('cut a plan to what may be seen, and count the rest', () => {
    const open = structuredClone(plan);
    changeObject(open, { collection: 'scenarios', id: 'a', fields: { circle: 'public' } });
    const seen = planForCircle(open, 'public');
    expect(Object.keys(seen.plan.measures)).toEqual(['open']);
    expect(Object.keys(seen.plan.measureOffers)).toEqual(['open-u3', 'open-ue3']);
    // Left out: scenario b, the inner measure and its 2 offers.
    expect(seen.leftOut).toBe(1 + 1 + 2);
    expect(Object.keys(open.measures)).toEqual(['open', 'inner']);
  });

  it('of sites of the city package are AGSP until the plan says otherwise, and hold for what is said of the site', () => {
    const cut = structuredClone(plan);
    expect(circleOfSite(cut, 'paket')).toBe('agsp');
    const answer = { siteId: 'paket', run: 1, item: '1', circle: 'public' };
    expect(circleOf(cut, 'checkAnswers', answer)).toBe('agsp');
    editSite(cut, { siteId: 'paket', scenarioId: null, edits: [], circle: 'public' });
    expect(circleOfSite(cut, 'paket')).toBe('public');
    expect(circleOf(cut, 'checkAnswers', answer)).toBe('public');
    expect(Object.keys(planForCircle(cut, 'public').plan.edits)).toEqual(['base|site|paket|circle']);
  });

  it('of something new are AGSP, or narrower where it tells of something narrower', () => {
    expect(circleForNew([])).toBe('agsp');
    expect(circleForNew(['public', 'council'])).toBe('agsp');
    expect(circleForNew(['public', 'department'])).toBe('department');
  });

  it('may all be seen only by those who may see the city package and every object of the plan', () => {
    expect(seesAll(plan, 'department')).toBe(true);
    expect(seesAll(plan, 'agsp')).toBe(false);
    expect(seesAll(smallPlan(), 'agsp')).toBe(true);
    // The sites of the package are for the AGSP, whatever the plan holds.
    expect(seesAll(null, 'agsp')).toBe(true);
    expect(seesAll(null, 'council')).toBe(false);
  });
});
