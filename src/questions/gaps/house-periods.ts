import type { House, Offer } from '../../city/types.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { GapCatchment } from './city-model.ts';

/** Half-open interval of ISO days; `null` = open. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** The days that two periods share; `null` if none. */
export function commonPeriod(a: Period, b: Period): Period | null {
  const from = a.from === null || (b.from !== null && b.from > a.from) ? b.from : a.from;
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to;
  return from !== null && to !== null && from >= to ? null : { from, to };
}

/** What is left of a period when it ends on a day (the first day without it; `null` = it never was); `null` if nothing. */
export function endedPeriod(period: Period, day: string | null): Period | null {
  return day === null ? null : commonPeriod(period, { from: null, to: day });
}

/** Offers of a house that stands only in a period: those outside it are left out. */
export function offersWithin(offers: readonly Offer[], period: Period): Offer[] {
  return offers.flatMap((offer) => {
    const common = commonPeriod(offer, period);
    return common === null || offer.status === 'closed' ? [] : [{ ...offer, ...common }];
  });
}

/**
 * A house whose offers (of some services, `null` = all) end on a day (`null` = they never were). Offers that would not be there for a
 * day are marked closed, so that the house is still known as one of the service.
 */
export function houseEndingOn(house: House, day: string | null, services: readonly ServiceId[] | null): House {
  const offers = house.offers.map((offer): Offer => {
    if (services !== null && !services.includes(offer.service)) return offer;
    const left = endedPeriod(offer, day);
    return left === null ? { ...offer, status: 'closed' } : { ...offer, ...left };
  });
  return { ...house, offers };
}

/** Catchments of a house that moves on a day go on at its new place from then on. */
export function movedCatchments(
  catchments: readonly GapCatchment[],
  houseIds: ReadonlySet<string>,
  to: { readonly houseId: string; readonly from: string | null },
): GapCatchment[] {
  return catchments.flatMap((area) => {
    if (!houseIds.has(area.houseId)) return [area];
    const valid = { from: area.validFrom, to: area.validTo };
    const before = endedPeriod(valid, to.from);
    const after = commonPeriod(valid, { from: to.from, to: null });
    return [
      ...(before === null ? [] : [{ ...area, validTo: before.to }]),
      ...(after === null
        ? []
        : [{ ...area, id: `${area.id}|${to.houseId}`, houseId: to.houseId, validFrom: after.from }]),
    ];
  });
}
