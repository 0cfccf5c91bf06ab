import type { CityContent } from '../types.ts';
import { type DistrictsById, requireDistricts } from './check-districts.ts';
import { refuseRule, requireNotNegative } from './refuse.ts';

/** Every inhabitant belongs to one district per level; figures are not negative; one figure per band. */
export function checkPopulation({ identity, population }: CityContent, byId: DistrictsById): void {
  for (const point of population) {
    const where = { layer: 'population', feature: point.id };
    requireDistricts(point, identity.levels.length, true, byId, where);
    if (point.persons.length !== identity.bands.length) {
      refuseRule('count', point.persons.length, { ...where, column: 'persons' }, identity.bands.length);
    }
    requireNotNegative(point.total, { ...where, column: 'total' });
    for (const persons of point.persons) requireNotNegative(persons, { ...where, column: 'persons' });
  }
}
