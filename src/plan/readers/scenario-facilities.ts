import type { Area } from '../../shared/geometry/area.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { ObjectOf, Plan } from '../plan.ts';
import type { Measure } from '../types/scenarios.ts';
import { partsOfScenario } from './scenario-parts.ts';

/** Places of one service that a measure brings or (negative) takes. */
export interface OfferChange {
  readonly service: ServiceId;
  readonly form: string | null;
  /** In the unit of the service; `null` = keine Angabe. */
  readonly capacity: number | null;
}

interface Change {
  readonly measureId: string;
  /** House of the city package, or the id of the `add` measure that brings it. */
  readonly houseId: string;
  /** First day, ISO; `null` = since ever. */
  readonly from: string | null;
  readonly status: Exclude<Measure['status'], 'dropped'>;
}

/**
 * One change to the houses of a city, in the order in which it is applied:
 * - `add`: a house that was not there, with offers that hold from `from` up to (not including) `to`
 * - `resize`: further offers at a house over the same time; a negative capacity takes places away. Missing capacity stays missing
 * - `close`: from `from` on the house has the named services no more (`services: null`: none at all)
 * - `move`: from `from` on the house stands at `position`, with everything it offers
 */
export type FacilityChange =
  | (Change & {
      readonly kind: 'add';
      readonly name: string;
      readonly position: readonly [lon: number, lat: number];
      readonly to: string | null;
      readonly offers: readonly OfferChange[];
      /** Its Schulbezirk; left out = none. */
      readonly catchment?: Area;
    })
  | (Change & { readonly kind: 'resize'; readonly to: string | null; readonly offers: readonly OfferChange[] })
  | (Change & { readonly kind: 'close'; readonly services: readonly ServiceId[] | null })
  | (Change & { readonly kind: 'move'; readonly position: readonly [lon: number, lat: number] });

/**
 * What a scenario changes about the houses of the city, as plain data for questions. Measures that were dropped, and those without the
 * place or house that their kind needs (left by a merge), change nothing; the latter are listed in `incomplete`. Bestand (`null`) changes
 * nothing. A reopened house is resized: offers come back to a house that has none.
 */
export function scenarioFacilities(
  plan: Plan,
  scenarioId: string | null,
): { readonly changes: readonly FacilityChange[]; readonly incomplete: readonly string[] } {
  if (scenarioId === null) return { changes: [], incomplete: [] };
  const { measures, offersOf } = partsOfScenario(plan, scenarioId);
  const changes: FacilityChange[] = [];
  const incomplete: string[] = [];
  for (const measure of measures) {
    if (measure.status === 'dropped') continue;
    const change = changeOf(measure, measure.status, offersOf(measure.id));
    if (change === null) incomplete.push(measure.id);
    else changes.push(change);
  }
  return { changes, incomplete };
}

function changeOf(
  measure: Measure,
  status: Change['status'],
  offers: readonly ObjectOf<'measureOffers'>[],
): FacilityChange | null {
  const { id: measureId, kind, from, to, position, name } = measure;
  const houseId = kind === 'add' ? measureId : measure.houseId;
  if (houseId === null) return null;
  const change: Change = { measureId, houseId, from, status };
  const places = offers.map(({ service, form, capacity }) => ({ service, form, capacity }));
  switch (kind) {
    case 'add':
      return position === null
        ? null
        : {
            ...change,
            ...(measure.catchment ? { catchment: measure.catchment } : {}),
            kind,
            name,
            position,
            to,
            offers: places,
          };
    case 'enlarge':
    case 'reopen':
      return { ...change, kind: 'resize', to, offers: places };
    case 'close':
      return { ...change, kind, services: places.length === 0 ? null : places.map(({ service }) => service) };
    case 'move':
      return position === null ? null : { ...change, kind, position };
  }
}
