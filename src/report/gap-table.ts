import '../i18n/later-texts.ts';
import type { Texts } from '../i18n/translate.ts';
import type { Indicator, Model } from '../indicators/indicator.ts';
import { foldText } from '../questions/fold-text.ts';
import type { GapYears } from '../questions/gap-map/gap-calls.ts';
import { type Trend, trendKey, trends } from '../questions/gap-map/trend.ts';
import { entitledShare } from '../questions/gaps/gap-demand.ts';
import type { GapResult, GapRow } from '../questions/gaps/gap-request.ts';
import { housesWanted } from '../questions/gaps/houses-wanted.ts';
import { houseGroupByService } from '../shared/services.ts';
import { capitalised } from './words.ts';

/** `grade` cells hold the word of the grade; `share` cells a share of 1; `number` cells a figure in `unit`. */
export type ColumnKind = 'text' | 'number' | 'share' | 'grade';

export interface TableColumn {
  readonly key: string;
  readonly label: string;
  /** What the column tells and when it is missing. */
  readonly why: string;
  readonly kind: ColumnKind;
  /** In words, "Plätze"; `null` = none. */
  readonly unit: string | null;
  /** Decimals when shown; files hold the exact value. */
  readonly digits: number;
  /** Heading over several columns. */
  readonly group: string;
  /** The figure whose rule explains the column; absent where it has none. */
  readonly rule?: keyof GapRow;
}

/** `null` = keine Angabe. */
export type TableCell = string | number | null;

export interface TableRow {
  readonly id: string;
  readonly level: number;
  readonly cells: Readonly<Record<string, TableCell>>;
}

export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** The row of the whole city. */
  readonly total: TableRow;
}

export interface GapTableInput {
  readonly result: GapResult;
  /** For the trend; `null` = not computed (yet), then there are no trend columns. */
  readonly years: GapYears | null;
  readonly indicator: Indicator;
  /** Level of the rows; 0 = only the city. */
  readonly level: number;
  /** Published waiting list by district id (and city id); `null` = the package has none for the service. */
  readonly waitingLists: ReadonlyMap<string, number> | null;
}

type Unit = 'service' | 'persons' | 'houses' | 'cells' | 'per-hundred' | 'points' | null;

type ColumnKey =
  | Exclude<
      keyof GapRow,
      'id' | 'level' | 'parent' | 'pointsNotConnected' | 'personsWithinReach' | 'demandWithinReach' | 'served'
    >
  | 'supplyTarget'
  | 'personsOutOfReach'
  | 'housesWanted'
  | 'houseBalance'
  | 'waitingList'
  | 'trend5'
  | 'trend10'
  | 'grade';

interface ColumnSpec {
  readonly key: ColumnKey;
  readonly group: 'place' | 'demand' | 'supply' | 'reach' | 'trend' | 'data';
  readonly models: readonly Model[];
  readonly kind: ColumnKind;
  readonly unit: Unit;
  readonly digits: number;
}

const ALL: readonly Model[] = ['allocation', 'catchment', 'balance', 'area', 'reach', 'count'];
const WITH_PLACES: readonly Model[] = ['allocation', 'catchment', 'balance'];
const WITH_REACH: readonly Model[] = ['allocation', 'catchment', 'area', 'reach'];

function spec(
  key: ColumnKey,
  group: ColumnSpec['group'],
  models: readonly Model[],
  unit: Unit,
  kind: ColumnKind = 'number',
  digits = 0,
): ColumnSpec {
  return { key, group, models, kind, unit, digits };
}

