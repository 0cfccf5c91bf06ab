import { describe, expect, it } from 'vitest';
import '../../../src/i18n/later-texts.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { changeObject } from '../../../src/plan/actions/change-object.ts';
import type { Circle } from '../../../src/plan/types/common.ts';
import { circleLine } from '../../../src/report/circle-text.ts';
import {
  compareTable,
  measuresForCircle,
  measuresGeoJson,
  measureTable,
} from '../../../src/report/measures/measure-export.ts';
import { toCsv } from '../../../src/report/table-text.ts';
import { kita, measure, smallPlan } from '../../plan/plan-fixtures.ts';

const de = createTexts('de');
const en = createTexts('en');

/** A public scenario with two public measures, one for the AGSP and one of a department; the last brings a house that a public one closes. */
function openScenario() {
  const plan = smallPlan();
  changeObject(plan, { collection: 'scenarios', id: 'a', fields: { circle: 'public' } });
  addMeasure(plan, kita('open', { circle: 'public', costEuro: 4_000_000, name: '=Kita <b>' }));
  addMeasure(plan, kita('joint', { circle: 'agsp', costEuro: 1_000_000, name: 'Kita Verhandlung' }));
  addMeasure(plan, kita('inner', { circle: 'department', name: 'Kita Geheim' }));
  const closing = measure('closing', { kind: 'close', circle: 'public', name: '', houseId: 'inner', position: null });
  addMeasure(plan, { measure: closing, offers: [] });
  return plan;
}

const placeOf = () => ({ house: null, district: 'West', position: null });
const groundFor = (circle: Circle) => {
  const seen = measuresForCircle(openScenario(), 'a', circle);
  return { seen, placeOf, catalogue: DEFAULT_CATALOGUE };
};

describe('measures to take away', () => {
  it('are those that the circle may see, with the rest counted', () => {
    const count = (circle: Circle) => {
      const { parts, leftOut, isHidden } = groundFor(circle).seen;
      return [parts.measures.length, leftOut, isHidden];
    };
    expect(count('department')).toEqual([4, 0, false]);
    expect(count('agsp')).toEqual([3, 1, false]);
    expect(count('council')).toEqual([2, 2, false]);
    expect(count('public')).toEqual([2, 2, false]);
  });

  it('are nothing at all where the circle may not see their scenario', () => {
    const plan = openScenario();
    changeObject(plan, { collection: 'scenarios', id: 'a', fields: { circle: 'agsp' } });
    const seen = measuresForCircle(plan, 'a', 'public');
    expect(seen).toMatchObject({ leftOut: 4, isHidden: true });
    expect(seen.parts.measures).toEqual([]);
  });

  it('have what each costs and brings, and do not name a house of a narrower circle', () => {
    const table = measureTable(groundFor('public'), de);
    expect(table.rows.map(({ id }) => id)).toEqual(['open', 'closing']);
    expect(table.rows[0]!.cells).toMatchObject({
      kind: 'Neues Haus',
      district: 'West',
      offers: '20 Plätze Kita U3, 40 Plätze Kita Ü3',
      from: '01.09.2029',
      cost: 4_000_000,
      circle: 'öffentlich',
    });
    expect(table.rows[1]!.cells).toMatchObject({ name: 'Schließen', house: null });
    expect(measureTable(groundFor('department'), de).rows[3]!.cells.house).toBe('Kita Geheim');
    // 4,000,000 alone: what is left out costs nothing here.
    expect(table.total.cells).toMatchObject({ name: '2 Maßnahmen', cost: 4_000_000 });
    const csv = toCsv(table, [circleLine('public', 2, de)], de);
    expect(csv).toContain('Kreis;öffentlich. 2 Einträge sind für diesen Kreis weggelassen.');
    expect(csv).toContain("'=Kita <b>");
    expect(csv).not.toMatch(/Geheim|Verhandlung/);
  });

  it('say of a new school’s Schulbezirk whether it is as proposed, else why not, without the person', () => {
    const plan = smallPlan();
    const catchment = { type: 'Polygon' as const, coordinates: [[[9, 48], [9.1, 48], [9.1, 48.1], [9, 48]]] }; // biome-ignore format: a triangle
    const catchmentEdit = { by: 'Meier', at: '2026-03-01T09:30:00Z', reason: 'Bahnlinie' };
    addMeasure(plan, kita('none', {}));
    addMeasure(plan, kita('proposed', { catchment }));
    addMeasure(plan, kita('changed', { catchment, catchmentEdit }));
    const seen = measuresForCircle(plan, 'a', 'department');
    const { rows } = measureTable({ seen, placeOf, catalogue: DEFAULT_CATALOGUE }, de);
    expect(rows.map(({ cells }) => cells.catchment)).toEqual(['', 'wie vorgeschlagen', 'von Hand geändert: Bahnlinie']);
  });

  it('stand in GeoJSON at their places', () => {
    const text = measuresGeoJson(groundFor('public'), [circleLine('public', 2, en)], en);
    const file = JSON.parse(text) as GeoJSON.FeatureCollection;
    expect(file.features.map(({ id, geometry }) => [id, geometry])).toEqual([
      ['open', { type: 'Point', coordinates: [9.18, 48.78] }],
      ['closing', null],
    ]);
    expect(text).toContain('public. 2 entries are left out for this circle.');
    expect(text).not.toMatch(/Geheim|Verhandlung/);
  });
});

describe('two scenarios compared as a table', () => {
  it('have the city below the districts, in whole numbers with fewer missing places as a minus', () => {
    const row = { id: 'd', name: 'West', level: 1, capacity: 60.4, closed: 44.6, balance: null };
    const city = { ...row, id: 'city', name: 'Stadt', level: 0, capacity: 60, closed: 0.2, balance: 60 };
    const table = compareTable(city, [row], de);
    expect(table.rows.map(({ cells }) => cells)).toEqual([{ name: 'West', capacity: 60, missing: -45, balance: null }]);
    expect(table.total.cells).toEqual({ name: 'Stadt', capacity: 60, missing: 0, balance: 60 });
  });
});
