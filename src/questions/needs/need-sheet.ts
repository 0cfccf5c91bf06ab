import type { Indicator } from '../../indicators/indicator.ts';
import type { ObjectOf, Plan } from '../../plan/plan.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import type { NeedStatus } from '../../plan/types/needs.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { HorizonFigures, HorizonRow, PlacedNeed } from './need-calls.ts';

type AgreedFigure = ObjectOf<'agreedFigures'>;

/** Statuses whose needs still ask for something: what is built counts as stock, what was put aside or refused asks no more. */
export const ASKING_STATUSES: readonly NeedStatus[] = [
  'reported',
  'checked',
  'bundled',
  'ranked',
  'decided',
  'secured',
];

/** What needs of a district ask for by the end of a year. */
export interface ReportedFigure {
  /** Sum of the quantities in the unit of the service; `null` = no need states one in it. */
  readonly value: number | null;
  /** Needs that count, and of them those that state no quantity or one in another unit. */
  readonly needIds: readonly string[];
  readonly needsWithoutQuantity: number;
  /** Of them without a date: they count in every year. */
  readonly needsWithoutDate: number;
}

export interface ComputedFigure {
  /** Places (or m²) that lack by the Kennwert; `null` = keine Angabe, or the model counts none. */
  readonly value: number | null;
  /** What it is: places that find no taker within reach, or the shortfall of the district's own capacity. */
  readonly figure: 'missing' | 'shortfall' | 'none';
  readonly demand: number | null;
  readonly capacity: number | null;
}

/** From one figure of a row to the next that is known: how much more or less. */
export interface SheetStep {
  readonly from: 'computed' | 'reported' | 'agreed';
  readonly to: 'reported' | 'agreed' | 'decided';
  readonly difference: number;
}

export interface SheetRow {
  readonly service: ServiceId;
  readonly year: number;
  readonly unit: Indicator['unit'];
  readonly computed: ComputedFigure;
  readonly reported: ReportedFigure;
  readonly agreed: AgreedFigure | null;
  readonly decided: AgreedFigure | null;
  /** Steps between figures of one unit. */
  readonly steps: readonly SheetStep[];
}

/** The Bedarfsblatt of a district. */
export interface NeedSheet {
  readonly districtId: string;
  readonly rows: readonly SheetRow[];
  /** How often figures of the district were set, counted by day, and the latest day (ISO); 0 and `null` before the first. */
  readonly version: number;
  readonly on: string | null;
  /** Needs of the whole city, which belong to no district's sum. */
  readonly cityWide: number;
}

export interface SheetSources {
  readonly plan: Plan;
  readonly figures: HorizonFigures;
  readonly placed: readonly PlacedNeed[];
  readonly catalogue: readonly Indicator[];
  readonly districtId: string;
}

const tenths = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);

/** Needs of a plan that ask for something, of all districts. */
export function askingNeeds(plan: Plan): readonly ObjectOf<'needs'>[] {
  return visibleObjects(plan, 'needs', ({ status }) => ASKING_STATUSES.includes(status));
}

/** What lacks in a district by the Kennwert. */
export function computedFigure(row: HorizonRow | undefined): ComputedFigure {
  const demand = tenths(row?.demand ?? null);
  const capacity = tenths(row?.capacity ?? null);
  if (row !== undefined && row.missing !== null)
    return { value: tenths(row.missing), figure: 'missing', demand, capacity };
  if (row !== undefined && row.balance !== null)
    return { value: tenths(Math.max(0, -row.balance)), figure: 'shortfall', demand, capacity };
  return { value: null, figure: 'none', demand, capacity };
}

/**
 * The four figures of every service and horizon of a district: computed by the Kennwerte, reported by the departments (everything needed
 * by the end of that year), agreed in the working group, decided by the council. Services of which none of the four says anything are
 * left out. O(needs + figures).
 */
export function needSheet({ plan, figures, placed, catalogue, districtId }: SheetSources): NeedSheet {
  const here = new Set(placed.filter((need) => need.districtId === districtId).map(({ id }) => id));
  const asking = askingNeeds(plan);
  const needs = asking.filter(({ id }) => here.has(id));
  const agreed = visibleObjects(plan, 'agreedFigures', (figure) => figure.districtId === districtId);
  const agreedAs = (kind: AgreedFigure['kind'], service: ServiceId, year: number) =>
    agreed.find((figure) => figure.kind === kind && figure.service === service && figure.year === year) ?? null;
  const computed = new Map(
    figures.rows
      .filter((row) => row.districtId === districtId)
      .map((row) => [`${row.service} ${row.year}`, row] as const),
  );
  const rows = catalogue.flatMap(({ service, unit }) =>
    figures.years.flatMap((year): SheetRow[] => {
      const row = {
        service,
        year,
        unit,
        computed: computedFigure(computed.get(`${service} ${year}`)),
        reported: reportedFigure(needs, service, year, unit),
        agreed: agreedAs('agreed', service, year),
        decided: agreedAs('decided', service, year),
      };
      const says =
        row.computed.value !== null || row.reported.needIds.length > 0 || row.agreed !== null || row.decided !== null;
      return says ? [{ ...row, steps: stepsOf(row) }] : [];
    }),
  );
  const days = [...new Set(agreed.map(({ on }) => on))].sort();
  return {
    districtId,
    rows,
    version: days.length,
    on: days.at(-1) ?? null,
    cityWide: asking.filter(({ place }) => place.kind === 'city').length,
  };
}

/** What needs ask of a service by the end of a year, in its unit. */
export function reportedFigure(
  needs: readonly ObjectOf<'needs'>[],
  service: ServiceId,
  year: number,
  unit: Indicator['unit'],
): ReportedFigure {
  const own = needs.filter(
    (need) => need.service === service && (need.neededBy === null || Number(need.neededBy.slice(0, 4)) <= year),
  );
  const counted = own.filter((need) => need.quantity !== null && need.unit === unit);
  return {
    value: counted.length === 0 ? null : counted.reduce((sum, need) => sum + need.quantity!, 0),
    needIds: own.map(({ id }) => id),
    needsWithoutQuantity: own.length - counted.length,
    needsWithoutDate: own.filter(({ neededBy }) => neededBy === null).length,
  };
}

/** The differences between each known figure and the next one; computed ones are whole, as they are shown. */
function stepsOf({ unit, ...row }: Omit<SheetRow, 'steps' | 'service' | 'year'>): readonly SheetStep[] {
  const ofUnit = (figure: AgreedFigure | null) => (figure !== null && figure.unit === unit ? figure.value : null);
  const known = (
    [
      ['computed', row.computed.value === null ? null : Math.round(row.computed.value)],
      ['reported', row.reported.value],
      ['agreed', ofUnit(row.agreed)],
      ['decided', ofUnit(row.decided)],
    ] as const
  ).filter(([, value]) => value !== null);
  return known.slice(1).map(([to, value], i) => {
    const [from, before] = known[i]!;
    return { from, to, difference: Math.round((value! - before!) * 10) / 10 } as SheetStep;
  });
}
