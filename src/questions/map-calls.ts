/**
 * What the map asks of the worker, and the shape of the answers. The worker's table of calls contains this one, so the map can be
 * given the worker's client without knowing the worker.
 */
import type { FeatureCollection, Point } from 'geojson';
import type { Area, Plot, Site, SupplyArea } from '../city/types.ts';
import type { LonLat, LonLatBox } from '../shared/coordinates.ts';
import type { HouseGroup } from '../shared/services.ts';
import type { ObjectRef } from './describe-object.ts';
import type { HouseState } from './house-state.ts';
import type { CellGrid } from './population-cells.ts';

/** Layers a person can switch on and off. */
export const OVERLAY_NAMES = ['population', 'districts', 'supplyAreas', 'plots', 'sites', 'houses'] as const;

export type OverlayName = (typeof OVERLAY_NAMES)[number];

/** Layer names inside a base map tile. */
export const BASE_LAYER_NAMES = [
  'green',
  'builtUp',
  'water',
  'waterways',
  'buildings',
  'rail',
  'streets',
  'roads',
  'places',
] as const;

export type BaseLayerName = (typeof BASE_LAYER_NAMES)[number];

export type BasePart = 'ground' | 'detail';

/** Zoom levels of the tiles of each part; beyond the last one MapLibre enlarges it. */
export const BASE_ZOOMS: Readonly<Record<BasePart, { readonly from: number; readonly to: number }>> = {
  ground: { from: 0, to: 14 },
  detail: { from: 13, to: 15 },
};

/** A set of ids as a text that filters can search: `|kita-u3|kita-ue3|`; empty set = `|`. */
export type Tagged = string;

export interface DistrictProperties {
  readonly id: string;
  readonly level: number;
  readonly name: string;
}

/** A point in the middle of a district (pole of inaccessibility), where its name is written. */
export interface DistrictLabelProperties extends DistrictProperties {
  /** Order of importance within the level, 0 = largest area. */
  readonly rank: number;
}

export interface HouseProperties {
  readonly id: string;
  readonly name: string | null;
  /** The symbol shown when no service is chosen: the group of the house's first offer in the order of `HOUSE_GROUPS`. */
  readonly group: HouseGroup;
  readonly groups: Tagged;
  readonly services: Tagged;
  /** Groups whose services count places and of which no figure is known. */
  readonly missing: Tagged;
  /** On the reference day of the population figures; closed houses are not drawn. */
  readonly state: HouseState;
  /** 0 = drawn first when there is not room for all. */
  readonly rank: number;
  readonly outside: boolean;
}

export interface SupplyAreaProperties {
  readonly id: string;
  readonly kind: SupplyArea['kind'];
  readonly name: string | null;
  readonly services: Tagged;
  /** 0 = largest extent, drawn first: a playground lies on its park. */
  readonly rank: number;
  readonly outside: boolean;
}

export interface SiteProperties {
  readonly id: string;
  readonly name: string;
  readonly stage: number;
  readonly sideState: Site['sideState'];
}

export interface PlotProperties {
  readonly id: string;
  readonly name: string | null;
  readonly use: Plot['use'];
  readonly reserved: boolean;
}

type Nothing = Record<string, never>;

/** Call name → input and output. Arrays and buffers are transferred, not copied. */
export interface MapCalls {
  districts: {
    input: Nothing;
    output: {
      readonly areas: FeatureCollection<Area, DistrictProperties>;
      readonly labels: FeatureCollection<Point, DistrictLabelProperties>;
    };
  };
  houses: { input: Nothing; output: FeatureCollection<Point, HouseProperties> };
  supplyAreas: { input: Nothing; output: FeatureCollection<Area | Point, SupplyAreaProperties> };
  sites: { input: Nothing; output: FeatureCollection<Area, SiteProperties> };
  plots: { input: Nothing; output: FeatureCollection<Area, PlotProperties> };
  /** Persons per cell as a grid of numbers; `null` without demand points. */
  populationCells: { input: Nothing; output: CellGrid | null };
  /**
   * One vector tile of the base map (MVT bytes; empty where there is nothing). Part `ground` holds the layers that are read whole,
   * `detail` streets and buildings, read by bbox in the zooms of {@link BASE_ZOOMS}: so the ground never waits for them.
   */
  baseTile: {
    input: { readonly part: BasePart; readonly z: number; readonly x: number; readonly y: number };
    output: ArrayBuffer;
  };
  /** The object of the given kinds that contains the position (the smallest one), else the nearest within the distance, else `null`. */
  objectAt: {
    input: {
      readonly position: LonLat;
      readonly kinds: readonly ObjectRef['kind'][];
      readonly withinMeters: number;
    };
    output: ObjectRef | null;
  };
  /** Where an object lies, e.g. to fly to it; `null` if the city does not have it. */
  locate: { input: { readonly ref: ObjectRef }; output: ObjectPlace | null };
}

/** Where an object lies: a point for houses and for what the source draws as a point. */
export interface ObjectPlace {
  readonly bbox: LonLatBox;
  readonly geometry: Area | Point;
}
