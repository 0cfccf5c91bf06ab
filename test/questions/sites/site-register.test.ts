import { describe, expect, it } from 'vitest';
import '../../../src/i18n/later-texts.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import { addSite } from '../../../src/plan/actions/add-site.ts';
import { changeObject } from '../../../src/plan/actions/change-object.ts';
import { editSite } from '../../../src/plan/actions/edit-site.ts';
import { siteRegister, siteRegisterForCircle } from '../../../src/questions/sites/site-register.ts';
import { circleLine, scenarioLine } from '../../../src/report/circle-text.ts';
import { registerGeoJson } from '../../../src/report/sites/register-table.ts';
import { createDistrictLocator } from '../../../src/shared/geometry/district-locator.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';
import { NOON, site, smallPlan } from '../../plan/plan-fixtures.ts';

const city = tinyCity();
const locator = createDistrictLocator(city.districts);
const t = createTexts('de');
const dwellings = (value: number) =>
  ({ kind: 'site', field: 'dwellings', value, circle: 'agsp', reason: null }) as const;

describe('the register of sites for a circle', () => {
  const plan = smallPlan();
  const [first, second] = siteRegister(city, { plan, scenarioId: null }, locator).sites.map(({ id }) => id);
  addSite(plan, { site: site('inner', { circle: 'department' }), phases: { phases: [], at: NOON, by: 'Planung' } });
  editSite(plan, { siteId: first!, scenarioId: null, edits: [], circle: 'public' });
  editSite(plan, { siteId: second!, scenarioId: null, edits: [], circle: 'department' });
  editSite(plan, { siteId: first!, scenarioId: 'a', edits: [dwellings(999)] });
  const all = siteRegister(city, { plan, scenarioId: 'a' }, locator).sites;
  const idsFor = (circle: 'department' | 'agsp' | 'public') =>
    siteRegisterForCircle(city, { plan, scenarioId: 'a', circle }, locator).sites.map(({ id }) => id);

  it('holds the sites that the circle may see; those of the package are AGSP until somebody says otherwise', () => {
    expect(all.map(({ circle }) => circle).sort()).toEqual(['department', 'department', 'public']);
    expect(idsFor('department')).toHaveLength(3);
    // The other one of the package was made narrower than what it would be without a circle.
    expect(idsFor('agsp')).toEqual([first]);
    expect(idsFor('public')).toEqual([first]);
  });

  it('does not show what a scenario of a narrower circle lays over a site, nor its name', () => {
    const dwellingsFor = (circle: 'agsp' | 'public') =>
      siteRegisterForCircle(city, { plan, scenarioId: 'a', circle }, locator).sites[0]!.dwellings;
    const inPackage = city.sites.find(({ id }) => id === first)!.dwellings;
    expect(all.find(({ id }) => id === first)!.dwellings).toBe(999);
    expect(dwellingsFor('agsp')).toBe(999);
    expect(dwellingsFor('public')).toBe(inPackage);
    const { name } = plan.scenarios.a!;
    expect(scenarioLine(plan, 'a', 'agsp', t)).toEqual(['Szenario', name]);
    expect(scenarioLine(plan, 'a', 'public', t).join()).not.toContain(name);
    const open = structuredClone(plan);
    changeObject(open, { collection: 'scenarios', id: 'a', fields: { circle: 'public' } });
    expect(scenarioLine(open, 'a', 'public', t)).toEqual(['Szenario', name]);
    expect(scenarioLine(open, null, 'public', t)).toEqual(['Szenario', 'Bestand']);
  });

  it('is a GeoJSON file that says how much was left out', () => {
    const { sites } = siteRegisterForCircle(city, { plan, scenarioId: null, circle: 'public' }, locator);
    const header = [circleLine('public', 2, t)];
    const text = registerGeoJson(sites, { year: 2030, schoolCutOff: '06-30', header }, t);
    const file = JSON.parse(text) as GeoJSON.FeatureCollection & { header: Record<string, string> };
    expect(file.header).toEqual({ Kreis: 'öffentlich. 2 Einträge sind für diesen Kreis weggelassen.' });
    expect(file.features.map(({ id, geometry }) => [id, geometry.type])).toEqual([[first, 'Polygon']]);
    expect(file.features[0]!.properties).toMatchObject({ circle: 'öffentlich', codes: { circle: 'public' } });
    expect(text).not.toContain(second);
  });
});
