import '../../i18n/later-texts.ts';
import type { Texts } from '../../i18n/translate.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { ObjectOf, Plan } from '../../plan/plan.ts';
import { circleOf, planForCircle } from '../../plan/readers/circles.ts';
import { partsOfScenario, type ScenarioParts } from '../../plan/readers/scenario-parts.ts';
import { findObject } from '../../plan/require-object.ts';
import type { Circle } from '../../plan/types/common.ts';
import type { ComparedRow } from '../../questions/measures/compare-rows.ts';
import { circleWord, geoJsonText } from '../circle-text.ts';
import type { Table, TableCell, TableColumn } from '../gap-table.ts';
import type { HeaderLine } from '../header-block.ts';
import { unitWord } from '../scenario-summary.ts';
import { measureName } from './measure-name.ts';

type Measure = ObjectOf<'measures'>;

/** The measures of a scenario as a circle may see them. */
export interface MeasuresForCircle {
  /** Only what the circle may see. */
  readonly plan: Plan;
  readonly parts: ScenarioParts;
  readonly leftOut: number;
  /** The circle may not see the scenario, and so nothing of it. */
  readonly isHidden: boolean;
}

/** The measures of a scenario cut down to what a circle may see: nothing else of the plan shows through them either. */
export function measuresForCircle(plan: Plan, scenarioId: string, circle: Circle): MeasuresForCircle {
  const all = partsOfScenario(plan, scenarioId).measures;
  const { plan: seen } = planForCircle(plan, circle);
  const parts = partsOfScenario(seen, scenarioId);
  return {
    plan: seen,
    parts,
    leftOut: all.length - parts.measures.length,
    isHidden: findObject(seen, 'scenarios', scenarioId) === null,
  };
}

/** Where a measure acts, as the city knows it. */
export interface MeasurePlace {
  /** What the house of the city is called; `null` = it acts on none of the city's, or it is not known. */
  readonly house: string | null;
  /** Name of the smallest district; `null` = not known. */
  readonly district: string | null;
  readonly position: readonly [lon: number, lat: number] | null;
}

interface Ground {
  readonly seen: MeasuresForCircle;
  readonly placeOf: (measure: Measure) => MeasurePlace;
  readonly catalogue: readonly Indicator[];
}

const COLUMNS = [
  'name',
  'kind',
  'status',
  'house',
  'district',
  'offers',
  'from',
  'to',
  'cost',
  'funding',
  'fundingNote',
  'reason',
  'pilot',
  'catchment',
  'need',
  'site',
  'circle',
  'id',
] as const;
type ColumnKey = (typeof COLUMNS)[number];

/** Columns that a printed page has room for. */
export const PRINTED_MEASURES: readonly ColumnKey[] = [
  'name',
  'kind',
  'status',
  'district',
  'offers',
  'from',
  'cost',
  'funding',
  'circle',
];

function columnLabel(key: ColumnKey, t: Texts): string {
  switch (key) {
    case 'circle':
      return t('circle.title');
    case 'cost':
    case 'from':
    case 'to':
    case 'name':
    case 'kind':
    case 'status':
    case 'house':
    case 'offers':
    case 'funding':
    case 'reason':
    case 'pilot':
    case 'catchment':
      return t(`measures.${key}`);
    default:
      return t(`measures.column-${key}`);
  }
}

/** Whether a new school has a Schulbezirk, and why it is not as it was proposed; who changed it is no matter of those who read it. */
function catchmentText({ catchment, catchmentEdit }: Measure, t: Texts): string {
  if (!catchment) return '';
  if (!catchmentEdit) return t('measures.catchment-proposed');
  return t('measures.catchment-changed', { reason: catchmentEdit.reason });
}

function cellsOf(
  measure: Measure,
  { seen, placeOf, catalogue }: Ground,
  t: Texts,
): Readonly<Record<ColumnKey, TableCell>> {
  const { plan, parts } = seen;
  const offers = parts.offersOf(measure.id);
  const place = placeOf(measure);
  const day = (iso: string | null) => (iso === null ? '' : t.format.date(iso));
  return {
    name: measureName(measure, offers, t, place.house),
    kind: t(`measures.kind-${measure.kind}`),
    status: t(`measures.status-${measure.status}`),
    house: measure.kind === 'add' ? '' : houseName(measure, place, seen, t),
    district: place.district,
    offers: offers.map((offer) => offerText(measure, offer, catalogue, t)).join(', '),
    from: day(measure.from),
    to: day(measure.to),
    cost: measure.costEuro,
    funding: measure.funding === null ? null : t(`measures.funding-${measure.funding}`),
    fundingNote: measure.fundingNote ?? '',
    reason: measure.reason ?? '',
    pilot: t(measure.pilot ? 'details.yes' : 'details.no'),
    catchment: catchmentText(measure, t),
    need:
      (measure.needId === null ? null : findObject(plan, 'needs', measure.needId)?.title) ??
      (measure.bundleId === null ? null : findObject(plan, 'bundles', measure.bundleId)?.name) ??
      '',
    site: measure.siteId === null ? '' : (findObject(plan, 'sites', measure.siteId)?.name ?? ''),
    circle: circleWord(circleOf(plan, 'measures', measure), t),
    id: measure.id,
  };
}

