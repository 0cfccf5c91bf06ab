import type { Variant } from '../city/types.ts';
import type { ObjectRef } from '../questions/describe-object.ts';
import type { MapMeasure } from '../questions/gap-map/gap-classes.ts';
import { DEFAULT_COUNTS, type GapRequest, type GapRow, type WhatCounts } from '../questions/gaps/gap-request.ts';
import type { OverlayName } from '../questions/map-calls.ts';
import type { Language } from '../shared/language.ts';
import type { HouseGroup, ServiceId } from '../shared/services.ts';

/** The city that opens when a link names none. */
export const DEFAULT_CITY_ID = 'demo';

/** Overlays in the order of the layer list. */
export const OVERLAYS = [
  'districts',
  'houses',
  'supplyAreas',
  'sites',
  'plots',
  'population',
] as const satisfies readonly OverlayName[];

/** Layers a first visit shows; population cells are one click away because they cover the map. */
export const DEFAULT_LAYERS: readonly OverlayName[] = ['districts', 'houses', 'supplyAreas', 'sites', 'plots'];

/** Panels of the task rail. */
export const PANELS = [
  'gaps',
  'sites',
  'measures',
  'needs',
  'indicators',
  'layers',
  'houses',
  'plans',
  'data',
] as const;

export type PanelName = (typeof PANELS)[number];

/** "Ich arbeite in …": whose tasks the rail begins with. */
export const ROLES = ['planning', 'department', 'office', 'council'] as const;

export type Role = (typeof ROLES)[number];

/** What the map looks at. `zoom` as in web maps (512 px tiles), `bearing` in degrees clockwise from north. */
export interface Camera {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
  readonly bearing: number;
}

/** The question of the gap map as a person sets it. What is `null` follows the city or the Kennwert. */
export interface GapView {
  readonly service: ServiceId;
  /** `null` = the base year of the package. */
  readonly year: number | null;
  readonly variant: Variant;
  readonly counts: WhatCounts;
  /** Walking limit in metres; `null` = the Kennwert's. */
  readonly limitMeters: number | null;
  readonly profile: GapRequest['profile'];
  /** What districts are coloured by; `null` = the first that the model defines. */
  readonly measure: MapMeasure | null;
  /** District level that is coloured and listed; cities without it show their nearest. */
  readonly level: number;
  /** The district whose parts are listed (drill-down); `null` = the city. */
  readonly within: string | null;
  /** Cells instead of coloured districts. */
  readonly cells: boolean;
  /** Circles of missing and free places. */
  readonly symbols: boolean;
  /** Who uses whose places, for the selected district. */
  readonly flows: boolean;
  /** How far one walks from the selected house. */
  readonly bands: boolean;
}

export const FIRST_GAP_VIEW: GapView = {
  service: 'kita-u3',
  year: null,
  variant: 'middle',
  counts: DEFAULT_COUNTS,
  limitMeters: null,
  profile: 'all',
  measure: null,
  level: 1,
  within: null,
  cells: false,
  symbols: true,
  flows: false,
  bands: true,
};

/** A figure whose rule is open: of a district or the city. */
export interface OpenRule {
  readonly rowId: string;
  readonly figure: keyof GapRow;
}

/** Everything a person can see or set without changing data. Never part of undo; most of it is in the link. */
export interface ViewState {
  readonly cityId: string;
  readonly language: Language;
  /** `null` until the map has shown the city: then the whole city is fitted. */
  readonly camera: Camera | null;
  /** Visible overlays in the order of {@link OVERLAYS}. */
  readonly layers: readonly OverlayName[];
  /** Shown house groups in the order of `HOUSE_GROUPS`; `null` = all of them. */
  readonly groups: readonly HouseGroup[] | null;
  readonly selection: ObjectRef | null;
  /** What the pointer is on, on the map. Not in the link. */
  readonly hovered: ObjectRef | null;
  /** The scenario whose measures count; `null` = Bestand. */
  readonly scenarioId: string | null;
  readonly gap: GapView;
  /** Whether the map shows the gap map. */
  readonly gapShown: boolean;
  /** The large table below the map. */
  readonly tableOpen: boolean;
  /** The figure whose rule is open; `null` = none. Not in the link. */
  readonly rule: OpenRule | null;
  /** The open panel of the task rail; `null` = closed. */
  readonly panel: PanelName | null;
  /** The official background map is fetched from a server outside: switched on by the user only, never by a link. */
  readonly officialBasemap: boolean;
  /** Whether "/" and "?" work without another key; can be switched off, because voice input and slips of the hand trigger them. */
  readonly singleKeys: boolean;
  readonly dialog: 'search' | 'help' | 'start' | null;
  /** `null` until a person has said it. Kept on this machine, never in a link. */
  readonly role: Role | null;
}

/** The part of the view that a link carries. */
export type LinkedView = Pick<
  ViewState,
  | 'cityId'
  | 'language'
  | 'camera'
  | 'layers'
  | 'groups'
  | 'selection'
  | 'panel'
  | 'scenarioId'
  | 'gap'
  | 'gapShown'
  | 'tableOpen'
>;

/** What a link that names nothing shows. */
export const FIRST_LINKED_VIEW: LinkedView = {
  cityId: DEFAULT_CITY_ID,
  language: 'de',
  camera: null,
  layers: DEFAULT_LAYERS,
  groups: null,
  selection: null,
  scenarioId: null,
  gap: FIRST_GAP_VIEW,
  gapShown: true,
  tableOpen: false,
  panel: 'gaps',
};

/** The view of a first visit. */
export const FIRST_VIEW: ViewState = {
  ...FIRST_LINKED_VIEW,
  hovered: null,
  rule: null,
  officialBasemap: false,
  singleKeys: true,
  dialog: null,
  role: null,
};
