import type { CityIdentity, SourceRecord } from '../city/types.ts';
import type { Note } from '../shared/problem.ts';
import type { ServiceId } from '../shared/services.ts';
import type { OverlayName } from './map-calls.ts';

/** What the page knows of the open city; everything else stays in the worker. */
export interface CitySummary {
  readonly identity: CityIdentity;
  /** `<ISO date>-<hash>`. */
  readonly edition: string;
  readonly sources: readonly SourceRecord[];
  readonly notes: readonly Note[];
  /** Services with at least one house or supply area, in the order of `SERVICE_IDS`. */
  readonly services: readonly ServiceId[];
  readonly counts: {
    /** `null` = not known, or the population is not read yet (see `loadCity`). */
    readonly inhabitants: number | null;
    /** Index 0 = level 1; empty while the districts are not read yet. */
    readonly districtsByLevel: readonly number[];
    readonly houses: number;
    readonly supplyAreas: number;
    readonly sites: number;
    readonly plots: number;
    readonly demandPoints: number;
  };
  /** Overlays present in the package. */
  readonly layers: readonly OverlayName[];
  readonly hasBaseMap: boolean;
}
