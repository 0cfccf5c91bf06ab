import type { ObjectRef } from '../questions/describe-object.ts';
import { LANGUAGES } from '../shared/language.ts';
import { HOUSE_GROUPS } from '../shared/services.ts';
import { encodeGap, GAP_READERS } from './gap-url.ts';
import { type Camera, type LinkedView, OVERLAYS, PANELS } from './view-state.ts';

const OBJECT_KINDS = [
  'district',
  'house',
  'supply-area',
  'site',
  'plot',
  'cell',
] as const satisfies readonly ObjectRef['kind'][];

/** What a link says, and the parts of it (`key=value`) that were not understood and left out. */
export interface DecodedLink {
  readonly view: Partial<LinkedView>;
  readonly unknownParts: readonly string[];
}

/** Word for "none of them" in lists and for a closed panel, so that an empty choice survives the link. */
const NONE = 'none';

/**
 * View → query of the page's address, e.g. `?city=musterstadt&lang=de&map=13.25/48.775120/9.182340/15&layers=districts,houses`.
 * Commas, colons and slashes stay readable. The camera is rounded: zoom to 0.01, degrees to 1e-5 (about a metre), bearing to 0.1°.
 */
export function encodeView(view: LinkedView): string {
  const parts: [string, string][] = [
    ['city', view.cityId],
    ['lang', view.language],
  ];
  if (view.camera !== null) parts.push(['map', encodeCamera(view.camera)]);
  parts.push(['layers', view.layers.join(',') || NONE]);
  if (view.groups !== null) parts.push(['services', view.groups.join(',') || NONE]);
  if (view.selection !== null) parts.push(['sel', `${view.selection.kind}:${view.selection.id}`]);
  if (view.scenarioId !== null) parts.push(['scenario', view.scenarioId]);
  parts.push(['panel', view.panel ?? NONE], ...encodeGap(view));
  return `?${parts.map(([key, value]) => `${key}=${encodeValue(value)}`).join('&')}`;
}

/** Query of an address → view. Parts that are unknown or malformed are left out and named. */
export function decodeView(query: string): DecodedLink {
  const view: { -readonly [K in keyof LinkedView]?: LinkedView[K] } = {};
  const unknownParts: string[] = [];
  for (const [key, value] of new URLSearchParams(query)) {
    // A link may name anything, `__proto__` too.
    const understood = Object.hasOwn(READERS, key) && READERS[key]!(value, view);
    if (!understood) unknownParts.push(value === '' ? key : `${key}=${value}`);
  }
  return { view, unknownParts };
}

type Draft = { -readonly [K in keyof LinkedView]?: LinkedView[K] };

/** Each reader takes what it understands and answers whether that was all of it. */
const READERS: Readonly<Record<string, (value: string, draft: Draft) => boolean>> = {
  ...GAP_READERS,
  scenario: (value, draft) => {
    if (value === '') return false;
    draft.scenarioId = value;
    return true;
  },
  city: (value, draft) => {
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(value)) return false;
    draft.cityId = value;
    return true;
  },
  lang: (value, draft) => {
    const language = LANGUAGES.find((known) => known === value);
    if (language === undefined) return false;
    draft.language = language;
    return true;
  },
  map: (value, draft) => {
    const camera = decodeCamera(value);
    if (camera === null) return false;
    draft.camera = camera;
    return true;
  },
  layers: (value, draft) => {
    const { known, complete } = decodeList(value, OVERLAYS);
    if (known.length > 0 || value === NONE) draft.layers = known;
    return complete;
  },
  services: (value, draft) => {
    const { known, complete } = decodeList(value, HOUSE_GROUPS);
    if (known.length > 0 || value === NONE) draft.groups = known;
    return complete;
  },
  sel: (value, draft) => {
    const colon = value.indexOf(':');
    const kind = OBJECT_KINDS.find((known) => known === value.slice(0, colon));
    const id = value.slice(colon + 1);
    if (kind === undefined || id === '') return false;
    draft.selection = { kind, id };
    return true;
  },
  panel: (value, draft) => {
    const panel = value === NONE ? null : PANELS.find((known) => known === value);
    if (panel === undefined) return false;
    draft.panel = panel;
    return true;
  },
};

/** Named members in the order of `all`; `complete` is false if a name was unknown. */
function decodeList<T extends string>(value: string, all: readonly T[]): { known: T[]; complete: boolean } {
  if (value === NONE) return { known: [], complete: true };
  const names = value.split(',');
  const known = all.filter((name) => names.includes(name));
  return { known, complete: names.every((name) => (all as readonly string[]).includes(name)) };
}

function encodeCamera(camera: Camera): string {
  const place = `${decimal(camera.zoom, 2)}/${camera.lat.toFixed(5)}/${camera.lon.toFixed(5)}`;
  const bearing = decimal(camera.bearing, 1);
  return bearing === '0' ? place : `${place}/${bearing}`;
}

function decodeCamera(value: string): Camera | null {
  const parts = value.split('/');
  if (parts.length < 3 || parts.length > 4 || !parts.every((part) => /^-?\d+(\.\d+)?$/.test(part))) return null;
  const [zoom = 0, lat = 0, lon = 0, bearing = 0] = parts.map(Number);
  if (zoom < 0 || zoom > 24 || Math.abs(lat) > 85 || Math.abs(lon) > 180 || Math.abs(bearing) > 360) return null;
  return { zoom, lat, lon, bearing };
}

/** At most `digits` decimals, without trailing zeros and without a negative zero. */
function decimal(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)) || 0);
}

function encodeValue(value: string): string {
  return encodeURIComponent(value).replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%3A/g, ':');
}
