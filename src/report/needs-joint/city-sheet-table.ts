import type { Texts } from '../../i18n/translate.ts';
import type { CitySheet, CitySheetRow } from '../../questions/needs/city-sheet.ts';
import type { Table, TableRow } from '../gap-table.ts';
import { sheetColumns, sheetRowOf } from './sheet-table.ts';

/** The Bedarfsblatt of the whole city, with the columns of a borough's. */
export function citySheetTable(sheet: CitySheet, t: Texts): Table {
  return {
    columns: sheetColumns(t),
    rows: sheet.rows.map((row) => rowOf(row, sheet.districts, t)),
    total: totalRow(latestText(sheet, t), t),
  };
}

/** "vereinbart in 3 von 20 Stadtbezirken"; `null` = in none. */
export function sumText(kind: 'agreed' | 'decided', row: CitySheetRow, districts: number, t: Texts): string | null {
  const count = row[kind].districts;
  return count === 0 ? null : t(`joint.sum-${kind}`, { count, all: districts });
}

/** "Letzte Zahl vom 09.07.2026". */
export function latestText({ on }: Pick<CitySheet, 'on'>, t: Texts): string {
  return on === null ? t('joint.sheet-no-version') : t('joint.sheet-latest', { date: t.format.date(on) });
}

/** Tables of several boroughs (and the city) as one list, each row with the name of its own. */
export function joinedTable(
  parts: readonly { readonly name: string; readonly table: Table }[],
  heading: string,
  total: string,
  t: Texts,
): Table {
  const district = {
    key: 'district',
    label: heading,
    why: '',
    kind: 'text',
    unit: null,
    digits: 0,
    group: '',
  } as const;
  return {
    columns: [district, ...sheetColumns(t)],
    rows: parts.flatMap(({ name, table }) =>
      table.rows.map((row) => ({ ...row, id: `${name} ${row.id}`, cells: { ...row.cells, district: name } })),
    ),
    total: { ...totalRow('', t), cells: { ...totalRow('', t).cells, district: total } },
  };
}

function totalRow(text: string, t: Texts): TableRow {
  const cells = Object.fromEntries(sheetColumns(t).map(({ key }) => [key, '']));
  return { id: 'total', level: 0, cells: { ...cells, service: text } };
}

function rowOf(row: CitySheetRow, districts: number, t: Texts): TableRow {
  const { agreed, decided } = row;
  const sums = (['agreed', 'decided'] as const).flatMap((kind) => sumText(kind, row, districts, t) ?? []);
  return sheetRowOf(row, { agreed: agreed.value, decided: decided.value, difference: sums.join('; ') }, t);
}
