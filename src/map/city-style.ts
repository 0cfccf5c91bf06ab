import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { CitySummary } from '../questions/city-summary.ts';
import type { OverlayName } from '../questions/map-calls.ts';
import { houseGroupByService, type ServiceId } from '../shared/services.ts';
import type { GapPicture } from './gap-picture.ts';
import { inLayerOrder } from './layer-order.ts';
import { muted, plotLayers, siteLayers, supplyLayers } from './layers/area-layers.ts';
import { districtLayers } from './layers/district-layers.ts';
import { gapLayers } from './layers/gap-layers.ts';
import { backgroundLayer, groundLayers } from './layers/ground-layers.ts';
import { houseLayers } from './layers/house-layers.ts';
import { nameLayers } from './layers/name-layers.ts';
import { officialLayer } from './layers/official-layer.ts';
import { quietRoadLayers, roadLayers } from './layers/road-layers.ts';
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
  /** What the gap map shows; `null` = the plain map. */
  readonly gap: GapPicture | null;
  /** Blocks of cells that the gap map has pictures for. */
  readonly gapCellBlocks: number;
}

/** The map before a city is known. */
export function emptyStyle(): StyleSpecification {
  // Without transitions a change of paint is one picture, not a third of a second of them.
  return { version: 8, sources: {}, transition: { duration: 0, delay: 0 }, layers: [backgroundLayer()] };
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
    [SOURCES.gapLabels]: collection(),
    [SOURCES.gapHouses]: collection(),
    [SOURCES.gapCatchments]: areas(),
    [SOURCES.gapBands]: areas(),
    [SOURCES.gapFlows]: collection(),
    [SOURCES.measures]: collection(),
    [SOURCES.suggestions]: collection(),
    [SOURCES.difference]: collection(),
  };
}

/** The layers of everything that is to be seen, from bottom to top; population cells come with their data (`cell-layers.ts`). */
export function cityLayers(content: MapContent): LayerSpecification[] {
  const { summary, visible, present, official, gap, gapCellBlocks } = content;
  const levels = summary.identity.levels.map(({ level }) => level);
  const shown = (name: OverlayName) => visible.has(name) && present.has(name);
  const ownBase = summary.hasBaseMap && !official;
  const quiet = gap === null ? (layers: LayerSpecification[]) => layers : muted;
  return inLayerOrder([
    backgroundLayer(),
    ...(official ? [officialLayer()] : []),
    ...(ownBase
      ? [
          ...groundLayers(),
          ...(gap === null ? roadLayers() : quietRoadLayers()),
          ...nameLayers({ districtsShown: visible.has('districts') }),
        ]
      : []),
    ...(shown('districts') ? districtLayers({ levels, coloured: gap?.level ?? null }) : []),
    ...(shown('supplyAreas') ? supplyAreas(content) : []),
    ...(shown('plots') ? quiet(plotLayers()) : []),
    ...(shown('sites') ? quiet(siteLayers()) : []),
    ...(shown('houses') ? houses(content) : []),
    ...(gap === null
      ? []
      : gapLayers({
          picture: gap,
          levels,
          hasDistricts: present.has('districts'),
          cellBlocks: gapCellBlocks,
          official,
        })),
    ...selectionLayers(),
  ]);
}

/** The gap map of a service that is an area shows those areas in full, else all of them muted. */
function supplyAreas({ gap, services }: MapContent): LayerSpecification[] {
  if (gap === null) return supplyLayers({ services });
  const ofAreas = gap.services.filter((service) => houseGroupByService(service) === null);
  return ofAreas.length > 0 ? supplyLayers({ services: new Set(ofAreas) }) : muted(supplyLayers({ services }));
}

function houses({ gap, services, selectedHouseId: selectedId }: MapContent): LayerSpecification[] {
  return gap === null
    ? houseLayers({ services, selectedId })
    : houseLayers({ services: new Set(gap.services), selectedId, loads: true });
}
