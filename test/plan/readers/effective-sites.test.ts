import { describe, expect, it } from 'vitest';
import type { Site as CitySite } from '../../../src/city/types.ts';
import { addObject } from '../../../src/plan/actions/add-object.ts';
import { editObject } from '../../../src/plan/actions/edit-object.ts';
import { setSitePhases } from '../../../src/plan/actions/set-site-phases.ts';
import { type BaseSite, effectiveSites } from '../../../src/plan/readers/effective-sites.ts';
import type { EditedValue } from '../../../src/plan/types/sites.ts';
import { NOON, site, smallPlan } from '../plan-fixtures.ts';

const { circle: _, contactRole: __, ...facts } = site('p');
/** A site of a city package: what the reader takes is what a package gives. */
const base: CitySite & BaseSite = {
  ...facts,
  phases: [
    { year: 2030, share: 0.5 },
    { year: 2031, share: 0.5 },
  ],
  source: 0,
};

const edited = (scenarioId: string | null, value: EditedValue) =>
  ({ ...value, scenarioId, objectId: 'p', circle: 'agsp', reason: null }) as const;

describe('the sites of a scenario', () => {
  it('are those of the package, untouched, and those of the plan', () => {
    const plan = smallPlan();
    addObject(plan, { collection: 'sites', object: site('own', { firstOccupancy: 2032 }) });
    const [own, fromPackage] = effectiveSites(plan, null, [base]);
    expect(own).toMatchObject({ id: 'own', origin: 'plan', phases: [{ year: 2032, share: 1 }], edited: [] });
    expect(fromPackage).toMatchObject({ ...base, origin: 'package', edited: [], leftOut: false, phasesComplete: true });
  });

  it('take what is set for all, then what is set for the scenario', () => {
    const plan = smallPlan();
    editObject(plan, edited(null, { kind: 'site', field: 'dwellings', value: 250 }));
    editObject(plan, edited(null, { kind: 'site', field: 'stage', value: 6 }));
    editObject(plan, edited('a', { kind: 'site', field: 'dwellings', value: 100 }));
    editObject(plan, edited('b', { kind: 'site', field: 'leftOut', value: true }));
    const of = (scenarioId: string | null) => effectiveSites(plan, scenarioId, [base])[0]!;
    expect([of(null).dwellings, of('a').dwellings, of('b').dwellings]).toEqual([250, 100, 250]);
    expect([of(null).stage, of('a').stage]).toEqual([6, 6]);
    expect([of('a').leftOut, of('b').leftOut]).toEqual([false, true]);
    expect(of('a').edited).toEqual(['dwellings', 'stage']);
    expect(base.dwellings).toBe(300);
  });

  it('shift all phases with the first year, unless the scenario sets its own', () => {
    const plan = smallPlan();
    editObject(plan, edited('a', { kind: 'site', field: 'firstOccupancy', value: 2033 }));
    const years = (scenarioId: string | null) => effectiveSites(plan, scenarioId, [base])[0]!.phases.map((p) => p.year);
    expect(years('a')).toEqual([2033, 2034]);
    expect(years(null)).toEqual([2030, 2031]);
    setSitePhases(plan, { siteId: 'p', scenarioId: null, phases: [{ year: 2029, share: 1 }], at: NOON, by: 'x' });
    expect(years(null)).toEqual([2029]);
    expect(years('a')).toEqual([2033]);
    const own = [2040, 2042].map((year) => ({ year, share: 0.5 }));
    setSitePhases(plan, { siteId: 'p', scenarioId: 'a', phases: own, at: NOON, by: 'x' });
    expect(years('a')).toEqual([2040, 2042]);
  });

  it('say where phases make no whole after two changes were brought together', () => {
    const plan = smallPlan();
    setSitePhases(plan, { siteId: 'p', scenarioId: null, phases: [{ year: 2029, share: 1 }], at: NOON, by: 'x' });
    plan.sitePhases['base|p|2029']!.share = 0.6;
    expect(effectiveSites(plan, null, [base])[0]?.phasesComplete).toBe(false);
  });
});
