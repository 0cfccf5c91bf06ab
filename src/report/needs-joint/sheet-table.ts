import type { Texts } from '../../i18n/translate.ts';
import type { ObjectOf, Plan } from '../../plan/plan.ts';
import { circleOf, maySee } from '../../plan/readers/circles.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import type { Circle } from '../../plan/types/common.ts';
import type { PlacedNeed } from '../../questions/needs/need-calls.ts';
import { ASKING_STATUSES, type NeedSheet, type SheetRow, type SheetStep } from '../../questions/needs/need-sheet.ts';
import type { Table, TableCell, TableColumn, TableRow } from '../gap-table.ts';
import { serviceName, unitText } from './words.ts';

/** The Bedarfsblatt as a table: a row per service and year, the four figures side by side. */
export function sheetTable(sheet: NeedSheet, t: Texts): Table {
  return {
    columns: sheetColumns(t),
    rows: sheet.rows.map((row) => rowOf(row, t)),
    total: { id: 'total', level: 0, cells: { ...EMPTY, service: versionText(sheet, t) } },
  };
}

const KEYS = [
  'year',
  'unit',
  'computed',
  'figure',
  'demand',
  'capacity',
  'reported',
  'needs',
  'agreed',
  'decided',
  'difference',
];
const EMPTY = Object.fromEntries(KEYS.map((key) => [key, '']));

/** The columns of a Bedarfsblatt. */
export function sheetColumns(t: Texts): readonly TableColumn[] {
  const column = (key: string, label: string, kind: TableColumn['kind'] = 'text'): TableColumn => ({
    key,
    label,
    why: '',
    kind,
    unit: null,
    digits: 0,
    group: '',
  });
  return [
    column('service', t('joint.sheet-service')),
    column('year', t('joint.sheet-year')),
    column('unit', t('joint.sheet-unit')),
    column('computed', t('joint.sheet-computed'), 'number'),
    column('figure', t('joint.sheet-figure')),
    column('demand', t('joint.sheet-demand'), 'number'),
    column('capacity', t('joint.sheet-capacity'), 'number'),
    column('reported', t('joint.sheet-reported'), 'number'),
    column('needs', t('joint.sheet-needs'), 'number'),
    column('agreed', t('joint.sheet-agreed'), 'number'),
    column('decided', t('joint.sheet-decided'), 'number'),
    column('difference', t('joint.sheet-difference')),
  ];
}

/** What the sheet of a borough and that of the city have in common in a row. */
type CommonRow = Pick<SheetRow, 'service' | 'year' | 'unit' | 'computed' | 'reported'>;

/** A row of a sheet with its own figures of the AGSP and the council, and what is said of the difference. */
export function sheetRowOf(
  { service, year, unit, computed, reported }: CommonRow,
  own: { readonly agreed: TableCell; readonly decided: TableCell; readonly difference: string },
  t: Texts,
): TableRow {
  return {
    id: `${service} ${year}`,
    level: 0,
    cells: {
      service: serviceName(service, t),
      year: String(year),
      unit: unitText(unit, t),
      computed: computed.value,
      figure: t(`joint.figure-${computed.figure}`),
      demand: computed.demand,
      capacity: computed.capacity,
      reported: reported.value,
      needs: reported.needIds.length,
      ...own,
    },
  };
}

function rowOf(row: SheetRow, t: Texts): TableRow {
  const figure = (found: ObjectOf<'agreedFigures'> | null) =>
    found === null || found.unit === row.unit ? (found?.value ?? null) : agreedText(found, t);
  const difference = differenceTexts(row, t).join('; ');
  return sheetRowOf(row, { agreed: figure(row.agreed), decided: figure(row.decided), difference }, t);
}

/** "60 Plätze", for a figure in another unit than the row's. */
export function agreedText({ value, unit }: Pick<ObjectOf<'agreedFigures'>, 'value' | 'unit'>, t: Texts): string {
  return t('joint.other-unit', { value, unit: unitText(unit, t) });
}

/** Every step between two figures in words, with what was said about it. */
export function differenceTexts(row: SheetRow, t: Texts): readonly string[] {
  return row.steps.map((step) => stepText(step, row, t));
}

function stepText({ from, to, difference }: SheetStep, { agreed, decided }: SheetRow, t: Texts): string {
  const names = { from: t(`joint.step-${from}`), to: t(`joint.step-${to}`) };
  const value = t.format.number(Math.abs(difference));
  const key = difference > 0 ? 'joint.step-more' : difference < 0 ? 'joint.step-less' : null;
  const step = key === null ? t('joint.step-equal', names) : t(key, { ...names, value });
  const explanation = (to === 'agreed' ? agreed : to === 'decided' ? decided : null)?.explanation ?? null;
  return explanation === null ? step : t('joint.step-explained', { step, explanation: explanation.replace(/\.$/, '') });
}

/** "Fassung 2 vom 09.07.2026". */
export function versionText({ version, on }: Pick<NeedSheet, 'version' | 'on'>, t: Texts): string {
  return on === null
    ? t('joint.sheet-no-version')
    : t('joint.sheet-version', { version: String(version), date: t.format.date(on) });
}

/** How many needs that ask and agreed figures of a district (`null` = of all) a circle may not see. */
export function leftOutOfSheet(
  plan: Plan,
  districtId: string | null,
  placed: readonly PlacedNeed[],
  circle: Circle,
): number {
  const here = new Set(placed.filter((need) => need.districtId === districtId).map(({ id }) => id));
  const hidden = <C extends 'needs' | 'agreedFigures'>(collection: C, object: ObjectOf<C>) =>
    !maySee(circle, circleOf(plan, collection, object));
  return (
    visibleObjects(
      plan,
      'needs',
      (need) =>
        (districtId === null || here.has(need.id)) && ASKING_STATUSES.includes(need.status) && hidden('needs', need),
    ).length +
    visibleObjects(
      plan,
      'agreedFigures',
      (figure) => (districtId === null || figure.districtId === districtId) && hidden('agreedFigures', figure),
    ).length
  );
}
