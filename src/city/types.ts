/**
 * A city as the program holds it: what the pipeline hands to the writer and what the reader gives back. Missing figures are `null`,
 * never 0. Ids are `<source>:<key>` and stable across editions. Geometries are WGS 84, rounded to 1e-7°.
 */
import type { LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';
import type { LonLat, LonLatBox } from '../shared/coordinates.ts';
import type { Grade } from '../shared/grade.ts';
import type { Note } from '../shared/problem.ts';
import type { ServiceId } from '../shared/services.ts';

export type Area = Polygon | MultiPolygon;

/** Half-open age interval in years; `to: null` is open at the top. */
export interface AgeBand {
  readonly from: number;
  readonly to: number | null;
}

export type Variant = 'low' | 'middle' | 'high';

/** A figure with the day it holds for (ISO date); `null` = not known. */
export interface DatedFigure {
  readonly value: number | null;
  readonly date: string | null;
}

export interface SourceRecord {
  /** File name as in the recipe, without folders. */
  readonly file: string;
  readonly sha256: string;
  readonly name: string;
  readonly licence: string;
  readonly attribution: string;
  /** ISO date of the data, `null` if not stated. */
  readonly date: string | null;
  readonly url: string | null;
  readonly usedFor: readonly string[];
}

/** Words that differ by city, e.g. the name of a district level or of the working group. */
export interface LevelWords {
  readonly singular: string;
  readonly plural: string;
}

export interface DistrictLevel {
  readonly level: number;
  readonly de: LevelWords;
  readonly en: LevelWords;
}

export interface CityIdentity {
  readonly id: string;
  readonly name: string;
  /** True for a generated city: labelled invented everywhere. */
  readonly invented: boolean;
  /** EPSG code of the metric CRS of network and engine. */
  readonly epsg: number;
  /** ISO date of the population figures (Stichtag). */
  readonly referenceDate: string;
  /** ISO date of the newest source: first half of the edition. */
  readonly dataDate: string;
  readonly levels: readonly DistrictLevel[];
  readonly bands: readonly AgeBand[];
  /** Calendar years the forecast covers, base year first; one year if there is no forecast. */
  readonly years: readonly number[];
  readonly variants: readonly Variant[];
  /** Counts delivered below this number stay masked. */
  readonly smallNumberThreshold: number;
  /** `MM-DD` of the school cut-off day. */
  readonly schoolCutOff: string;
  readonly words: { readonly de: Readonly<Record<string, string>>; readonly en: Readonly<Record<string, string>> };
  /** Grid on which demand points are the centres of cells, or `null` (blocks, free points). */
  readonly demandGrid: { readonly epsg: number; readonly cellMeters: number } | null;
  readonly bbox: LonLatBox;
}

export interface District {
  readonly id: string;
  /** 1 = largest unit below the city. */
  readonly level: number;
  readonly parent: string | null;
  readonly name: string;
  readonly geometry: Area;
}

export interface DemandPoint {
  readonly id: string;
  readonly position: LonLat;
  /** District id per level, index 0 = level 1; all `null` outside the city. */
  readonly districts: readonly (string | null)[];
  /** Persons of all ages (three decimals at most), `null` = not known. */
  readonly total: number | null;
  /** Persons per band of {@link CityIdentity.bands}; `null` = not known. Bands may leave a remainder against `total`. */
  readonly persons: readonly (number | null)[];
  readonly outside: boolean;
  readonly grade: Grade;
}

export type OfferStatus = 'existing' | 'secured' | 'planned' | 'idea' | 'closed';

export interface Offer {
  readonly service: ServiceId;
  /** RG, VÖ, GT, Krippe, …; `null` = not stated. */
  readonly form: string | null;
  /** In the unit of the service (places, pupils, …). */
  readonly capacityApproved: DatedFigure;
  readonly capacityAvailable: DatedFigure;
  readonly occupied: DatedFigure;
  /** ISO dates, half-open; `null` = open end. */
  readonly from: string | null;
  readonly to: string | null;
  readonly status: OfferStatus;
}

/** Places usable by several services of a house: `weights` = places of the pool that one place of the service uses. */
export interface Pool {
  readonly places: DatedFigure;
  readonly weights: Readonly<Partial<Record<ServiceId, number>>>;
}

export interface House {
  readonly id: string;
  readonly name: string | null;
  readonly operator: string | null;
  readonly address: string | null;
  readonly position: LonLat;
  /** District id per level, index 0 = level 1; `null` outside. */
  readonly districts: readonly (string | null)[];
  readonly stepFree: boolean | null;
  readonly openToAll: boolean | null;
  readonly outside: boolean;
  /** Index into the manifest's sources. */
  readonly source: number;
  readonly grade: Grade;
  readonly offers: readonly Offer[];
  readonly pools: readonly Pool[];
  /** Places of the house whose split over services is unknown: counted once, missing for each service. `null` = not known or split known. */
  readonly capacityTotal: DatedFigure | null;
}

export interface Catchment {
  readonly id: string;
  readonly service: ServiceId;
  readonly houseId: string;
  readonly name: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly geometry: Area;
}

export interface SupplyArea {
  readonly id: string;
  readonly kind: 'green' | 'playground' | 'pitch';
  readonly services: readonly ServiceId[];
  readonly name: string | null;
  readonly usableSquareMeters: number | null;
  readonly accessPoints: readonly LonLat[];
  readonly openToAll: boolean | null;
  readonly outside: boolean;
  readonly source: number;
  readonly grade: Grade;
  /** A point where the source draws no outline. */
  readonly geometry: Area | Point;
}

/** A point of interest without a Kennwert, for checklists. */
export interface ContextPoint {
  readonly id: string;
  readonly kind:
    | 'supermarket'
    | 'pharmacy'
    | 'stop'
    | 'shelter'
    | 'crossing'
    | 'toilet'
    | 'market'
    | 'worship'
    | 'hospital';
  readonly name: string | null;
  readonly position: LonLat;
  readonly source: number;
}

/** Stage of a site in the procedure: 0 Interessenbekundung … 14 Monitoring. */
export interface Site {
  readonly id: string;
  readonly name: string;
  readonly geometry: Area;
  readonly stage: number;
  readonly sideState: 'dormant' | 'abandoned' | null;
  /** § 34 route: no plan procedure. */
  readonly infill: boolean;
  readonly dwellings: number | null;
  readonly dwellingsLost: number | null;
  readonly floorAreaSquareMeters: number | null;
  /** Share of subsidised dwellings, 0–1. */
  readonly subsidisedShare: number | null;
  readonly dwellingType: 'MFH' | 'EFH' | 'mixed' | null;
  readonly firstOccupancy: number | null;
  /** Share of dwellings per calendar year of first occupancy; sums to 1. */
  readonly phases: readonly { readonly year: number; readonly share: number }[];
  readonly owner: string | null;
  readonly inForecast: boolean | null;
  readonly nextStep: string | null;
  readonly nextDate: string | null;
  readonly source: number;
  readonly grade: Grade;
}

export interface Plot {
  readonly id: string;
  readonly name: string | null;
  readonly geometry: Area;
  /** Use named in the plan, e.g. "Kita"; `null` = none named. */
  readonly use: string | null;
  readonly owner: string | null;
  readonly areaSquareMeters: number;
  readonly reservedFor: string | null;
  /** ISO date. */
  readonly reservedUntil: string | null;
  readonly source: number;
  readonly grade: Grade;
}

/** Persons(district, band, year, variant) = base × factor. */
export interface Forecast {
  readonly containsNewHousing: 'none' | 'listed' | 'all';
  readonly listedSites: readonly { readonly siteId: string; readonly dwellings: number }[];
  readonly forecaster: string | null;
  readonly date: string | null;
  /** Smallest unit (inhabitants) for which the forecast claims validity. */
  readonly validFromInhabitants: number | null;
  /** `factors[districtId][variant][bandIndex][yearIndex]`; `null` = no statement. Year index as in {@link CityIdentity.years}. */
  readonly factors: Readonly<Record<string, Partial<Record<Variant, readonly (readonly (number | null)[])[]>>>>;
}

export interface DistrictFigure {
  readonly district: string;
  readonly service: ServiceId;
  readonly year: number;
  readonly kind: 'places-without-location' | 'waiting-list' | 'occupied' | 'staff-vacancies';
  readonly value: number | null;
  readonly source: number;
}

export interface SocialIndicator {
  readonly id: string;
  readonly de: string;
  readonly en: string;
  readonly date: string | null;
  readonly source: number;
  readonly rows: readonly {
    readonly district: string;
    readonly year: number;
    readonly numerator: number | null;
    readonly denominator: number | null;
    readonly masked: boolean;
  }[];
}

/** A figure a city has published, with the Kennwert then in force. */
export interface PublishedFigure {
  readonly district: string | null;
  readonly service: ServiceId;
  readonly year: number;
  readonly measure: 'supply-rate' | 'missing' | 'capacity' | 'demand';
  readonly value: number | null;
  readonly indicator: string | null;
  readonly source: number;
}

/**
 * The walking network. Nodes are sorted along a Hilbert curve; each undirected edge is stored in both directions; edges are straight.
 * Lengths are integer decimetres. `x`, `y` are centimetres in the city's metric CRS.
 */
export interface WalkNetwork {
  readonly epsg: number;
  readonly nodeCount: number;
  /** Number of undirected edges. `targets.length` is twice that. */
  readonly edgeCount: number;
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** `nodeCount + 1` entries: the arcs of node n are `offsets[n] … offsets[n + 1]`. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly decimeters: Uint32Array;
  /** Per arc, bits of {@link EDGE_FLAGS}. */
  readonly flags: Uint8Array;
  /** Per node, bits of {@link NODE_FLAGS}. */
  readonly nodeFlags: Uint8Array;
}

/** Bits of an arc: steps; wheelchair yes / limited / no (none of the three = unknown); unpaved; steep. */
export const EDGE_FLAGS = {
  steps: 1,
  wheelchairYes: 2,
  wheelchairLimited: 4,
  wheelchairNo: 8,
  unpaved: 16,
  steep: 32,
} as const;

/** Bits of a node: lies in a component of fewer than 50 nodes. */
export const NODE_FLAGS = { smallComponent: 1 } as const;

export interface BaseFeature<G> {
  readonly kind: string;
  readonly name: string | null;
  readonly geometry: G;
}

export interface Building {
  readonly geometry: Area;
  readonly levels: number | null;
  readonly residential: boolean | null;
}

/** The offline base map. `kind`s: see the field comments. */
export interface BaseMap {
  /** lake, river (areas), stream (lines are in `waterways`). */
  readonly water: readonly BaseFeature<Area>[];
  /** river, stream, canal. */
  readonly waterways: readonly BaseFeature<LineString | MultiLineString>[];
  /** park, forest, grass, cemetery, allotments, farmland. */
  readonly green: readonly BaseFeature<Area>[];
  /** residential, commercial, industrial. */
  readonly builtUp: readonly BaseFeature<Area>[];
  /** motorway, trunk, primary, secondary, tertiary. */
  readonly roads: readonly BaseFeature<LineString>[];
  /** residential, service, pedestrian, track, path, footway, steps, cycleway. Streamed by bbox. */
  readonly streets: readonly BaseFeature<LineString>[];
  /** rail, light-rail. */
  readonly rail: readonly BaseFeature<LineString>[];
  /** Streamed by bbox from zoom 14. */
  readonly buildings: readonly Building[];
  /** city, town, suburb, quarter, village, water, wood, park, station: labels. `rank` 1 = most important. */
  readonly places: readonly (BaseFeature<Point> & { readonly rank: number })[];
}

/** A named street for the search: one entry per name and district of the finest level. */
export interface Street {
  readonly name: string;
  readonly position: LonLat;
  readonly districts: readonly (string | null)[];
}

/** Everything a city package consists of, in memory. Optional parts are `null` or empty. */
export interface CityContent {
  readonly identity: CityIdentity;
  readonly sources: readonly SourceRecord[];
  readonly notes: readonly Note[];
  readonly districts: readonly District[];
  readonly population: readonly DemandPoint[];
  readonly forecast: Forecast | null;
  readonly houses: readonly House[];
  readonly catchments: readonly Catchment[];
  readonly districtFigures: readonly DistrictFigure[];
  readonly context: readonly ContextPoint[];
  readonly social: readonly SocialIndicator[];
  readonly history: readonly PublishedFigure[];
  readonly supplyAreas: readonly SupplyArea[];
  readonly sites: readonly Site[];
  readonly plots: readonly Plot[];
  readonly network: WalkNetwork | null;
  readonly base: BaseMap | null;
  readonly streets: readonly Street[];
}

/** One file of a package as the manifest lists it. */
export interface PackageFileRecord {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Features of a layer; `null` for JSON and the network. */
  readonly features: number | null;
  /** Length and checksum of header and index of a streamed layer; `null` for files read whole. */
  readonly indexBytes: number | null;
  readonly indexSha256: string | null;
}

/** `manifest.json`: what a city package holds. Stated flat, so that a person can read it. */
export interface Manifest extends CityIdentity {
  readonly schemaVersion: number;
  /** `<dataDate>-<first 12 hexadecimal digits of the SHA-256 over the manifest itself, which lists the checksums of all files>`. */
  readonly edition: string;
  /** Services with at least one house or supply area, in the order of `SERVICE_IDS`. */
  readonly services: readonly ServiceId[];
  readonly sources: readonly SourceRecord[];
  readonly notes: readonly Note[];
  readonly files: readonly PackageFileRecord[];
}
