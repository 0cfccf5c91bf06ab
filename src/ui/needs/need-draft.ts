import type { Area } from '../../city/types.ts';
import type { Circle } from '../../plan/types/common.ts';
import type { Need, NeedContent } from '../../plan/types/needs.ts';
import type { NeedPlace, NeedPlaceFacts } from '../../questions/need-places.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import { polygonsInUnits, polygonsOf } from '../../shared/geometry/area.ts';
import { findInvalidity } from '../../shared/geometry/find-invalidity.ts';
import { type NumberStyle, type Parsed, parseDate, parseNumber } from '../../shared/german-numbers.ts';
import { type Problem, problem } from '../../shared/problem.ts';
import type { ServiceId } from '../../shared/services.ts';

export type PlaceKind = NeedPlace['kind'];

/** A need as it is typed; what cannot be read stays in its field. */
export interface NeedDraft {
  readonly title: string;
  /** Id in the plan; `''` = none, `new` = the one named beside it. */
  readonly departmentId: string;
  readonly departmentName: string;
  readonly kind: PlaceKind;
  readonly position: LonLat | null;
  readonly radius: string;
  readonly geometry: Area | null;
  readonly districtId: string;
  readonly siteId: string;
  readonly plotId: string;
  /** `''` = a qualitative need, which the topic names. */
  readonly service: ServiceId | '';
  readonly topic: string;
  readonly targetGroup: string;
  readonly quantity: string;
  readonly unit: string;
  readonly rooms: string;
  readonly plotSize: string;
  readonly requirements: readonly string[];
  readonly requirementNote: string;
  readonly neededBy: string;
  readonly urgency: Need['urgency'];
  readonly reasonKind: NonNullable<Need['reasonKind']> | '';
  readonly reason: string;
  readonly reference: string;
  readonly combinable: 'unknown' | 'yes' | 'no';
  readonly combinableNote: string;
  readonly contactRole: string;
  /** One to a line. */
  readonly links: string;
  readonly circle: Circle;
}

export const EMPTY_NEED: NeedDraft = {
  title: '',
  departmentId: '',
  departmentName: '',
  kind: 'point',
  position: null,
  radius: '',
  geometry: null,
  districtId: '',
  siteId: '',
  plotId: '',
  service: '',
  topic: '',
  targetGroup: '',
  quantity: '',
  unit: 'places',
  rooms: '',
  plotSize: '',
  requirements: [],
  requirementNote: '',
  neededBy: '',
  urgency: 'should',
  reasonKind: '',
  reason: '',
  reference: '',
  combinable: 'unknown',
  combinableNote: '',
  contactRole: '',
  links: '',
  circle: 'agsp',
};

function written(value: number | null, style: NumberStyle): string {
  if (value === null) return '';
  return style === 'de' ? String(value).replace('.', ',') : String(value);
}

/** A need of the plan as text fields; `day` writes a date in the way of the language. */
export function draftOfNeed(need: Need, style: NumberStyle, day: (iso: string) => string): NeedDraft {
  const { place } = need;
  return {
    title: need.title,
    departmentId: need.departmentId,
    departmentName: '',
    kind: place.kind,
    position: place.kind === 'point' ? (place.position as unknown as LonLat) : null,
    radius: place.kind === 'point' ? written(place.searchRadiusMeters, style) : '',
    geometry: place.kind === 'area' ? (place.geometry as Area) : null,
    districtId: place.kind === 'district' ? place.districtId : '',
    siteId: place.kind === 'site' ? place.siteId : '',
    plotId: place.kind === 'plot' ? place.plotId : '',
    service: need.service ?? '',
    topic: need.topic ?? '',
    targetGroup: need.targetGroup ?? '',
    quantity: written(need.quantity, style),
    unit: need.unit ?? '',
    rooms: written(need.roomSquareMeters, style),
    plotSize: written(need.plotSquareMeters, style),
    requirements: need.requirements,
    requirementNote: need.requirementNote ?? '',
    neededBy: need.neededBy === null ? '' : day(need.neededBy),
    urgency: need.urgency,
    reasonKind: need.reasonKind ?? '',
    reason: need.reason ?? '',
    reference: need.reference ?? '',
    combinable: need.combinable === null ? 'unknown' : need.combinable ? 'yes' : 'no',
    combinableNote: need.combinableNote ?? '',
    contactRole: need.contactRole ?? '',
    links: need.links.join('\n'),
    circle: need.circle,
  };
}

