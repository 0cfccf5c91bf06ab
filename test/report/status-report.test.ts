import { describe, expect, it } from 'vitest';
import { createTexts } from '../../src/i18n/translate.ts';
import { type StatusArea, type StatusReportInput, statusReport } from '../../src/report/status-report.ts';
import { toCsv } from '../../src/report/table-text.ts';

const de = createTexts('de');
const en = createTexts('en');

const MITTE: StatusArea = {
  id: 'd:1',
  name: 'Mitte',
  level: 1,
  personsByAge: [600, 700],
  services: [
    {
      persons: 600,
      placesByForm: [120, 90],
      places: 240,
      housesWithoutPlaces: 0,
      decided: [
        { form: null, places: 20, year: 2028 },
        { form: 'GT', places: 40, year: 2027 },
      ],
      waitingList: 55,
    },
    { persons: 700, placesByForm: [], places: 630, housesWithoutPlaces: 2, decided: [], waitingList: null },
  ],
};

const NORD: StatusArea = {
  id: 'd:2',
  name: 'Nord',
  level: 1,
  personsByAge: [null, 0],
  services: [
    {
      persons: null,
      placesByForm: [0, null],
      places: 60,
      housesWithoutPlaces: 1,
      decided: [{ form: null, places: null, year: null }],
      waitingList: null,
    },
    { persons: 0, placesByForm: [], places: null, housesWithoutPlaces: 3, decided: [], waitingList: null },
  ],
};

const INPUT: StatusReportInput = {
  ageGroups: [
    { from: 0, to: 3 },
    { from: 6, to: 7 },
  ],
  services: [
    { service: 'kita-u3', forms: ['GT', null], targetPerHundred: 62, hasWaitingList: true },
    { service: 'kita-ue3', forms: [], targetPerHundred: null, hasWaitingList: false },
  ],
  districts: [MITTE, NORD],
  city: { ...MITTE, id: 'stadt', name: 'Musterstadt', level: 0 },
};

describe('the Sachstandsbericht', () => {
  const table = statusReport(INPUT, de);

  it('has a row per Stadtbezirk with ages, places by form, rates, decided places and waiting list', () => {
    expect(table.rows[0]!.cells).toEqual({
      name: 'Mitte',
      'age-0': 600,
      'age-1': 700,
      'kita-u3-form-0': 120,
      'kita-u3-form-1': 90,
      'kita-u3-places': 240,
      // 240 places for 600 children; with the 20 + 40 decided ones 300.
      'kita-u3-rate': 40,
      'kita-u3-target': 62,
      'kita-u3-decided': 60,
      'kita-u3-decided-list': '40 GT (2027) und 20 (2028)',
      'kita-u3-rate-with-decided': 50,
      'kita-u3-waiting': 55,
      'kita-u3-without': 0,
      'kita-ue3-places': 630,
      'kita-ue3-rate': 90,
      'kita-ue3-target': null,
      'kita-ue3-decided': 0,
      'kita-ue3-decided-list': 'keine',
      'kita-ue3-rate-with-decided': 90,
      'kita-ue3-without': 2,
    });
    expect(table.total).toMatchObject({ id: 'stadt', level: 0, cells: { name: 'Musterstadt', 'kita-u3-places': 240 } });
  });

  it('leaves missing what is missing, and never divides by nobody', () => {
    expect(table.rows[1]!.cells).toMatchObject({
      'age-0': null,
      'age-1': 0,
      'kita-u3-form-0': 0,
      'kita-u3-form-1': null,
      'kita-u3-rate': null,
      'kita-u3-decided': null,
      'kita-u3-decided-list': 'k. A. (ohne Jahr)',
      'kita-u3-rate-with-decided': null,
      'kita-u3-waiting': null,
      'kita-ue3-rate': null,
      'kita-ue3-without': 3,
    });
  });

  it('names its columns, each once, under the service they belong to', () => {
    const keys = table.columns.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(Object.keys(table.rows[0]!.cells).sort()).toEqual([...keys].sort());
    expect(table.columns.slice(0, 6).map(({ group, label, unit }) => [group, label, unit])).toEqual([
      ['Gebiet', 'Gebiet', null],
      ['Kinder nach Alter', '0 bis unter 3', 'Personen'],
      ['Kinder nach Alter', '6', 'Personen'],
      ['Kita U3', 'GT', 'Plätze'],
      ['Kita U3', 'Form ohne Angabe', 'Plätze'],
      ['Kita U3', 'Plätze insgesamt', 'Plätze'],
    ]);
    const english = statusReport(INPUT, en);
    expect(english.columns.find(({ key }) => key === 'kita-u3-rate-with-decided')).toEqual({
      key: 'kita-u3-rate-with-decided',
      label: 'Rate with decided',
      why: 'Existing and decided places per 100 of today’s target group. Missing where one of these is missing.',
      kind: 'number',
      unit: 'per 100',
      digits: 1,
      group: 'Day care under 3',
    });
    expect(english.rows[0]!.cells['kita-u3-decided-list']).toBe('40 GT (2027) and 20 (2028)');
    expect(english.rows[1]!.cells['kita-u3-decided-list']).toBe('n/a (no year)');
  });

  it('can be taken away like any other table', () => {
    const lines = toCsv(table, [], de).split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffGebiet;0 bis unter 3 \(Personen\);6 \(Personen\);GT \(Plätze\);/);
    expect(lines[0]).toContain(';Kita U3: Versorgungsquote (je 100);');
    expect(lines[0]).toContain(';Kita Ü3: Versorgungsquote (je 100);');
    expect(lines[0]).toContain(';Warteliste (Personen);');
    expect(lines[2]).toBe(
      'Nord;k. A.;0;0;k. A.;60;k. A.;62;k. A.;k. A. (ohne Jahr);k. A.;k. A.;1;k. A.;k. A.;k. A.;0;keine;k. A.;3',
    );
  });
});
