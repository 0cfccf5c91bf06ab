import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LonLat, LonLatBox } from '../shared/coordinates.ts';
import type { Camera } from './camera.ts';

/** Pixels at the container's sides that something else covers: the middle of the map is the middle of the rest. */
export interface MapInsets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export type FlyTarget =
  | { readonly bbox: LonLatBox }
  | { readonly position: readonly [number, number]; readonly zoom?: number };

/** What the map looks at, and how it gets there. */
export interface MapCamera {
  get(): Camera;
  set(camera: Camera): void;
  /** Shows a city, as a link says or as a whole. */
  showCity(bbox: LonLatBox, linked: Camera | undefined): void;
  flyTo(target: FlyTarget): void;
  /** Moves the map to a place that is not on it or is covered; else nothing moves. */
  bringIntoView(position: LonLat): void;
  zoomBy(levels: number): void;
  resetBearing(): void;
  /** Says what is covered. What is seen stays in place; a link's centre stays central until somebody moves the map. */
  setInsets(insets: MapInsets): void;
  setReducedMotion(reduced: boolean): void;
}

/** No movement lasts longer (look.md). */
export const MOTION_MILLISECONDS = 150;
const FIT_PADDING_PIXELS = 40;

/** `crosshair`: shows the middle of what is not covered. */
export function createMapCamera(map: MapLibreMap, crosshair: HTMLElement, reducedMotion: boolean): MapCamera {
  let duration = reducedMotion ? 0 : MOTION_MILLISECONDS;
  /** Nobody has moved the map since a link said what it shows: that stays central, whatever sheets come to cover. */
  let isAsLinked = false;
  map.on('movestart', ({ originalEvent }) => {
    if (originalEvent !== undefined) isAsLinked = false;
  });

  const set = ({ lon, lat, zoom, bearing }: Camera) => {
    map.jumpTo({ center: [lon, lat], zoom, bearing });
  };
  const flyTo = (target: FlyTarget) => {
    isAsLinked = false;
    if ('bbox' in target) {
      map.fitBounds([...target.bbox], { padding: FIT_PADDING_PIXELS * 2, maxZoom: 16.5, duration });
    } else {
      const zoom = target.zoom ?? Math.max(map.getZoom(), 15.5);
      map.easeTo({ center: [target.position[0], target.position[1]], zoom, duration });
    }
  };
  return {
    get() {
      const { lng, lat } = map.getCenter();
      return { lon: lng, lat, zoom: map.getZoom(), bearing: map.getBearing() };
    },
    set,
    showCity(bbox, linked) {
      isAsLinked = linked !== undefined;
      if (linked !== undefined) set(linked);
      else map.fitBounds([...bbox], { padding: FIT_PADDING_PIXELS, duration: 0 });
    },
    flyTo,
    bringIntoView([lon, lat]) {
      const { clientWidth, clientHeight } = map.getContainer();
      const { top = 0, right = 0, bottom = 0, left = 0 } = map.getPadding();
      const { x, y } = map.project([lon, lat]);
      const isSeen = x >= left && x <= clientWidth - right && y >= top && y <= clientHeight - bottom;
      if (!isSeen) flyTo({ position: [lon, lat] });
    },
    zoomBy(levels) {
      isAsLinked = false;
      map.easeTo({ zoom: map.getZoom() + levels, duration });
    },
    resetBearing() {
      map.easeTo({ bearing: 0, duration });
    },
    setInsets(insets) {
      const { clientWidth, clientHeight } = map.getContainer();
      const { top, right, bottom, left } = insets;
      const seen = map.unproject([(left + clientWidth - right) / 2, (top + clientHeight - bottom) / 2]);
      map.jumpTo({ center: isAsLinked ? map.getCenter() : seen, padding: { ...insets } });
      crosshair.style.left = `calc(50% + ${(left - right) / 2}px)`;
      crosshair.style.top = `calc(50% + ${(top - bottom) / 2}px)`;
    },
    setReducedMotion(reduced) {
      duration = reduced ? 0 : MOTION_MILLISECONDS;
    },
  };
}