/** The place that a draft says; `null` = none yet, or one that cannot be read. */
export function placeOfDraft(draft: NeedDraft, style: NumberStyle): NeedPlace | null {
  switch (draft.kind) {
    case 'point': {
      if (draft.position === null) return null;
      const radius = parseNumber(draft.radius, style, ['']);
      const [lon, lat] = draft.position;
      const searchRadiusMeters = radius.kind === 'value' && radius.value >= 0 ? radius.value : null;
      return { kind: 'point', position: [lon, lat], searchRadiusMeters };
    }
    case 'area':
      if (draft.geometry === null || invalidityOf(draft.geometry) !== null) return null;
      return { kind: 'area', geometry: draft.geometry as Extract<NeedPlace, { kind: 'area' }>['geometry'] };
    case 'district':
      return draft.districtId === '' ? null : { kind: 'district', districtId: draft.districtId };
    case 'site':
      return draft.siteId === '' ? null : { kind: 'site', siteId: draft.siteId };
    case 'plot':
      return draft.plotId === '' ? null : { kind: 'plot', plotId: draft.plotId };
    case 'city':
      return { kind: 'city' };
  }
}

function invalidityOf(area: Area) {
  return findInvalidity(polygonsInUnits(polygonsOf(area)));
}

/** A day, or a year, which means its last day. */
export function readDay(text: string): Parsed<string> {
  const found = text.trim();
  return /^(19|20|21)\d\d$/.test(found) ? { kind: 'value', value: `${found}-12-31` } : parseDate(found, ['']);
}

export type NeedProblemsByField = Readonly<Partial<Record<keyof NeedDraft | 'place', Problem>>>;

export interface NeedValues {
  readonly content: Omit<NeedContent, 'evidence'>;
  readonly circle: Circle;
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** What a draft says, or what is wrong with it, by field. Blank = keine Angabe, never 0. `facts` = where its place lies, once known. */
export function readNeed(
  draft: NeedDraft,
  style: NumberStyle,
  facts: NeedPlaceFacts | null,
): { readonly values: NeedValues } | { readonly problems: NeedProblemsByField } {
  const problems: Partial<Record<keyof NeedDraft | 'place', Problem>> = {};
  const number = (field: 'quantity' | 'rooms' | 'plotSize' | 'radius'): number | null => {
    const parsed = parseNumber(draft[field], style, ['']);
    if (parsed.kind === 'error' || (parsed.kind === 'value' && parsed.value < 0))
      problems[field] = problem('site.number-invalid', { found: draft[field].trim() });
    return parsed.kind === 'value' ? parsed.value : null;
  };
  const quantity = number('quantity');
  const roomSquareMeters = number('rooms');
  const plotSquareMeters = number('plotSize');
  if (draft.kind === 'point') number('radius');
  const day = readDay(draft.neededBy);
  if (day.kind === 'error') problems.neededBy = problem('site.date-invalid', { found: day.found });
  if (draft.title.trim() === '') problems.title = problem('need.title-missing', {});
  const hasDepartment = draft.departmentId === 'new' ? draft.departmentName.trim() !== '' : draft.departmentId !== '';
  if (!hasDepartment) problems.departmentId = problem('need.department-missing', {});
  if (draft.service === '' && draft.topic.trim() === '') problems.topic = problem('plan.need-without-topic', {});
  if (quantity === null && problems.quantity === undefined && draft.reason.trim() === '')
    problems.reason = problem('plan.need-without-content', {});
  const place = placeOfDraft(draft, style);
  const invalidity = draft.kind === 'area' && draft.geometry !== null ? invalidityOf(draft.geometry) : null;
  if (invalidity !== null) problems.place = problem('plan.area-invalid', { invalidity });
  else if (place === null) problems.place = problem('need.place-missing', {});
  else if (facts?.outside) problems.place = problem('site.outside-city', {});
  if (Object.keys(problems).length > 0 || place === null) return { problems };
  return {
    values: {
      circle: draft.circle,
      content: {
        title: draft.title.trim(),
        place,
        service: draft.service === '' ? null : draft.service,
        topic: orNull(draft.topic),
        targetGroup: orNull(draft.targetGroup),
        quantity,
        unit: quantity === null ? null : orNull(draft.unit),
        roomSquareMeters,
        plotSquareMeters,
        requirements: [...draft.requirements],
        requirementNote: orNull(draft.requirementNote),
        neededBy: day.kind === 'value' ? day.value : null,
        urgency: draft.urgency,
        reasonKind: draft.reasonKind === '' ? null : draft.reasonKind,
        reason: orNull(draft.reason),
        reference: orNull(draft.reference),
        combinable: draft.combinable === 'unknown' ? null : draft.combinable === 'yes',
        combinableNote: orNull(draft.combinableNote),
        contactRole: orNull(draft.contactRole),
        links: draft.links
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      },
    },
  };
}
