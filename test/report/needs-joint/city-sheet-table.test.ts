import { describe, expect, it } from 'vitest';
import '../../../src/i18n/later-texts.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import type { CitySheetRow } from '../../../src/questions/needs/city-sheet.ts';
import { citySheetTable, joinedTable, latestText, sumText } from '../../../src/report/needs-joint/city-sheet-table.ts';

const de = createTexts('de');
const en = createTexts('en');

const row: CitySheetRow = {
  service: 'jugendtreff',
  year: 2030,
  unit: 'places',
  computed: { value: 100, figure: 'missing', demand: 456, capacity: 300 },
  reported: { value: 1039, needIds: ['a', 'b'], needsWithoutQuantity: 0, needsWithoutDate: 1 },
  agreed: { value: 85, districts: 2 },
  decided: { value: null, districts: 0 },
};
const sheet = { rows: [row], districts: 23, on: '2026-07-01' };

describe('the Bedarfsblatt of the city to take away', () => {
  it('has the sums, in how many boroughs something is agreed, and the day of the latest figure', () => {
    const { rows, total } = citySheetTable(sheet, de);
    expect(rows[0]!.cells).toMatchObject({
      service: 'Jugendtreff',
      year: '2030',
      computed: 100,
      demand: 456,
      capacity: 300,
      reported: 1039,
      needs: 2,
      agreed: 85,
      decided: null,
      difference: 'vereinbart in 2 von 23 Stadtbezirken',
    });
    expect(total.cells.service).toBe('Letzte Zahl vom 01.07.2026');
    expect(sumText('agreed', row, 23, en)).toBe('agreed in 2 of 23 boroughs');
    expect(sumText('decided', row, 23, en)).toBe(null);
    expect(latestText({ on: null }, en)).toBe('No agreed figures yet');
  });

  it('stands among those of its boroughs as one list, each row with its name and an id of its own', () => {
    const table = citySheetTable(sheet, de);
    const parts = ['Mitte', 'Nord'].map((name) => ({ name, table }));
    const { columns, rows, total } = joinedTable(parts, 'Stadtbezirk', '2 Blätter', de);
    expect(columns[0]).toMatchObject({ key: 'district', label: 'Stadtbezirk' });
    expect(columns).toHaveLength(table.columns.length + 1);
    expect(rows.map(({ id, cells }) => [id, cells.district, cells.computed])).toEqual([
      ['Mitte jugendtreff 2030', 'Mitte', 100],
      ['Nord jugendtreff 2030', 'Nord', 100],
    ]);
    expect([total.cells.district, total.cells.computed]).toEqual(['2 Blätter', '']);
  });
});
