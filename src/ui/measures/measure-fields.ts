import type { Plan } from '../../plan/plan.ts';
import type { MeasureKind } from '../../plan/types/scenarios.ts';
import type { HouseBrief, PlaceFacts } from '../../questions/measures/measure-calls.ts';
import type { MeasureDraft } from '../../questions/measures/measure-draft.ts';
import { type NumberStyle, type Parsed, parseDate, parseNumber } from '../../shared/german-numbers.ts';
import { type Problem, problem } from '../../shared/problem.ts';
import type { ServiceId } from '../../shared/services.ts';

type Measure = MeasureDraft['measure'];

/** One service of a measure as it is typed. */
export interface OfferFields {
  readonly id: string;
  readonly service: ServiceId;
  readonly form: string;
  readonly capacity: string;
  readonly groups: string;
}

/** A measure as it is typed; what cannot be read stays in its field. */
export interface MeasureFields {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly name: string;
  readonly houseId: string | null;
  readonly place: PlaceFacts | null;
  readonly from: string;
  readonly to: string;
  readonly status: Measure['status'];
  readonly cost: string;
  readonly funding: NonNullable<Measure['funding']> | '';
  readonly reason: string;
  readonly pilot: boolean;
  readonly circle: Measure['circle'];
  readonly offers: readonly OfferFields[];
  /** Fields that the form does not show: they stay as they are. */
  readonly hidden: Pick<Measure, 'needId' | 'bundleId' | 'fundingNote' | 'plotId' | 'siteId'>;
  /** Schulbezirk of a new school; `null` = none. */
  readonly catchment: NonNullable<Measure['catchment']> | null;
  /** Who changed it by hand, when and why; `null` = it is as it was proposed. */
  readonly catchmentEdit: NonNullable<Measure['catchmentEdit']> | null;
}

/** By field; those of an offer as `capacity <id>` and `groups <id>`. */
export type MeasureFaults = Readonly<Record<string, Problem>>;

const NEEDS_PLACE: readonly MeasureKind[] = ['add', 'move'];
const NEEDS_OFFERS: readonly MeasureKind[] = ['add', 'enlarge', 'reopen'];

/** What a form for a kind of measure shows. */
export function partsOfKind(kind: MeasureKind) {
  return {
    place: NEEDS_PLACE.includes(kind),
    house: kind !== 'add',
    offers: kind !== 'move',
    to: kind !== 'close' && kind !== 'move',
  };
}

export function emptyFields(id: string, kind: MeasureKind): MeasureFields {
  return {
    id,
    kind,
    name: '',
    houseId: null,
    place: null,
    from: '',
    to: '',
    status: 'planned',
    cost: '',
    funding: '',
    reason: '',
    pilot: false,
    circle: 'agsp',
    offers: [],
    hidden: { needId: null, bundleId: null, fundingNote: null, plotId: null, siteId: null },
    catchment: null,
    catchmentEdit: null,
  };
}

/** A measure of the plan as text fields; `write` writes numbers in the way of the language, `day` dates. */
export function fieldsOf(
  plan: Plan,
  id: string,
  write: (value: number) => string,
  day: (iso: string) => string,
): MeasureFields | null {
  const measure = plan.measures[id];
  if (measure === undefined || measure.removed !== null) return null;
  const { needId, bundleId, fundingNote, plotId, siteId, position } = measure;
  const offers = Object.values(plan.measureOffers).filter((offer) => offer.measureId === id && offer.removed === null);
  const text = (value: number | null) => (value === null ? '' : write(value));
  return {
    id,
    kind: measure.kind,
    name: measure.name,
    houseId: measure.houseId,
    place:
      position === null
        ? null
        : {
            position: [position[0], position[1]] as unknown as PlaceFacts['position'],
            outside: false,
            district: null,
            plot: plotId === null ? null : { id: plotId, name: null },
            site: siteId === null ? null : { id: siteId, name: siteId },
          },
    from: measure.from === null ? '' : day(measure.from),
    to: measure.to === null ? '' : day(measure.to),
    status: measure.status,
    cost: text(measure.costEuro),
    funding: measure.funding ?? '',
    reason: measure.reason ?? '',
    pilot: measure.pilot,
    circle: measure.circle,
    offers: offers
      .sort((a, b) => (a.order < b.order ? -1 : 1))
      .map((offer) => ({
        id: offer.id,
        service: offer.service,
        form: offer.form ?? '',
        capacity: text(offer.capacity),
        groups: text(offer.groups),
      })),
    hidden: { needId, bundleId, fundingNote, plotId, siteId },
    catchment: measure.catchment ?? null,
    catchmentEdit: measure.catchmentEdit ?? null,
  };
}

/** A day, or a year, which means its first day. */
function readDay(text: string): Parsed<string> {
  const found = text.trim();
  return /^(19|20|21)\d\d$/.test(found) ? { kind: 'value', value: `${found}-01-01` } : parseDate(found, ['']);
}