/** A house of the city, or one that a measure brings which the circle may see. */
function houseName(
  { houseId }: Measure,
  { house }: MeasurePlace,
  { parts }: MeasuresForCircle,
  t: Texts,
): string | null {
  const bringing = parts.measures.find(({ id }) => id === houseId);
  return bringing === undefined ? house : measureName(bringing, parts.offersOf(bringing.id), t);
}

/** "20 Plätze Kita U3"; of what is closed only the service. */
export function offerText(
  { kind }: Pick<Measure, 'kind'>,
  { service, capacity }: Pick<ObjectOf<'measureOffers'>, 'service' | 'capacity'>,
  catalogue: readonly Indicator[],
  t: Texts,
): string {
  if (kind === 'close') return t(`service.${service}`);
  return t('measures.gives', {
    value: capacity === null ? t('missing.short') : t.format.number(capacity),
    unit: unitWord(service, catalogue, t),
    service: t(`service.${service}`),
  });
}

/** The measures as a table for CSV, XLSX and print. */
export function measureTable(ground: Ground, t: Texts): Table {
  const { measures } = ground.seen.parts;
  const columns = COLUMNS.map((key): TableColumn => {
    const label = columnLabel(key, t);
    const kind = key === 'cost' ? 'number' : 'text';
    return { key, label, why: label, kind, unit: null, digits: 0, group: '' };
  });
  const costs = measures.flatMap(({ costEuro, status }) =>
    costEuro === null || status === 'dropped' ? [] : [costEuro],
  );
  const cost = costs.length === 0 ? null : costs.reduce((sum, euro) => sum + euro, 0);
  return {
    columns,
    rows: measures.map((measure) => ({ id: measure.id, level: 1, cells: cellsOf(measure, ground, t) })),
    total: {
      id: 'total',
      level: 0,
      cells: {
        ...Object.fromEntries(COLUMNS.map((key) => [key, ''])),
        name: t.count('measures.total', measures.length),
        cost,
      },
    },
  };
}

/** The measures as GeoJSON text (WGS 84), each at its place or that of its house. */
export function measuresGeoJson(ground: Ground, header: readonly HeaderLine[], t: Texts): string {
  const features = ground.seen.parts.measures.map((measure) => {
    const { id, ...cells } = cellsOf(measure, ground, t);
    const position = measure.position ?? ground.placeOf(measure).position;
    const { kind, status, funding, from, to, circle } = measure;
    return {
      type: 'Feature',
      id: String(id),
      geometry: position === null ? null : { type: 'Point', coordinates: [...position] },
      properties: { ...cells, codes: { kind, status, funding, from, to, circle } },
    };
  });
  return geoJsonText(features, header);
}

/** Two scenarios compared as a table: the city first, then what differs, as the screen shows it. */
export function compareTable(city: ComparedRow, rows: readonly ComparedRow[], t: Texts): Table {
  const number = (value: number | null) => (value === null ? null : Math.round(value) || 0);
  const cells = ({ name, capacity, closed, balance }: ComparedRow) => ({
    name,
    capacity: number(capacity),
    missing: number(closed === null ? null : -closed),
    balance: number(balance),
  });
  const column = (key: string, label: string, kind: TableColumn['kind']): TableColumn => {
    return { key, label, why: label, kind, unit: null, digits: 0, group: '' };
  };
  return {
    columns: [
      column('name', t('compare.district'), 'text'),
      column('capacity', t('compare.places'), 'number'),
      column('missing', t('compare.missing'), 'number'),
      column('balance', t('compare.balance'), 'number'),
    ],
    rows: rows.map((row) => ({ id: row.id, level: row.level, cells: cells(row) })),
    total: { id: city.id, level: 0, cells: cells(city) },
  };
}
