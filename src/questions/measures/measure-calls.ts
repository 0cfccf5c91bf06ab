import type { Indicator } from '../../indicators/indicator.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { GapAnswer, GapQuestion } from '../gap-map/gap-calls.ts';
import type { CatchmentDemand } from './catchment-figures.ts';
import type { CatchmentGrid } from './catchment-grid.ts';
import type { ComparedCell } from './compare-all.ts';
import type { MeasureDraft } from './measure-draft.ts';

/** What a screen needs of a house that a measure acts on. */
export interface HouseBrief {
  readonly id: string;
  readonly name: string | null;
  readonly position: LonLat;
  readonly outside: boolean;
  /** Its services with the places of the year asked for (approved; `null` = keine Angabe). */
  readonly offers: readonly { readonly service: ServiceId; readonly places: number | null }[];
  /** First day of its earliest offer, ISO; `null` = since ever. */
  readonly opens: string | null;
}

/** Where a position lies. */
export interface PlaceFacts {
  readonly position: LonLat;
  /** Beyond the city's border. */
  readonly outside: boolean;
  /** Name of the smallest district; `null` = none. */
  readonly district: string | null;
  readonly plot: { readonly id: string; readonly name: string | null } | null;
  readonly site: { readonly id: string; readonly name: string } | null;
}

/** A piece of land that a house could stand on. */
export interface PlotBrief {
  readonly id: string;
  readonly name: string | null;
  readonly position: LonLat;
  readonly areaSquareMeters: number | null;
  readonly use: string | null;
  readonly reservedFor: string | null;
  readonly district: string | null;
}

/** What a measure does alone, for one of its services. */
export interface MeasureEffect {
  readonly service: ServiceId;
  /** Missing places that it closes if it alone is built; `null` where the model counts no missing places or nothing is known. */
  readonly closes: number | null;
  /** Places of the city more (or fewer); `null` = keine Angabe. */
  readonly places: number | null;
}

/** A service and size that is looked for a place. */
export interface WantedOffer {
  readonly service: ServiceId;
  /** In the unit of the service. */
  readonly capacity: number;
}

/** How a place lies. Air distances in whole metres, at most 2,000 (farther is said as that); `null` = keine Angabe: the package has none. */
export interface PlaceQuality {
  /** Stop and green near, one of them, none; `null` where neither is known. */
  readonly verdict: 'good' | 'fair' | 'poor' | null;
  readonly stopMeters: number | null;
  readonly greenMeters: number | null;
  readonly supermarketMeters: number | null;
}

/** A place that was suggested. */
export interface SuggestedPlace {
  /** Unique among those of one answer. */
  readonly key: string;
  readonly position: LonLat;
  /** Fall of missing places if the house is built here alone, summed over the services asked for. */
  readonly gain: number;
  readonly plot: PlotBrief | null;
  readonly district: string | null;
  readonly quality: PlaceQuality;
}

export interface Suggestions {
  readonly kind: 'plots' | 'several' | 'anywhere';
  /** By falling gain. */
  readonly places: readonly SuggestedPlace[];
  /** What all of them close together; only for `several`. */
  readonly together: number | null;
  /** Share (0–1) that the best possible choice may lie above; 0 = proven best, `null` = not bounded. */
  readonly gapShare: number | null;
  /** How many places were compared. */
  readonly compared: number;
}

/** An answer while something is dragged: what was not worked out again is `null` and stays as it was shown. */
export interface PreviewAnswer extends Omit<GapAnswer, 'houses'> {
  readonly houses: GapAnswer['houses'] | null;
}

/** A school that gives up pupils to a new catchment. Pupils by the demand of the year; `null` = keine Angabe. */
export interface GivingSchool {
  readonly id: string;
  readonly name: string | null;
  readonly before: number | null;
  readonly after: number | null;
  /** `null` = keine Angabe. */
  readonly capacity: number | null;
}

/** What the Schulbezirk of a new school is made of: cells, and who lives there. */
export interface CatchmentGround {
  readonly grid: CatchmentGrid;
  readonly demand: CatchmentDemand;
}

/** The calls about measures. */
export interface MeasureCalls {
  houseBriefs: { input: { readonly ids: readonly string[]; readonly year: number }; output: readonly HouseBrief[] };
  plotList: { input: { readonly scenarioId: string | null }; output: readonly PlotBrief[] };
  placeAt: { input: { readonly position: LonLat; readonly scenarioId: string | null }; output: PlaceFacts };
  /**
   * The answer with the measure that the question brings (`preview`). A measure that differs from the one before in its place alone costs
   * what it changes: rows and cells are new, the houses' loads stay. Throws as `computeGaps`.
   */
  gapPreview: { input: GapQuestion & { readonly preview: MeasureDraft }; output: PreviewAnswer };
  /**
   * The cells for a Schulbezirk of the new school that the question brings (`preview`), with a proposal; the Kennwert is the question's.
   * `null` if the school does not count in that year. Throws as `computeGaps`.
   */
  catchmentGround: { input: GapQuestion & { readonly preview: MeasureDraft }; output: CatchmentGround | null };
  /** By measure of the scenario; year, variant and what counts as in the question, whose own service does not matter. */
  measureEffects: { input: GapQuestion; output: Readonly<Record<string, readonly MeasureEffect[]>> };
  /**
   * Two scenarios in all services of some Kennwerte and some years; variant and what counts as in the question. `other`: `null` = Bestand.
   */
  compareAll: {
    input: {
      readonly question: GapQuestion;
      readonly other: string | null;
      readonly indicators: readonly Indicator[];
      readonly years: readonly number[];
    };
    output: readonly ComparedCell[];
  };
  /** Throws `measure.not-suggested` for services without allocation, and as `computeGaps`. */
  suggestPlaces: {
    input: {
      readonly question: GapQuestion;
      readonly kind: Suggestions['kind'];
      /** The first is that of the question. */
      readonly offers: readonly WantedOffer[];
      /** Smallest plot; `null` = any. */
      readonly leastSquareMeters: number | null;
      /** Houses wanted, for `several`. */
      readonly most: number;
    };
    output: Suggestions;
  };
}
