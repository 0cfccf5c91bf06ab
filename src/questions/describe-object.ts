import type { Point } from 'geojson';
import type { AgeBand, Area, District, House, Plot, Site, SourceRecord, SupplyArea } from '../city/types.ts';
import type { LonLatBox } from '../shared/coordinates.ts';
import type { Grade } from '../shared/grade.ts';

/** What can be selected on the map and named in a link. */
export interface ObjectRef {
  readonly kind: 'district' | 'house' | 'supply-area' | 'site' | 'plot' | 'cell';
  readonly id: string;
}

interface Described {
  readonly bbox: LonLatBox;
  readonly geometry: Area | Point;
  readonly source: SourceRecord | null;
  /** Names of the districts it lies in, largest first. */
  readonly districtNames: readonly string[];
}

/** Persons of an age band; `masked` = a delivered count that is kept back because it is small (`persons` is then `null`). */
export interface BandFigure {
  readonly band: AgeBand;
  readonly persons: number | null;
  readonly masked: boolean;
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
        /** Worst grade of the population figures in it, `null` without figures. */
        readonly populationGrade: Grade | null;
        readonly bands: readonly BandFigure[];
        readonly houseCount: number;
        readonly children: readonly { readonly id: string; readonly name: string }[];
      }
    | { readonly kind: 'house'; readonly house: House }
    | { readonly kind: 'supply-area'; readonly area: Omit<SupplyArea, 'geometry'> }
    | { readonly kind: 'site'; readonly site: Omit<Site, 'geometry'> }
    | { readonly kind: 'plot'; readonly plot: Omit<Plot, 'geometry'> }
    | {
        readonly kind: 'cell';
        readonly id: string;
        readonly grade: Grade;
        /** Persons of all ages, whole; `null` = not known or masked. Never by age: a cell is modelled or too small for that. */
        readonly persons: number | null;
        /** Between 0 and the package's threshold (5 at least). */
        readonly masked: boolean;
        /** Index into `CELL_CLASSES`; `null` = not known. */
        readonly classIndex: number | null;
      }
  );
