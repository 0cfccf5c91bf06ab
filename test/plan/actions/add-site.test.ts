import { describe, expect, it } from 'vitest';
import { addSite } from '../../../src/plan/actions/add-site.ts';
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
const found = (plan: ReturnType<typeof smallPlan>) => effectiveSites(plan, null, []).find(({ id }) => id === 'neu')!;

describe('adding a site', () => {
  it('brings it with its steps of occupancy', () => {
    expect(found(added())).toMatchObject({ name: 'Neue Mitte', dwellings: 100, phases: steps, origin: 'plan' });
  });

  it('without steps has all dwellings in the first year', () => {
    const plan = smallPlan();
    addSite(plan, { site, phases: { phases: [], ...signed } });
    expect(found(plan).phases).toEqual([{ year: 2030, share: 1 }]);
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
