import '../../i18n/later-texts.ts';
import type { Feature, Geometry } from 'geojson';
import type { Texts } from '../../i18n/translate.ts';
import type { Plan } from '../../plan/plan.ts';
import { circleOfSite, maySee, planForCircle, seesAll } from '../../plan/readers/circles.ts';
import type { Circle } from '../../plan/types/common.ts';
import type { NeedPlaceFacts } from '../../questions/need-places.ts';
import { geoJsonText, leftOutText } from '../circle-text.ts';
import type { Table, TableCell, TableColumn } from '../gap-table.ts';
import type { HeaderLine } from '../header-block.ts';
import { type Need, type NeedRow, needRows, type RowContext } from './need-rows.ts';
import { codeText, evidenceText, fieldText, placeText, requirementText, restText, unitText } from './need-text.ts';

/** Needs as a circle may see them. */
export interface NeedsForCircle {
  readonly circle: Circle;
  readonly rows: readonly NeedRow[];
  /** Needs that were asked for and that the circle may not see. */
  readonly leftOut: number;
  /** Places (sites and plots of the plan) that it may not see: the need is there, its place is not. */
  readonly placesLeftOut: number;
  /** The circle may see all that there is, so also a picture of the map. */
  readonly seesAll: boolean;
}

/** Where a need lies, without what a hidden object would tell. */
const HIDDEN_PLACE: NeedPlaceFacts = {
  name: null,
  position: null,
  path: [],
  touches: [],
  outside: false,
  partlyOutside: false,
  unknown: true,
};

/** The needs asked for, cut down to what a circle may see: nothing else of the plan shows through them either. */
export function needsForCircle(
  plan: Plan,
  circle: Circle,
  asked: readonly NeedRow[],
  context: RowContext,
): NeedsForCircle {
  const { plan: seen } = planForCircle(plan, circle);
  const hides = ({ place }: Need) =>
    (place.kind === 'site' && !maySee(circle, circleOfSite(plan, place.siteId))) ||
    (place.kind === 'plot' && Object.hasOwn(plan.plots, place.plotId) && !Object.hasOwn(seen.plots, place.plotId));
  const placeOf = (need: Need) => (hides(need) ? HIDDEN_PLACE : context.placeOf(need));
  const byId = new Map(needRows(seen, { ...context, placeOf }).map((row) => [row.need.id, row]));
  const rows = asked.flatMap(({ need }) => byId.get(need.id) ?? []);
  return {
    circle,
    rows,
    leftOut: asked.length - rows.length,
    placesLeftOut: rows.filter(({ need }) => hides(need)).length,
    seesAll: seesAll(plan, circle),
  };
}

/** "Für den Kreis „Rat nichtöffentlich“. 12 Bedarfe engerer Kreise sind nicht enthalten." */
export function needsCircleText({ circle, leftOut, placesLeftOut }: NeedsForCircle, t: Texts): string {
  return [
    t('needs.circle-for', { circle: codeText(circle, t) }),
    leftOutText(leftOut, t, 'needs.left-out'),
    ...(placesLeftOut === 0 ? [] : [t.count('needs.places-left-out', placesLeftOut)]),
  ].join(' ');
}

/** The lines above an exported list. */
export function needsHeader(
  given: {
    readonly cityName: string;
    readonly edition: string;
    readonly planName: string;
    /** The line that names it (see `scenarioLine`). */
    readonly scenario: HeaderLine;
    /** What narrows the list down, in words. */
    readonly filters: readonly string[];
    /** ISO day. */
    readonly on: string;
    readonly seen: NeedsForCircle;
  },
  t: Texts,
): readonly HeaderLine[] {
  return [
    [t('report-header.city'), t('report-header.edition', { city: given.cityName, edition: given.edition })],
    [t('report-header.question'), t('needs.export-question', { plan: given.planName, date: t.format.date(given.on) })],
    given.scenario,
    [t('report-header.filters'), given.filters.length === 0 ? t('report-header.no-filters') : given.filters.join('; ')],
    [fieldText('circle', t), needsCircleText(given.seen, t)],
  ];
}

type Cells = Readonly<Record<string, TableCell>>;