/** Every column in its order, and the models that define it. */
const COLUMNS: readonly ColumnSpec[] = [
  spec('name', 'place', ALL, null, 'text'),
  spec('persons', 'demand', ALL, 'persons'),
  spec('demand', 'demand', [...WITH_PLACES, 'area'], 'service'),
  spec('waitingList', 'demand', ALL, 'persons'),
  spec('capacity', 'supply', WITH_PLACES, 'service'),
  spec('balance', 'supply', WITH_PLACES, 'service'),
  spec('supplyRate', 'supply', WITH_PLACES, 'per-hundred', 'number', 1),
  spec('supplyTarget', 'supply', WITH_PLACES, 'per-hundred', 'number', 1),
  spec('capacitySecured', 'supply', WITH_PLACES, 'service'),
  spec('capacityPlanned', 'supply', WITH_PLACES, 'service'),
  spec('capacityNotAvailable', 'supply', WITH_PLACES, 'service'),
  spec('housesWanted', 'supply', ['count'], 'houses', 'number', 1),
  spec('houseBalance', 'supply', ['count'], 'houses', 'number', 1),
  spec('demandMet', 'reach', ['allocation', 'area'], null, 'share', 1),
  spec('missing', 'reach', ['allocation', 'area'], 'service'),
  spec('free', 'reach', ['allocation'], 'service'),
  spec('noPlace', 'reach', ['allocation'], 'service'),
  spec('outOfReach', 'reach', ['allocation'], 'service'),
  spec('coverage', 'reach', WITH_REACH, null, 'share', 1),
  spec('personsOutOfReach', 'reach', ['catchment', 'area', 'reach'], 'persons'),
  spec('trend5', 'trend', ALL, 'service'),
  spec('trend10', 'trend', ALL, 'service'),
  spec('houses', 'data', ALL, 'houses'),
  spec('housesWithoutCapacity', 'data', WITH_PLACES, 'houses'),
  spec('pointsAtBorder', 'data', WITH_REACH, 'cells'),
  spec('pointsMissing', 'data', ALL, 'cells'),
  spec('grade', 'data', ALL, null, 'grade'),
];

/** The figures that rules explain, among the columns. */
const WITHOUT_RULE: ReadonlySet<ColumnKey> = new Set([
  'capacitySecured',
  'capacityPlanned',
  'capacityNotAvailable',
  'name',
  'supplyTarget',
  'personsOutOfReach',
  'housesWanted',
  'houseBalance',
  'waitingList',
  'trend5',
  'trend10',
  'grade',
]);

/** Every district of a level with every figure that the model defines; the full equivalent of the map. Figures are exact, not rounded. */
export function gapTable(input: GapTableInput, t: Texts): Table {
  const { result, level, years, indicator } = input;
  const { year, variant } = result.request;
  const changes = years === null ? new Map() : trends(years, year, variant, trendOf(indicator.model).of);
  const specs = COLUMNS.filter((column) => isShown(column, input));
  const rows = level === 0 ? [] : (result.levels.find((all) => all[0]?.level === level) ?? []);
  const toRow = (row: GapRow): TableRow => ({
    id: row.id,
    level: row.level,
    cells: Object.fromEntries(specs.map(({ key }) => [key, cellOf(key, row, input, changes, t)])),
  });
  const city = result.levels[0]![0]!;
  return { columns: specs.map((column) => columnOf(column, input, t)), rows: rows.map(toRow), total: toRow(city) };
}

function isShown({ key, models }: ColumnSpec, { indicator, years, waitingLists }: GapTableInput): boolean {
  if (!models.includes(indicator.model)) return false;
  // Areas belong to the city, not to a district: 0 areas in a district would be a false figure.
  const isArea = houseGroupByService(indicator.service) === null;
  if (isArea && (key === 'houses' || key === 'housesWithoutCapacity')) return false;
  if (key === 'waitingList') return waitingLists !== null;
  return key === 'trend5' || key === 'trend10' ? years !== null : true;
}

function columnOf(column: ColumnSpec, input: GapTableInput, t: Texts): TableColumn {
  const { key, kind, digits } = column;
  const isTrend = key === 'trend5' || key === 'trend10';
  const unit = isTrend ? trendOf(input.indicator.model).unit : column.unit;
  return {
    key,
    label: key === 'capacity' ? capitalised(t(`report-places.${input.indicator.unit}`)) : t(`report-column.${key}`),
    why: isTrend ? trendWhy(key, input, t) : t(`report-why.${key}`),
    kind,
    unit: unit === null ? null : t(`report-unit.${unit === 'service' ? input.indicator.unit : unit}`),
    digits: isTrend ? trendOf(input.indicator.model).digits : digits,
    group: t(`report-group.${column.group}`),
    ...(WITHOUT_RULE.has(key) ? {} : { rule: key as keyof GapRow }),
  };
}

