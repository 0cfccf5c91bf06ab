import type { Where } from '../../shared/problem.ts';
import { SERVICE_IDS } from '../../shared/services.ts';
import type { CityContent, DatedFigure, House } from '../types.ts';
import { type DistrictsById, requireDistricts } from './check-districts.ts';
import { refuseRule, requireDate, requireNotNegative } from './refuse.ts';

const KNOWN_SERVICES: ReadonlySet<string> = new Set(SERVICE_IDS);

/** Houses, their offers and pools, supply areas and catchments. */
export function checkHouses({ identity, houses, catchments, supplyAreas }: CityContent, byId: DistrictsById): void {
  for (const house of houses) {
    const where = { layer: 'facilities', feature: house.id };
    requireDistricts(house, identity.levels.length, false, byId, where);
    checkOffers(house, where);
  }
  for (const area of supplyAreas) {
    const where = { layer: 'supply-areas', feature: area.id };
    requireNotNegative(area.usableSquareMeters, { ...where, column: 'usable_m2' });
    for (const service of area.services) requireService(service, { ...where, column: 'services' });
  }
  const houseIds = new Set(houses.map((house) => house.id));
  for (const catchment of catchments) {
    const where = { layer: 'catchments', feature: catchment.id };
    requireService(catchment.service, { ...where, column: 'service' });
    if (!houseIds.has(catchment.houseId)) refuseRule('known-house', catchment.houseId, { ...where, column: 'house' });
    requirePeriod(catchment.validFrom, catchment.validTo, where, ['valid_from', 'valid_to']);
  }
}

function checkOffers(house: House, where: Where): void {
  house.offers.forEach((offer, i) => {
    const at = (column: string): Where => ({ ...where, column: `offers[${i}].${column}` });
    requireService(offer.service, at('service'));
    requireFigure(offer.capacityApproved, at('capacityApproved'));
    requireFigure(offer.capacityAvailable, at('capacityAvailable'));
    requireFigure(offer.occupied, at('occupied'));
    requirePeriod(offer.from, offer.to, where, [`offers[${i}].from`, `offers[${i}].to`]);
  });
  house.pools.forEach((pool, i) => {
    const at = (column: string): Where => ({ ...where, column: `pools[${i}].${column}` });
    requireFigure(pool.places, at('places'));
    for (const [service, weight] of Object.entries(pool.weights)) {
      requireService(service, at('weights'));
      if (!(Number.isFinite(weight) && weight > 0)) refuseRule('positive', weight, at(`weights.${service}`));
    }
  });
  if (house.capacityTotal !== null) requireFigure(house.capacityTotal, { ...where, column: 'capacity_total' });
}

function requireService(service: string, where: Where): void {
  if (!KNOWN_SERVICES.has(service)) refuseRule('known-service', service, where, SERVICE_IDS.join(', '));
}

function requireFigure(figure: DatedFigure, where: Where): void {
  requireNotNegative(figure.value, where);
  requireDate(figure.date, where);
}

/** Two days of which the second comes later; either may be open. */
function requirePeriod(from: string | null, to: string | null, where: Where, columns: readonly [string, string]): void {
  requireDate(from, { ...where, column: columns[0] });
  requireDate(to, { ...where, column: columns[1] });
  if (from !== null && to !== null && to <= from) refuseRule('later-than', to, { ...where, column: columns[1] }, from);
}
