import type { LayerSpecification } from 'maplibre-gl';
import type { DistrictClass } from '../../questions/gap-map/gap-classes.ts';
import type { GapPicture } from '../gap-picture.ts';
import { namesFromZoom } from './district-layers.ts';
import { districtEdgeLayers, gapAreaLayers, NEAR_ZOOM } from './gap-area-layers.ts';
import { gapLabelLayers } from './gap-label-layers.ts';
import { bandLayers, flowLayers, gapCellLayers } from './gap-reach-layers.ts';

export interface GapInput {
  readonly picture: GapPicture;
  /** Levels of the city, 1 = largest. */
  readonly levels: readonly number[];
  /** The districts are there. */
  readonly hasDistricts: boolean;
  /** Blocks of the grid of cells on the map. */
  readonly cellBlocks: number;
  readonly official: boolean;
}

/** All layers of the gap map; which of them there are depends on what the picture has, not on its values. */
export function gapLayers({ picture, levels, hasDistricts, cellBlocks, official }: GapInput): LayerSpecification[] {
  const { level, symbols, cells, cellsWanted, catchments, catchmentClass } = picture;
  const untilNear = cells !== null;
  const hasFill = !(cellsWanted && untilNear);
  const fill = { level, untilNear, seeThrough: official };
  const fillsCatchments = catchments !== null && catchmentClass !== null;
  const districts = hasDistricts && level > 0;
  return [
    ...(districts && hasFill && !fillsCatchments
      ? gapAreaLayers({ area: 'district', ...fill, classes: classesOf(picture) })
      : []),
    ...(catchments === null
      ? []
      : gapAreaLayers({ area: 'catchment', ...fill, classes: new Set(hasFill ? catchmentClass?.values() : []) })),
    ...(cells === null ? [] : gapCellLayers({ blockCount: cellBlocks, always: cellsWanted })),
    ...(districts ? districtEdgeLayers(level) : []),
    ...(districts
      ? gapLabelLayers({
          symbols,
          namesFrom: namesFromZoom(levels.indexOf(level)),
          filledTo: !hasFill || fillsCatchments ? 0 : untilNear ? NEAR_ZOOM : null,
        })
      : []),
    ...(picture.bands === null ? [] : bandLayers()),
    ...(picture.flows === null ? [] : flowLayers()),
  ];
}

function classesOf({ districts }: GapPicture): Set<DistrictClass> {
  return new Set(districts.map(({ cls }) => cls));
}
