import { describe, expect, it } from 'vitest';
import { addSite } from '../../../src/plan/actions/add-site.ts';
import { editSite } from '../../../src/plan/actions/edit-site.ts';
import type { NewObject } from '../../../src/plan/actions/insert-object.ts';
import { effectiveSites } from '../../../src/plan/readers/effective-sites.ts';
import { NOON, problemOf, smallPlan, square } from '../plan-fixtures.ts';

const site: NewObject<'sites'> = {
  id: 'neu',
  circle: 'agsp',
  name: 'Neue Mitte',
  geometry: square(9.18, 48.78),
  stage: 0,
  sideState: null,
  infill: false,
  dwellings: 100,
  dwellingsLost: null,
  floorAreaSquareMeters: null,
  subsidisedShare: null,
  dwellingType: 'MFH',
  firstOccupancy: 2030,
  owner: null,
  inForecast: false,
  nextStep: null,
  nextDate: null,
  contactRole: null,
  grade: 'estimated',
};
const signed = { at: NOON, by: 'Planung' };
const steps = [
  { year: 2030, share: 0.5 },
  { year: 2031, share: 0.5 },
];
const added = () => {
  const plan = smallPlan();
  addSite(plan, { site, phases: { phases: steps, ...signed } });
  return plan;
};
const found = (plan: ReturnType<typeof smallPlan>, scenarioId: string | null) =>
  effectiveSites(plan, scenarioId, []).find(({ id }) => id === 'neu')!;

describe('adding a site', () => {
  it('brings it with its steps of occupancy', () => {
    expect(found(added(), null)).toMatchObject({ name: 'Neue Mitte', dwellings: 100, phases: steps, origin: 'plan' });
  });

  it('without steps has all dwellings in the first year', () => {
    const plan = smallPlan();
    addSite(plan, { site, phases: { phases: [], ...signed } });
    expect(found(plan, null).phases).toEqual([{ year: 2030, share: 1 }]);
  });

  it('refuses steps that make no whole, and an area that crosses itself', () => {
    const half = { phases: [{ year: 2030, share: 0.5 }], ...signed };
    expect(problemOf(() => addSite(smallPlan(), { site, phases: half })).code).toBe('plan.phases-sum');
    const [a, b, c, d] = site.geometry.coordinates[0] as number[][];
    const crossed = { type: 'Polygon' as const, coordinates: [[a!, b!, d!, c!, a!]] };
    expect(
      problemOf(() => addSite(smallPlan(), { site: { ...site, geometry: crossed }, phases: { phases: [], ...signed } }))
        .code,
    ).toBe('plan.area-invalid');
  });
});

describe('editing a site', () => {
  it('changes several fields and the steps at once: in Bestand the site itself, in a scenario over it', () => {
    const plan = added();
    const edits = [
      { kind: 'site', field: 'dwellings', value: 150, circle: 'agsp', reason: null },
      { kind: 'site', field: 'stage', value: 5, circle: 'agsp', reason: null },
    ] as const;
    editSite(plan, { siteId: 'neu', scenarioId: null, edits });
    expect(plan.sites.neu).toMatchObject({ dwellings: 150, stage: 5 });
    const later = { phases: [{ year: 2033, share: 1 }], ...signed };
    editSite(plan, { siteId: 'neu', scenarioId: 'a', edits: [{ ...edits[0], value: 80 }], phases: later });
    expect(found(plan, 'a')).toMatchObject({ dwellings: 80, stage: 5, phases: [{ year: 2033, share: 1 }] });
    expect(found(plan, null)).toMatchObject({ dwellings: 150, phases: steps });
  });
});
