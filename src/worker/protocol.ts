import type { FeatureCollection, Point } from 'geojson';
import type { Area, CityIdentity, SourceRecord } from '../city/types.ts';
import type { ObjectDetails, ObjectRef } from '../questions/describe-object.ts';
import type { CellGrid } from '../questions/population-cells.ts';
import type { SearchHit } from '../questions/search-city.ts';
import type { LonLatBox } from '../shared/coordinates.ts';
import type { Note, Problem } from '../shared/problem.ts';
import type { ServiceId } from '../shared/services.ts';

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
    readonly inhabitants: number | null;
    readonly districtsByLevel: readonly number[];
    readonly houses: number;
    readonly supplyAreas: number;
    readonly sites: number;
    readonly plots: number;
    readonly demandPoints: number;
  };
  /** Layers present in the package. */
  readonly layers: readonly OverlayName[];
  readonly hasBaseMap: boolean;
}

export type OverlayName = 'districts' | 'houses' | 'supplyAreas' | 'sites' | 'plots' | 'population';

/** Properties of overlay features; `id` is repeated for `promoteId`. */
export interface DistrictProperties {
  readonly id: string;
  readonly level: number;
  readonly name: string;
  /** Where the name is written: the pole of inaccessibility is computed by the worker and delivered as a second collection. */
}

export interface OverlayCollections {
  readonly districts: { readonly areas: FeatureCollection<Area>; readonly labels: FeatureCollection<Point> };
  readonly houses: FeatureCollection<Point>;
  readonly supplyAreas: FeatureCollection;
  readonly sites: FeatureCollection<Area>;
  readonly plots: FeatureCollection<Area>;
}

/** Base map vector tiles: layer names inside a tile equal these. */
export type BaseLayerName =
  | 'water'
  | 'waterways'
  | 'green'
  | 'builtUp'
  | 'roads'
  | 'streets'
  | 'rail'
  | 'buildings'
  | 'places';

/** The one table of calls: name → input and output. Client and server are typed by it. */
export interface Calls {
  /** Opens the package at `baseUrl` (ends with a slash), checks it, and answers with the summary. Progress by file. */
  openCity: { input: { readonly baseUrl: string }; output: CitySummary };
  /** One overlay as GeoJSON for the map. */
  overlay: {
    input: { readonly layer: Exclude<OverlayName, 'population'> };
    output: OverlayCollections[Exclude<OverlayName, 'population'>];
  };
  /** Population cells as a grid of numbers; transferred. */
  populationCells: { input: Record<string, never>; output: CellGrid };
  /** One vector tile of the base map (MVT bytes, may be empty); transferred. */
  baseTile: { input: { readonly z: number; readonly x: number; readonly y: number }; output: ArrayBuffer };
  search: { input: { readonly text: string; readonly limit: number }; output: readonly SearchHit[] };
  describe: { input: ObjectRef; output: ObjectDetails };
  /** The object of a kind that lies nearest to a position, or `null` (keyboard and touch selection). */
  locate: { input: { readonly ref: ObjectRef }; output: { readonly bbox: LonLatBox } | null };
}

export type CallName = keyof Calls;

export interface Progress {
  /** What is being read or computed, e.g. a file name of the package. */
  readonly what: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export type ClientMessage =
  | { readonly kind: 'call'; readonly id: number; readonly name: CallName; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: number };

export type ServerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'done'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly problem: Problem };
