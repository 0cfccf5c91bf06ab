import type {
  AgeBand,
  Area,
  DemandPoint,
  District,
  House,
  Plot,
  Site,
  SourceRecord,
  SupplyArea,
} from '../city/types.ts';
import type { LonLatBox } from '../shared/coordinates.ts';

/** What can be selected on the map and named in a link. */
export interface ObjectRef {
  readonly kind: 'district' | 'house' | 'supply-area' | 'site' | 'plot' | 'cell';
  readonly id: string;
}

interface Described {
  readonly bbox: LonLatBox;
  readonly geometry: Area | null;
  readonly source: SourceRecord | null;
  /** Names of the districts it lies in, largest first. */
  readonly districtNames: readonly string[];
}

/** Everything the detail panel shows of one object; missing figures are `null`. */
export type ObjectDetails = Described &
  (
    | {
        readonly kind: 'district';
        readonly district: Omit<District, 'geometry'>;
        readonly parentName: string | null;
        readonly areaSquareMeters: number;
        readonly inhabitants: number | null;
        readonly bands: readonly { readonly band: AgeBand; readonly persons: number | null }[];
        readonly houseCount: number;
        readonly children: readonly { readonly id: string; readonly name: string }[];
      }
    | { readonly kind: 'house'; readonly house: House }
    | { readonly kind: 'supply-area'; readonly area: Omit<SupplyArea, 'geometry'> }
    | { readonly kind: 'site'; readonly site: Omit<Site, 'geometry'> }
    | { readonly kind: 'plot'; readonly plot: Omit<Plot, 'geometry'> }
    | {
        readonly kind: 'cell';
        readonly cell: DemandPoint;
        readonly bands: readonly { readonly band: AgeBand; readonly persons: number | null }[];
      }
  );
