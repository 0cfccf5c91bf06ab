import type { MapOptions } from 'maplibre-gl';
import { emptyStyle } from './city-style.ts';

/** Germany, before a city is known. */
const FIRST_CAMERA = { center: [10.3, 51.2] as [number, number], zoom: 5 };

export interface MapForm {
  /** Pixels drawn per pixel of the page. */
  readonly pixelRatio: number;
  /** How long symbols take to appear; 0 = at once. */
  readonly fadeMilliseconds: number;
}

/** MapLibre's map as a city needs it, still empty: flat, one world, credits and size in the hands of the page. */
export function mapOptions(container: HTMLElement, { pixelRatio, fadeMilliseconds }: MapForm): MapOptions {
  return {
    container,
    style: emptyStyle(),
    ...FIRST_CAMERA,
    minZoom: 4,
    maxZoom: 19.5,
    maxPitch: 0,
    pitchWithRotate: false,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: fadeMilliseconds,
    pixelRatio,
    trackResize: false,
    validateStyle: import.meta.env.DEV,
  };
}
