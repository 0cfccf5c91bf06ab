import type { ObjectRef } from '../questions/describe-object.ts';
import type { OverlayName } from '../questions/map-calls.ts';
import type { Language } from '../shared/language.ts';
import type { HouseGroup } from '../shared/services.ts';

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
export const PANELS = ['layers', 'houses', 'data'] as const;

export type PanelName = (typeof PANELS)[number];

/** What the map looks at. `zoom` as in web maps (512 px tiles), `bearing` in degrees clockwise from north. */
export interface Camera {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
  readonly bearing: number;
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
  /** The open panel of the task rail; `null` = closed. */
  readonly panel: PanelName | null;
  /** The official background map is fetched from a server outside: switched on by the user only, never by a link. */
  readonly officialBasemap: boolean;
  /** Whether "/" and "?" work without another key; can be switched off, because voice input and slips of the hand trigger them. */
  readonly singleKeys: boolean;
  readonly dialog: 'search' | 'help' | null;
}

/** The part of the view that a link carries. */
export type LinkedView = Pick<
  ViewState,
  'cityId' | 'language' | 'camera' | 'layers' | 'groups' | 'selection' | 'panel'
>;

/** What a link that names nothing shows. */
export const FIRST_LINKED_VIEW: LinkedView = {
  cityId: DEFAULT_CITY_ID,
  language: 'de',
  camera: null,
  layers: DEFAULT_LAYERS,
  groups: null,
  selection: null,
  panel: 'layers',
};

/** The view of a first visit. */
export const FIRST_VIEW: ViewState = { ...FIRST_LINKED_VIEW, officialBasemap: false, singleKeys: true, dialog: null };
