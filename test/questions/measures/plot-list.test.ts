import { describe, expect, it } from 'vitest';
import { addObject } from '../../../src/plan/actions/add-object.ts';
import { districtNameAt, placeFacts, plotBriefs, plotsInPlan } from '../../../src/questions/measures/plot-list.ts';
import { createDistrictLocator } from '../../../src/shared/geometry/district-locator.ts';
import { areaContains } from '../../../src/shared/geometry/side-of-area.ts';
import { at, rectangle, tinyCity } from '../../fixtures/tiny-city.ts';
import { smallPlan } from '../../plan/plan-fixtures.ts';

const city = tinyCity();
const locator = createDistrictLocator(city.districts);

describe('plots in a plan', () => {
  it('are those of the package, and those of the plan beside them, by id', () => {
    expect(plotsInPlan(null, null, city.plots)).toBe(city.plots);
    const plan = smallPlan();
    const { source: _, ...own } = city.plots[0]!;
    addObject(plan, {
      collection: 'plots',
      object: {
        ...own,
        id: 'eigen:1',
        circle: 'agsp',
        planningRight: null,
        geometry: rectangle(300, 300, 340, 340),
      } as never,
    });
    const ids = plotsInPlan(plan, null, city.plots).map(({ id }) => id);
    expect(ids).toEqual(['eigen:1', ...city.plots.map(({ id }) => id)]);
  });

  it('have a point inside, and the smallest district there', () => {
    const [brief] = plotBriefs(city, locator, city.plots);
    expect(brief).toMatchObject({
      id: 'flaechen:1',
      name: 'Gemeinbedarfsfläche Bachgasse',
      areaSquareMeters: 3000,
      reservedFor: 'Jugendamt',
      district: 'West-Süd',
    });
    expect(areaContains(city.plots[0]!.geometry, brief!.position)).toBe(true);
  });
});

describe('what lies at a place', () => {
  it('is its district, plot and site', () => {
    expect(placeFacts(city, locator, city.plots, at(140, 350))).toMatchObject({
      outside: false,
      district: 'West-Süd',
      plot: { id: 'flaechen:1' },
      site: null,
    });
    expect(placeFacts(city, locator, city.plots, at(650, 850))).toMatchObject({
      district: 'Ost-Nord',
      plot: null,
      site: { id: 'bauvorhaben:1', name: 'Alte Gärtnerei' },
    });
  });

  it('is outside beyond the districts, and without districts beyond the package’s box', () => {
    expect(placeFacts(city, locator, [], at(1100, 50))).toMatchObject({ outside: true, district: null });
    expect(districtNameAt(city, locator, at(1100, 50))).toBe(null);
    const none = { ...city, districts: [] };
    const nowhere = createDistrictLocator([]);
    expect([at(1100, 50), at(1400, 50)].map((place) => placeFacts(none, nowhere, [], place).outside)).toEqual([
      false,
      true,
    ]);
  });
});