function cellOf(
  key: ColumnKey,
  row: GapRow,
  input: GapTableInput,
  changes: ReadonlyMap<string, Trend>,
  t: Texts,
): TableCell {
  const { result, indicator, waitingLists } = input;
  switch (key) {
    case 'grade':
      return t(`grade.${result.grade}`);
    case 'supplyTarget':
      return supplyTarget(indicator, result.request.year);
    case 'personsOutOfReach':
      return difference(row.persons, row.personsWithinReach);
    case 'housesWanted':
      return housesWanted(result, indicator, row);
    case 'houseBalance':
      return difference(row.houses, housesWanted(result, indicator, row));
    case 'waitingList':
      return waitingLists === null ? null : waitingListOf(row, result, waitingLists);
    case 'trend5':
      return changes.get(trendKey(row))?.after5 ?? null;
    case 'trend10':
      return changes.get(trendKey(row))?.after10 ?? null;
    default:
      return row[key];
  }
}

function difference(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

/** What the supply rate should be: units per 100 of the target group, as far as the claim is phased in. `null` = to be set by the city. */
export function supplyTarget(indicator: Indicator, year: number): number | null {
  return indicator.rate.value === null ? null : indicator.rate.value * entitledShare(indicator, year) * 100;
}

/** The city has its own figure, or the sum of its districts where every one of them has one. */
function waitingListOf(row: GapRow, result: GapResult, lists: ReadonlyMap<string, number>): number | null {
  const own = lists.get(row.id);
  if (own !== undefined) return own;
  const below = result.levels.find((rows) => rows[0]?.level === row.level + 1);
  const parts = below?.filter(({ parent }) => row.level === 0 || parent === row.id) ?? [];
  const values = parts.map(({ id }) => lists.get(id));
  if (values.length === 0 || values.includes(undefined)) return null;
  return values.reduce<number>((sum, value) => sum + value!, 0);
}

interface TrendFigure {
  readonly figure: 'balance' | 'demandMet' | 'coverage' | 'houses';
  readonly unit: Unit;
  readonly digits: number;
  readonly of: (row: GapRow) => number | null;
}

/** The figure whose change is the trend; shares change by percentage points. */
function trendOf(model: Model): TrendFigure {
  const hundred = (share: number | null) => (share === null ? null : share * 100);
  switch (model) {
    case 'allocation':
    case 'catchment':
    case 'balance':
      return { figure: 'balance', unit: 'service', digits: 0, of: (row) => row.balance };
    case 'area':
      return { figure: 'demandMet', unit: 'points', digits: 1, of: (row) => hundred(row.demandMet) };
    case 'reach':
      return { figure: 'coverage', unit: 'points', digits: 1, of: (row) => hundred(row.coverage) };
    case 'count':
      return { figure: 'houses', unit: 'houses', digits: 0, of: (row) => row.houses };
  }
}

function trendWhy(key: 'trend5' | 'trend10', { result, indicator }: GapTableInput, t: Texts): string {
  const { year } = result.request;
  return t('report-trend.why', {
    figure: t(`report-column.${trendOf(indicator.model).figure}`),
    year: String(year),
    later: String(year + (key === 'trend5' ? 5 : 10)),
  });
}

const COLLATOR = new Intl.Collator('de', { numeric: true });

/** Rows by a column; missing ones last in both directions, equal ones by id. */
export function sortRows(
  rows: readonly TableRow[],
  key: string,
  direction: 'ascending' | 'descending',
): readonly TableRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const left = a.cells[key] ?? null;
    const right = b.cells[key] ?? null;
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1;
    } else {
      const order =
        typeof left === 'number' && typeof right === 'number'
          ? left - right
          : COLLATOR.compare(String(left), String(right));
      if (order !== 0) return sign * order;
    }
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  });
}

/** Rows whose name contains a text; upper case, accents and umlauts do not matter. */
export function filterRows(rows: readonly TableRow[], text: string): readonly TableRow[] {
  const wanted = foldText(text);
  return wanted === '' ? rows : rows.filter(({ cells }) => foldText(String(cells.name ?? '')).includes(wanted));
}
