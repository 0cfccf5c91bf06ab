import { bandColumn } from '../layers/city-layers.ts';
import type { CityContent } from '../types.ts';
import { type DistrictsById, requireDistricts } from './check-districts.ts';
import { isFigure, refuseRule, requireNotNegative } from './refuse.ts';

/** Every inhabitant belongs to one district per level; figures are not negative; one figure per band. */
export function checkPopulation({ identity, population }: CityContent, byId: DistrictsById): void {
  for (const point of population) {
    const where = { layer: 'population', feature: point.id };
    requireDistricts(point, identity.levels.length, true, byId, where);
    if (point.persons.length !== identity.bands.length) {
      refuseRule('count', point.persons.length, { ...where, column: 'persons' }, identity.bands.length);
    }
    requireNotNegative(point.total, { ...where, column: 'total' });
    // Half a million figures: where one stands is only put together when it is refused.
    const wrong = point.persons.findIndex((persons) => !isFigure(persons));
    if (wrong >= 0) {
      refuseRule('not-negative', point.persons[wrong], { ...where, column: bandColumn(identity.bands[wrong]!) });
    }
  }
}
