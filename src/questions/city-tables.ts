import type {
  CityIdentity,
  DemandPoint,
  District,
  House,
  Plot,
  Site,
  SourceRecord,
  SupplyArea,
} from '../city/types.ts';

/** The parts of a city that questions about single objects look into. */
export interface CityTables {
  readonly identity: CityIdentity;
  readonly sources: readonly SourceRecord[];
  readonly districts: readonly District[];
  readonly population: readonly DemandPoint[];
  readonly houses: readonly House[];
  readonly supplyAreas: readonly SupplyArea[];
  readonly sites: readonly Site[];
  readonly plots: readonly Plot[];
}
