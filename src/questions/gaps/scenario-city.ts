import type { House, Offer } from '../../city/types.ts';
import type { EffectiveSite } from '../../plan/readers/effective-sites.ts';
import type { FacilityChange } from '../../plan/readers/scenario-facilities.ts';
import { lonLat } from '../../shared/coordinates.ts';
import { locatorOf } from '../../shared/geometry/district-locator.ts';
import type { GapCatchment, GapCity, GapSite } from './city-model.ts';
import { houseEndingOn, movedCatchments, offersWithin, type Period } from './house-periods.ts';

/** `source` of houses and sites that a plan brings: they come from none of the package's sources. */
export const PLAN_SOURCE = -1;

/** A city as a scenario has it, and what of the scenario could not be applied. */
export interface ScenarioCity {
  readonly city: GapCity;
  /** Measures whose house is not in the package (of an older edition), in their order. */
  readonly measuresWithoutHouse: readonly string[];
  /** Sites whose phases do not add up to a whole: taken as they are. */
  readonly sitesWithIncompletePhases: readonly string[];
}

/** Where a house stands when: `number` into the houses. The stays of a house follow each other without overlap. */
interface Stay extends Period {
  readonly number: number;
}

interface Draft {
  readonly houses: House[];
  catchments: readonly GapCatchment[];
  readonly stays: Map<string, readonly Stay[]>;
  locate(position: readonly number[]): Pick<House, 'districts' | 'outside'>;
}

/**
 * A city with the measures and sites of a scenario; the base is not changed. Houses and sites of the base keep their ids, houses also
 * their numbers: new ones come behind.
 *
 * - Choosing a scenario means that its measures count: their offers are `secured` (`existing` if built), whatever the measure's status.
 * - A new house has its measure's id. A move ends the offers of the house on that day and brings a house of the measure's id with the
 *   same offers at the new place, with its catchments.
 * - Places taken away are an offer with a negative capacity; a capacity that is missing stays missing.
 *
 * `changes` and `sites` as `scenarioFacilities` and `effectiveSites` give them. O(houses + changes × catchments).
 */
export function applyScenario(
  base: GapCity,
  changes: readonly FacilityChange[],
  sites: readonly EffectiveSite[],
): ScenarioCity {
  const draft = draftOf(base);
  // What is enlarged or moved may be a house that a later measure in the list brings.
  const isAdd = ({ kind }: FacilityChange) => kind === 'add';
  const ordered = [...changes.filter(isAdd), ...changes.filter((change) => !isAdd(change))];
  const measuresWithoutHouse = ordered.filter((change) => !applyChange(draft, change)).map((c) => c.measureId);
  return {
    city: {
      ...base,
      houses: draft.houses,
      catchments: draft.catchments,
      sites: sitesBuilt(sites, base.sites),
    },
    measuresWithoutHouse,
    sitesWithIncompletePhases: sites.filter((site) => !site.leftOut && !site.phasesComplete).map(({ id }) => id),
  };
}

/** The sites that are not left out, without what only the plan knows of them. */
export function sitesBuilt(sites: readonly EffectiveSite[], base: GapCity['sites']): readonly GapSite[] {
  const known = new Map(base.map((site) => [site.id, site]));
  return sites
    .filter(({ leftOut }) => !leftOut)
    .map(({ origin: _, edited: __, leftOut: ___, phasesComplete: ____, contactRole: _____, ...site }) => ({
      ...site,
      source: known.get(site.id)?.source ?? PLAN_SOURCE,
    }));
}

function draftOf(base: GapCity): Draft {
  return {
    houses: [...base.houses],
    catchments: base.catchments,
    stays: new Map(base.houses.map(({ id }, number) => [id, [{ number, from: null, to: null }]])),
    locate: (position) => {
      const districts = locatorOf(base.districts).locate(position);
      return { districts, outside: districts.length > 0 && districts.every((id) => id === null) };
    },
  };
}

/** Applies one change; false if its house is not there. */
function applyChange(draft: Draft, change: FacilityChange): boolean {
  if (change.kind === 'add') {
    addHouse(draft, change);
    return true;
  }
  const stays = draft.stays.get(change.houseId);
  if (stays === undefined) return false;
  switch (change.kind) {
    case 'resize':
      for (const { number, ...period } of stays) {
        const house = draft.houses[number]!;
        draft.houses[number] = { ...house, offers: [...house.offers, ...offersWithin(offersOf(change), period)] };
      }
      return true;
    case 'close':
      for (const { number } of stays)
        draft.houses[number] = houseEndingOn(draft.houses[number]!, change.from, change.services);
      return true;
    case 'move':
      moveHouse(draft, change, stays);
      return true;
  }
}

function addHouse(draft: Draft, change: FacilityChange & { readonly kind: 'add' }): void {
  const position = lonLat(...change.position);
  draft.stays.set(change.houseId, [{ number: draft.houses.length, from: null, to: null }]);
  draft.houses.push({
    id: change.houseId,
    name: change.name === '' ? null : change.name,
    operator: null,
    address: null,
    position,
    ...draft.locate(position),
    stepFree: null,
    openToAll: null,
    source: PLAN_SOURCE,
    grade: gradeOf(change),
    offers: offersOf(change),
    pools: [],
    capacityTotal: null,
  });
  if (change.catchment === undefined) return;
  const area: GapCatchment = {
    id: `${change.houseId}|catchment`,
    service: 'grundschule',
    houseId: change.houseId,
    name: change.name === '' ? null : change.name,
    validFrom: change.from,
    validTo: change.to,
    geometry: change.catchment,
    liesOver: true,
  };
  draft.catchments = [...draft.catchments, area];
}

function moveHouse(draft: Draft, change: FacilityChange & { readonly kind: 'move' }, stays: readonly Stay[]): void {
  const moved = draft.houses[stays.at(-1)!.number]!;
  const position = lonLat(...change.position);
  const after: Period = { from: change.from, to: null };
  const offers = stays.flatMap(({ number }) => offersWithin(draft.houses[number]!.offers, after));
  const houseIds = new Set(stays.map(({ number }) => draft.houses[number]!.id));
  for (const { number } of stays) draft.houses[number] = houseEndingOn(draft.houses[number]!, change.from, null);
  const left = stays.flatMap((stay) => {
    if (change.from === null || (stay.from !== null && stay.from >= change.from)) return [];
    return [{ ...stay, to: stay.to !== null && stay.to < change.from ? stay.to : change.from }];
  });
  draft.stays.set(change.houseId, [...left, { number: draft.houses.length, ...after }]);
  draft.catchments = movedCatchments(draft.catchments, houseIds, { houseId: change.measureId, from: change.from });
  draft.houses.push({
    ...moved,
    id: change.measureId,
    address: null,
    position,
    ...draft.locate(position),
    stepFree: null,
    grade: gradeOf(change),
    offers,
  });
}

/** A measure's places are approved, not yet staffed, and carry no date of their own. */
function offersOf(change: FacilityChange & { readonly kind: 'add' | 'resize' }): Offer[] {
  const unknown = { value: null, date: null };
  return change.offers.map(({ service, form, capacity }) => ({
    service,
    form,
    capacityApproved: { value: capacity, date: null },
    capacityAvailable: unknown,
    occupied: unknown,
    from: change.from,
    to: change.to,
    status: change.status === 'built' ? 'existing' : 'secured',
  }));
}

/** What is decided is official, what is only planned estimated. */
function gradeOf({ status }: FacilityChange): House['grade'] {
  return status === 'built' || status === 'secured' ? 'official' : 'estimated';
}
