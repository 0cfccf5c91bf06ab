import { projectionOf } from '../../city/projection.ts';
import type { CityContent } from '../../city/types.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { PlaceQuality } from './measure-calls.ts';

/** Nothing farther away than this is looked for, metres as the crow flies. */
const FAR_METERS = 2000;
/** A stop is near up to here: the usual catchment of a bus stop at the edge of a centre (VDV 4: 300–600 m). */
const STOP_METERS = 600;
/** Green is near up to here, as in the Kennwert „Wohnungsnahes Grün“. */
const GREEN_METERS = 500;

type QualityCity = Pick<CityContent, 'identity' | 'context' | 'supplyAreas'>;

/**
 * How well places of a city lie for children and visitors, by what the package knows: stops, supermarkets and green, air distances in
 * whole metres. Noise is in no package and always keine Angabe. O(points) to prepare, O(points) per place.
 */
export function createPlaceQuality({ identity, context, supplyAreas }: QualityCity): (place: LonLat) => PlaceQuality {
  const { forward } = projectionOf(identity.epsg);
  const inMeters = (positions: readonly LonLat[]) => positions.map(([lon, lat]) => forward(lon, lat));
  const of = (wanted: CityContent['context'][number]['kind']) =>
    inMeters(context.filter(({ kind }) => kind === wanted).map(({ position }) => position));
  const [stops, supermarkets] = [of('stop'), of('supermarket')];
  const green = inMeters(
    supplyAreas.filter(({ kind }) => kind === 'green').flatMap(({ accessPoints }) => accessPoints),
  );
  return (place) => {
    const [x, y] = forward(place[0], place[1]);
    const metersTo = (points: readonly (readonly number[])[]): number | null => {
      if (points.length === 0) return null;
      const squared = points.reduce((least, [px, py]) => Math.min(least, (px! - x) ** 2 + (py! - y) ** 2), Infinity);
      return Math.min(FAR_METERS, Math.round(Math.sqrt(squared)));
    };
    const stopMeters = metersTo(stops);
    const greenMeters = metersTo(green);
    const near = [
      ...(stopMeters === null ? [] : [stopMeters <= STOP_METERS]),
      ...(greenMeters === null ? [] : [greenMeters <= GREEN_METERS]),
    ];
    const verdict =
      near.length === 0 ? null : near.every((is) => is) ? 'good' : near.some((is) => is) ? 'fair' : 'poor';
    return { verdict, stopMeters, greenMeters, supermarketMeters: metersTo(supermarkets) };
  };
}
