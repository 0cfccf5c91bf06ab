import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { CitySummary } from '../questions/city-summary.ts';
import type { OverlayName } from '../questions/map-calls.ts';
import type { ServiceId } from '../shared/services.ts';
import { inLayerOrder } from './layer-order.ts';
import { plotLayers, siteLayers, supplyLayers } from './layers/area-layers.ts';
import { districtLayers } from './layers/district-layers.ts';
import { backgroundLayer, groundLayers } from './layers/ground-layers.ts';
import { houseLayers } from './layers/house-layers.ts';
import { nameLayers } from './layers/name-layers.ts';
import { officialLayer } from './layers/official-layer.ts';
import { roadLayers } from './layers/road-layers.ts';
import { selectionLayers } from './layers/selection-layers.ts';
import { baseTileSource, EMPTY, SOURCES } from './sources.ts';

/** All that decides what the map shows, save the data itself. */
export interface MapContent {
  readonly summary: CitySummary;
  /** Overlays that are to be seen. */
  readonly visible: ReadonlySet<OverlayName>;
  /** Those of them whose data is there: only they have layers, so that the first picture waits for none. */
  readonly present: ReadonlySet<OverlayName>;
  readonly services: ReadonlySet<ServiceId> | null;
  readonly selectedHouseId: string | null;
  /** The official background map in place of the package's own. */
  readonly official: boolean;
}

/** The map before a city is known. */
export function emptyStyle(): StyleSpecification {
  return { version: 8, sources: {}, layers: [backgroundLayer()] };
}

/** Sources of a city. No `glyphs`: labels are drawn with the page's own font. */
export function citySources({ identity, edition, hasBaseMap }: CitySummary): Record<string, SourceSpecification> {
  const collection = (): SourceSpecification => ({ type: 'geojson', data: EMPTY, promoteId: 'id' });
  const areas = (): SourceSpecification => ({ type: 'geojson', data: EMPTY, promoteId: 'id', tolerance: 0.3 });
  const key = `${identity.id}@${edition}`;
  return {
    ...(hasBaseMap
      ? {
          [SOURCES.ground]: baseTileSource('ground', key, identity.bbox),
          [SOURCES.detail]: baseTileSource('detail', key, identity.bbox),
        }
      : {}),
    [SOURCES.districts]: areas(),
    [SOURCES.districtNames]: collection(),
    [SOURCES.houses]: collection(),
    [SOURCES.supplyAreas]: areas(),
    [SOURCES.sites]: areas(),
    [SOURCES.plots]: areas(),
    [SOURCES.selection]: areas(),
  };
}

/** The layers of everything that is to be seen, from bottom to top; population cells come with their data (`cell-layers.ts`). */
export function cityLayers({
  summary,
  visible,
  present,
  services,
  selectedHouseId,
  official,
}: MapContent): LayerSpecification[] {
  const levels = summary.identity.levels.map(({ level }) => level);
  const shown = (name: OverlayName) => visible.has(name) && present.has(name);
  const ownBase = summary.hasBaseMap && !official;
  return inLayerOrder([
    backgroundLayer(),
    ...(official ? [officialLayer()] : []),
    ...(ownBase
      ? [...groundLayers(), ...roadLayers(), ...nameLayers({ districtsShown: visible.has('districts') })]
      : []),
    ...(shown('districts') ? districtLayers({ levels }) : []),
    ...(shown('supplyAreas') ? supplyLayers({ services }) : []),
    ...(shown('plots') ? plotLayers() : []),
    ...(shown('sites') ? siteLayers() : []),
    ...(shown('houses') ? houseLayers({ services, selectedId: selectedHouseId }) : []),
    ...selectionLayers(),
  ]);
}
