import { describe, expect, it } from 'vitest';
import { addObject } from '../../src/plan/actions/add-object.ts';
import { listDistricts, needPlaces } from '../../src/questions/need-places.ts';
import { rectangle, tinyCity } from '../fixtures/tiny-city.ts';
import { site, smallPlan } from '../plan/plan-fixtures.ts';

const city = tinyCity();
const district = city.districts.find(({ id }) => id === 'amt:11')!;

describe('where needs lie', () => {
  it('tells the districts of a point, largest first, and that a far one is outside', () => {
    const position = [...city.houses.find(({ districts }) => districts.includes('amt:11'))!.position] as [
      number,
      number,
    ];
    const [inside, outside] = needPlaces(city, null, [
      { kind: 'point', position, searchRadiusMeters: null },
      { kind: 'point', position: [0, 0], searchRadiusMeters: null },
    ]);
    expect(inside!.path.map(({ id }) => id)).toEqual([district.parent, 'amt:11']);
    expect(inside).toMatchObject({ outside: false, unknown: false, position });
    expect(outside).toMatchObject({ outside: true, path: [] });
  });

  it('names districts, plots and sites, those of the plan too, and says what the city does not have', () => {
    const plan = smallPlan();
    addObject(plan, { collection: 'sites', object: site('s1', { geometry: district.geometry as never }) });
    const plot = city.plots[0]!;
    const found = needPlaces(city, plan, [
      { kind: 'district', districtId: 'amt:11' },
      { kind: 'plot', plotId: plot.id },
      { kind: 'site', siteId: 's1' },
      { kind: 'site', siteId: 'gone' },
      { kind: 'city' },
    ]);
    expect(found.map(({ name }) => name)).toEqual([district.name, plot.name, 'Am Güterbahnhof', null, null]);
    expect(found.map(({ unknown }) => unknown)).toEqual([false, false, false, true, false]);
    expect(found[2]!.touches).toContain('amt:11');
    expect(found[4]!.position).toBeNull();
  });

  it('tells an area that lies partly outside from one inside, and keeps the districts that it is in', () => {
    const area = (west: number, east: number) => ({ kind: 'area', geometry: rectangle(west, 100, east, 200) }) as never;
    // The town ends at x = 1000; the middle of the second lies far beyond it.
    const [inside, partly, far] = needPlaces(city, null, [area(700, 900), area(900, 5000), area(3000, 5000)]);
    expect(inside).toMatchObject({ outside: false, partlyOutside: false });
    expect(partly).toMatchObject({ outside: false, partlyOutside: true, path: inside!.path });
    expect(far).toMatchObject({ outside: true, partlyOutside: false, path: [] });
  });

  it('lists each district behind the one it lies in', () => {
    const listed = listDistricts(city.districts);
    expect(listed).toHaveLength(city.districts.length);
    const at = listed.findIndex(({ id }) => id === 'amt:11');
    const parent = listed.findIndex(({ id }) => id === district.parent);
    expect(parent).toBeLessThan(at);
    expect(listed[at]!.label).toBe(`${listed[parent]!.name} · ${district.name}`);
  });
});
