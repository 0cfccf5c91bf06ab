import type { CatchmentArea, GapBands, GapCells, GapFlows, GapHouse } from '../questions/gap-map/gap-calls.ts';
import type { DistrictClass } from '../questions/gap-map/gap-classes.ts';
import type { ServiceId } from '../shared/services.ts';

/** A district of the coloured level, as the map shows it. */
export interface GapDistrict {
  readonly id: string;
  readonly cls: DistrictClass;
  /** Written into the district where it fits, in the reader's language, e.g. "−320"; `null` = nothing. */
  readonly label: string | null;
  /** Drawn as symbols, in the unit of the service; `null` = keine Angabe, no symbol. */
  readonly missing: number | null;
  readonly free: number | null;
  /** Part of it lies at a border whose outside is unknown (Randlage). */
  readonly atBorder: boolean;
}

/** What the map shows of an answer to "what is missing where". */
export interface GapPicture {
  /** District level that is coloured; 0 = no districts: only the city. */
  readonly level: number;
  readonly districts: readonly GapDistrict[];
  /** Show proportional symbols of missing and free places. */
  readonly symbols: boolean;
  /** Shown in place of the districts' fill from nearby, or at every zoom if `cellsWanted`. */
  readonly cells: GapCells | null;
  readonly cellsWanted: boolean;
  /** Whose houses are shown; others are hidden. */
  readonly services: readonly ServiceId[];
  /** Houses that offer one of the services, with their load. */
  readonly houses: readonly GapHouse[];
  readonly catchments: readonly CatchmentArea[] | null;
  /** Class by house id; with it the catchments are filled in place of the districts. */
  readonly catchmentClass: ReadonlyMap<string, DistrictClass> | null;
  readonly bands: GapBands | null;
  readonly flows: GapFlows['lines'] | null;
}
