import { describe, expect, it } from 'vitest';
import '../../../src/i18n/later-texts.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import type { RegisterSite } from '../../../src/questions/sites/site-calls.ts';
import { siteRegister } from '../../../src/questions/sites/site-register.ts';
import {
  countsText,
  FIRST_REGISTER_FILTER,
  filterSites,
  registerTable,
  sortSites,
} from '../../../src/report/sites/register-table.ts';
import { toCsv } from '../../../src/report/table-text.ts';
import { createDistrictLocator } from '../../../src/shared/geometry/district-locator.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';

const city = tinyCity();
const { sites } = siteRegister(city, { plan: null, scenarioId: null }, createDistrictLocator(city.districts));
const [garden, dam] = sites as [RegisterSite, RegisterSite];
const t = createTexts('de');
const names = (found: readonly RegisterSite[]) => found.map(({ name }) => name);
const filtered = (change: Partial<typeof FIRST_REGISTER_FILTER>, changed: readonly string[] = []) =>
  names(filterSites(sites, { ...FIRST_REGISTER_FILTER, ...change }, new Set(changed)));

describe('the register of sites', () => {
  it('says where a site lies and how large it is', () => {
    expect(garden.path.map(({ name }) => name)).toEqual(['Ost', 'Ost-Nord']);
    // 80 m × 80 m.
    expect(garden.areaSquareMeters).toBeCloseTo(6400, -1);
    expect(garden).toMatchObject({
      origin: 'package',
      sourceName: 'Jugendamt Zehnblock',
      shareOnTop: 1,
      leftOut: false,
    });
  });

  it('is narrowed down by name, district, stage, year and what the plan changed', () => {
    expect(filtered({})).toEqual(['Alte Gärtnerei', 'Bahndamm Süd']);
    expect(filtered({ text: 'gartn' })).toEqual(['Alte Gärtnerei']);
    expect(filtered({ district: 'amt:21' })).toEqual(['Bahndamm Süd']);
    expect(filtered({ fromStage: 5 })).toEqual(['Bahndamm Süd']);
    // Bahndamm Süd states no year: it is in no range of years.
    expect(filtered({ fromYear: 2029 })).toEqual(['Alte Gärtnerei']);
    expect(filtered({ toYear: 2028 })).toEqual([]);
    expect(filtered({ changedSince: '2026-01-01' }, ['bauvorhaben:2'])).toEqual(['Bahndamm Süd']);
  });

  it('says whether a site counts: by its stage, and not where a scenario leaves it out', () => {
    const at = (change: Partial<RegisterSite>) => countsText({ ...garden, ...change }, 5, createTexts('de'));
    expect(at({ stage: 5 })).toBe('zählt in den Zahlen mit');
    expect(at({ stage: 4 })).toBe('zählt nach seinem Stand noch nicht mit');
    expect(at({ stage: 5, leftOut: true })).toBe('zählt in diesem Szenario nicht mit');
  });

  it('puts what is not stated last, in both directions', () => {
    for (const direction of ['ascending', 'descending'] as const) {
      expect(names(sortSites(sites, { key: 'dwellings', direction }))).toEqual(['Alte Gärtnerei', 'Bahndamm Süd']);
    }
    expect(names(sortSites(sites, { key: 'stage', direction: 'descending' }))).toEqual([
      'Bahndamm Süd',
      'Alte Gärtnerei',
    ]);
  });

  it('is a table with what every department asks for; what is missing stays missing', () => {
    const table = registerTable(sites, { year: 2031, schoolCutOff: '06-30' }, t);
    const [first, second] = table.rows;
    expect(first!.cells).toMatchObject({
      name: 'Alte Gärtnerei',
      district: 'Ost',
      quarter: 'Ost-Nord',
      stageName: 'Rahmenplan oder Wettbewerb',
      dwellings: 120,
      dwellingsLost: 0,
      subsidised: 0.3,
      firstYear: '2029',
      phases: '2029: 50\u202f%, 2030: 50\u202f%',
      nextDate: '30.11.2026',
      origin: 'Stadtpaket',
    });
    // 288 residents, of whom between 3 and 6 % are under 3 in the third year.
    expect(first!.cells.under3).toBeGreaterThan(288 * 0.03);
    expect(first!.cells.under3).toBeLessThan(288 * 0.06);
    expect(second!.cells).toMatchObject({
      dwellings: null,
      under3: null,
      firstYear: null,
      state: 'ruht, nach § 34 BauGB, ohne Bebauungsplan',
    });
    expect(table.total.cells).toMatchObject({ dwellings: 120, name: 'Summe, 2 Vorhaben' });
  });

  it('is a file with words instead of empty cells', () => {
    const csv = toCsv(registerTable([dam], { year: 2031, schoolCutOff: '06-30' }, t), [], t);
    const line = csv.split('\r\n')[1]!.split(';');
    expect(line[0]).toBe('Bahndamm Süd');
    expect(line.filter((cell) => cell === 'k. A.').length).toBeGreaterThan(8);
  });
});