const readValue = <T>(parsed: Parsed<T>): T | null => (parsed.kind === 'value' ? parsed.value : null);

/** Earliest day of the house that is changed; `null` = since ever, or not known. */
export function openingOf(plan: Plan | null, house: HouseBrief | null, houseId: string | null): string | null {
  const brought = houseId === null ? undefined : plan?.measures[houseId];
  return brought === undefined ? (house?.opens ?? null) : brought.from;
}

export interface ReadContext {
  readonly scenarioId: string;
  readonly style: NumberStyle;
  /** First day of the house that is changed, ISO; `null` = since ever. */
  readonly opens: string | null;
}

/** What was changed by hand about the catchment there is. */
function editOf({ catchment, catchmentEdit: edit }: MeasureFields): MeasureFields['catchmentEdit'] {
  return catchment === null || edit === null ? null : { ...edit, reason: edit.reason.trim() };
}

/**
 * The measure that the fields say, and what is wrong with them. With a fault there is no measure, except where a reason alone is missing.
 * Blank = keine Angabe, never 0.
 */
export function readFields(
  fields: MeasureFields,
  { scenarioId, style, opens }: ReadContext,
): { readonly draft: MeasureDraft | null; readonly faults: MeasureFaults } {
  const faults: Record<string, Problem> = {};
  const { kind, place } = fields;
  const parts = partsOfKind(kind);
  const number = (text: string, key: string, mayBeNegative = false): number | null => {
    const parsed = parseNumber(text, style, ['']);
    const isRefused = parsed.kind === 'value' && parsed.value < 0 && !mayBeNegative;
    if (parsed.kind === 'error' || isRefused)
      faults[key] = isRefused
        ? problem('plan.capacity-negative', { found: parsed.value })
        : problem('measure.number-unreadable', { found: text.trim(), style });
    return readValue(parsed);
  };
  const day = (text: string, key: 'from' | 'to'): string | null => {
    const parsed = readDay(text);
    if (parsed.kind === 'error') faults[key] = problem('measure.date-unreadable', { found: parsed.found });
    return readValue(parsed);
  };
  const from = day(fields.from, 'from');
  const to = parts.to ? day(fields.to, 'to') : null;
  if (from !== null && to !== null && to <= from) faults.to = problem('plan.dates-reversed', { from, to });
  if (kind === 'close' && from !== null && opens !== null && from <= opens)
    faults.from = problem('measure.closed-before-open', { opens, closes: from });
  if (parts.place && place === null) faults.place = problem('measure.missing', { what: 'place' });
  if (parts.place && place?.outside)
    faults.place = problem('measure.outside-city', { lon: place.position[0], lat: place.position[1] });
  if (parts.house && fields.houseId === null) faults.house = problem('measure.missing', { what: 'house' });
  const typed = parts.offers ? fields.offers : [];
  if (NEEDS_OFFERS.includes(kind) && typed.length === 0) faults.offers = problem('measure.missing', { what: 'places' });
  const costEuro = number(fields.cost, 'cost');
  const offers = typed.map((offer, i) => ({
    id: offer.id,
    measureId: fields.id,
    // Order and removal are the plan's; a draft only needs some.
    order: `a${i}`,
    removed: null,
    service: offer.service,
    form: offer.form.trim() === '' ? null : offer.form.trim(),
    capacity: kind === 'close' ? null : number(offer.capacity, `capacity ${offer.id}`, kind === 'enlarge'),
    groups: kind === 'close' ? null : number(offer.groups, `groups ${offer.id}`),
  }));
  if (Object.keys(faults).length > 0) return { draft: null, faults };
  const catchmentEdit = editOf(fields);
  // It holds back the saving alone: map and figures follow every cell.
  if (catchmentEdit?.reason === '') faults.catchment = problem('measure.missing', { what: 'reason' });
  const measure: Measure = {
    ...fields.hidden,
    id: fields.id,
    removed: null,
    scenarioId,
    order: 'a0',
    kind,
    name: fields.name.trim(),
    houseId: parts.house ? fields.houseId : null,
    position: parts.place && place !== null ? [place.position[0], place.position[1]] : null,
    plotId: parts.place ? (place?.plot?.id ?? null) : fields.hidden.plotId,
    siteId: parts.place ? (place?.site?.id ?? null) : fields.hidden.siteId,
    from,
    to,
    status: fields.status,
    costEuro,
    funding: fields.funding === '' ? null : fields.funding,
    reason: fields.reason.trim() === '' ? null : fields.reason.trim(),
    pilot: fields.pilot,
    circle: fields.circle,
    ...(kind === 'add' ? { catchment: fields.catchment, catchmentEdit } : {}),
  };
  return { draft: { measure, offers }, faults };
}
