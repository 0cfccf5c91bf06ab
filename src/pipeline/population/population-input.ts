import type { AgeBand, Area, Building, District } from '../../city/types.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { DistrictLocator } from '../../shared/geometry/district-locator.ts';
import type { DistrictCounts, PopulationGrid } from '../types.ts';

/** Everything that is known of where people live. */
export interface PopulationInput {
  /** Metric CRS of the city; the cells lie in it unless a grid brings its own. */
  readonly epsg: number;
  /** Bands of `counts`. */
  readonly bands: readonly AgeBand[];
  /** All of one level; empty where there are none. */
  readonly counts: readonly DistrictCounts[];
  /** All levels; empty for a city without districts. */
  readonly districts: readonly District[];
  /** Over `districts`. */
  readonly locator: DistrictLocator;
  readonly grid: PopulationGrid | null;
  readonly buildings: readonly Building[];
  readonly residentialAreas: readonly Area[];
  /** Commercial and industrial land: a building of unknown use there is taken for a hall, not for homes. */
  readonly businessAreas: readonly Area[];
  /** The study area; asked only where there are no districts. */
  isInside(position: LonLat): boolean;
  /** The study area and those surroundings whose people the package keeps. */
  isKept(position: LonLat): boolean;
}
