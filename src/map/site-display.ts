import type { Feature, FeatureCollection } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ObjectRef } from '../questions/describe-object.ts';
import type { SiteProperties } from '../questions/map-calls.ts';
import type { LonLat } from '../shared/coordinates.ts';
import type { Area } from '../shared/geometry/area.ts';
import { setFeatures } from './overlay-data.ts';
import { SOURCES } from './sources.ts';

/** Sites as the plan has them, and an area while it is being drawn. */
export interface SiteDisplay {
  /** Shows these sites instead of those of the package; `null` = those of the package. */
  set(sites: FeatureCollection<Area, SiteProperties> | null): void;
  /** Hands the sites over again, e.g. when those of the package have come. */
  show(): void;
  /** The outline of a site that the package does not have; `null` if it is not shown. */
  areaOf(ref: ObjectRef): Area | null;
  /** Shows an area that is being drawn in place of the selection; `null` = none. */
  sketch(area: Area | null): void;
  /** Who is given the places of clicks and of Enter; `null` = nobody, they select again. */
  listen(onPlace: ((position: LonLat) => void) | null): void;
  /** Whether a click or Enter at a place was meant for drawing; then nothing is selected. */
  takes(position: LonLat): boolean;
}

export function createSiteDisplay(map: MapLibreMap): SiteDisplay {
  let sites: FeatureCollection<Area, SiteProperties> | null = null;
  let listener: ((position: LonLat) => void) | null = null;
  const show = () => {
    if (sites !== null) setFeatures(map, SOURCES.sites, sites);
  };
  return {
    set(next) {
      sites = next;
      show();
    },
    show,
    areaOf: ({ kind, id }) =>
      kind === 'site' ? (sites?.features.find(({ properties }) => properties.id === id)?.geometry ?? null) : null,
    sketch(area) {
      const features: Feature[] = area === null ? [] : [{ type: 'Feature', properties: {}, geometry: area }];
      setFeatures(map, SOURCES.selection, { type: 'FeatureCollection', features });
    },
    listen(onPlace) {
      listener = onPlace;
      map.getCanvas().style.cursor = onPlace === null ? '' : 'crosshair';
    },
    takes(position) {
      listener?.(position);
      return listener !== null;
    },
  };
}