/** Columns of files in their order; `number` ones hold numbers. */
const COLUMNS = [
  'title',
  'departmentId',
  'status',
  'urgency',
  'service',
  'topic',
  'targetGroup',
  'quantity',
  'unit',
  'rest',
  'roomSquareMeters',
  'plotSquareMeters',
  'place',
  'district',
  'requirements',
  'requirementNote',
  'neededBy',
  'overdue',
  'reasonKind',
  'reason',
  'reference',
  'evidence',
  'combinable',
  'combinableNote',
  'voices',
  'bundles',
  'contactRole',
  'links',
  'circle',
  'reportedAt',
  'id',
] as const;
const NUMBERS: ReadonlySet<string> = new Set(['quantity', 'roomSquareMeters', 'plotSquareMeters']);

function columnLabel(key: (typeof COLUMNS)[number], t: Texts): string {
  switch (key) {
    case 'rest':
    case 'district':
    case 'overdue':
    case 'voices':
    case 'bundles':
    case 'reportedAt':
    case 'id':
      return t(`needs.column-${key}`);
    default:
      return fieldText(key, t);
  }
}

function cellsOf(row: NeedRow, t: Texts): Cells {
  const { need } = row;
  const day = (iso: string | null) => (iso === null ? null : t.format.date(iso.slice(0, 10)));
  return {
    title: need.title,
    departmentId: row.department,
    status: codeText(need.status, t),
    urgency: codeText(need.urgency, t),
    service: need.service === null ? '' : t(`service.${need.service}`),
    topic: need.topic ?? '',
    targetGroup: need.targetGroup,
    quantity: need.quantity,
    unit: unitText(need.unit, t),
    rest: restText(row, t) ?? '',
    roomSquareMeters: need.roomSquareMeters,
    plotSquareMeters: need.plotSquareMeters,
    place: placeText(row, t),
    district: row.place?.path.map(({ name }) => name).join(' · ') ?? '',
    requirements: need.requirements.map((code) => requirementText(code, t)).join(', '),
    requirementNote: need.requirementNote ?? '',
    neededBy: day(need.neededBy),
    overdue: row.overdue ? t('needs.overdue') : '',
    reasonKind: need.reasonKind === null ? null : codeText(need.reasonKind, t),
    reason: need.reason,
    reference: need.reference ?? '',
    evidence: evidenceText(need.evidence, t) ?? '',
    combinable: need.combinable === null ? null : t(need.combinable ? 'details.yes' : 'details.no'),
    combinableNote: need.combinableNote ?? '',
    voices: row.voices.map(({ kind, sentence }) => `${codeText(kind, t)}: ${sentence}`).join(' | '),
    bundles: row.bundles.join(', '),
    contactRole: need.contactRole,
    links: need.links.join(' '),
    circle: codeText(need.circle, t),
    reportedAt: day(row.reportedAt),
    id: need.id,
  };
}

/** The needs as a table for CSV and XLSX. */
export function needsTable(rows: readonly NeedRow[], t: Texts): Table {
  const columns = COLUMNS.map((key): TableColumn => {
    const label = columnLabel(key, t);
    return { key, label, why: label, kind: NUMBERS.has(key) ? 'number' : 'text', unit: null, digits: 0, group: '' };
  });
  return {
    columns,
    rows: rows.map((row) => ({ id: row.need.id, level: 1, cells: cellsOf(row, t) })),
    total: {
      id: 'total',
      level: 0,
      cells: { ...Object.fromEntries(COLUMNS.map((key) => [key, ''])), title: t.count('needs.total', rows.length) },
    },
  };
}

/**
 * The needs as GeoJSON text (WGS 84). Points and areas as they were drawn; districts, sites and plots as a point inside; needs of the whole
 * city without geometry. What the lines above a table say stands under `header`.
 */
export function needsGeoJson(rows: readonly NeedRow[], header: readonly HeaderLine[], t: Texts): string {
  const features = rows.map((row): Feature<Geometry | null> => {
    const { place } = row.need;
    const position = place.kind === 'point' ? place.position : row.place?.position;
    const geometry: Geometry | null =
      place.kind === 'area'
        ? (place.geometry as Geometry)
        : position == null
          ? null
          : { type: 'Point', coordinates: [...position] };
    const { id, ...cells } = cellsOf(row, t);
    const { status, urgency, service, circle, departmentId, neededBy } = row.need;
    const properties = { ...cells, codes: { status, urgency, service, circle, departmentId, neededBy } };
    return { type: 'Feature', id: String(id), geometry, properties };
  });
  return geoJsonText(features, header);
}
