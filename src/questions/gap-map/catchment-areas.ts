import type { CityContent } from '../../city/types.ts';
import type { ServiceId } from '../../shared/services.ts';
import { catchmentsIn } from '../gaps/catchment-houses.ts';
import type { CatchmentArea } from './gap-calls.ts';

/** Catchments (Schulbezirke) of a service on 31 December of a year, in the order of the package, to be drawn. */
export function catchmentAreas(
  city: Pick<CityContent, 'catchments'>,
  service: ServiceId,
  year: number,
): readonly CatchmentArea[] {
  return catchmentsIn(city, service, year).map(({ id, houseId, name, geometry }) => ({
    type: 'Feature',
    id,
    geometry,
    properties: { houseId, name },
  }));
}
