import type { FeatureCollection } from 'geojson';
import type { Coordinates, ImageSource, Map as MapLibreMap } from 'maplibre-gl';
import type { CellBlock, CellGrid } from '../questions/population-cells.ts';
import { gapCellPicture } from './gap-cell-image.ts';
import {
  catchmentStates,
  districtStates,
  gapBands,
  gapCatchments,
  gapFlows,
  gapHouses,
  gapLabels,
  roomMeters,
} from './gap-data.ts';
import type { GapPicture } from './gap-picture.ts';
import { type AreaState, NEAR_ZOOM } from './layers/gap-area-layers.ts';
import { gapCellSource } from './layers/gap-reach-layers.ts';
import { type OverlayData, setFeatures } from './overlay-data.ts';
import { EMPTY, SOURCES } from './sources.ts';

/** Hands the values of the gap map to MapLibre: states of areas, features of small sources, pictures of cells. */
export interface GapDisplay {
  /** Hands over what differs from the picture and the data before. */
  show(picture: GapPicture | null, data: OverlayData): void;
  /** The grid of the city's cells; its sources are new. */
  addGrid(grid: CellGrid): void;
  /** Number of blocks there are sources for. */
  cellBlocks(): number;
  pointAt(district: string | null): void;
  /** Forgets the city: its sources are gone. */
  clear(): void;
}

export function createGapDisplay(map: MapLibreMap): GapDisplay {
  let grid: CellGrid | null = null;
  let shown: GapPicture | null = null;
  let pointed: string | null = null;
  let room: { readonly of: OverlayData['districts']; readonly meters: Map<string, number> } | null = null;
  let districts = createStates(map, SOURCES.districts);
  let catchments = createStates(map, SOURCES.gapCatchments);
  let cells = createCellPictures(map);
  /** What each source was last made of. */
  let madeOf = new Map<string, readonly unknown[]>();

  /** Replaces a source's features where the parts they are made of are others than before. */
  const update = (source: string, parts: readonly unknown[], features: () => FeatureCollection) => {
    const before = madeOf.get(source);
    if (before?.every((part, i) => part === parts[i])) return;
    if (before === undefined && parts.every((part) => part === undefined || part === null)) return;
    madeOf.set(source, parts);
    setFeatures(map, source, features());
  };

  const roomOf = (data: NonNullable<OverlayData['districts']>) => {
    if (room?.of !== data) room = { of: data, meters: roomMeters(data) };
    return room.meters;
  };

  const paintCells = () => {
    if (grid !== null && shown?.cells) cells.paint(shown.cells, grid, shown.cellsWanted);
  };
  map.on('moveend', paintCells);

  return {
    show: (picture, data) => {
      shown = picture;
      districts.set(picture === null ? NO_STATES : districtStates(picture));
      catchments.set(picture === null ? NO_STATES : catchmentStates(picture));
      const { districts: areas, houses } = data;
      update(SOURCES.gapLabels, [areas, picture?.districts, picture?.level, picture?.symbols], () =>
        picture === null || areas === undefined ? EMPTY : gapLabels(areas, roomOf(areas), picture),
      );
      update(SOURCES.gapHouses, [houses, picture?.houses, picture?.services], () =>
        picture === null || houses === undefined ? EMPTY : gapHouses(houses, picture),
      );
      update(SOURCES.gapCatchments, [picture?.catchments], () => gapCatchments(picture?.catchments ?? []));
      update(SOURCES.gapBands, [picture?.bands], () => (picture?.bands ? gapBands(picture.bands) : EMPTY));
      update(SOURCES.gapFlows, [picture?.flows], () => (picture?.flows ? gapFlows(picture.flows) : EMPTY));
      paintCells();
    },
    addGrid: (given) => {
      grid = given;
      for (const [i, { corners }] of given.blocks.entries()) {
        const coordinates = corners.map(([lon, lat]) => [lon, lat]) as Coordinates;
        map.addSource(gapCellSource(i), { type: 'image', coordinates } as Parameters<MapLibreMap['addSource']>[1]);
        // A source without any picture never counts as loaded, and the map never as idle.
        (map.getSource(gapCellSource(i)) as ImageSource).updateImage({ image: new ImageData(1, 1) });
      }
    },
    cellBlocks: () => grid?.blocks.length ?? 0,
    pointAt: (district) => {
      if (pointed === district || map.getSource(SOURCES.districts) === undefined) return;
      if (pointed !== null) map.setFeatureState({ source: SOURCES.districts, id: pointed }, { pointed: false });
      if (district !== null) map.setFeatureState({ source: SOURCES.districts, id: district }, { pointed: true });
      pointed = district;
    },
    clear: () => {
      grid = null;
      pointed = null;
      room = null;
      districts = createStates(map, SOURCES.districts);
      catchments = createStates(map, SOURCES.gapCatchments);
      cells = createCellPictures(map);
      madeOf = new Map();
    },
  };
}

const NO_STATES: ReadonlyMap<string, AreaState> = new Map();
const NO_STATE: AreaState = { cls: '', border: false };

/** Feature-states of one source; sets only those that differ. */
function createStates(map: MapLibreMap, source: string) {
  let present = NO_STATES;
  return {
    set(wanted: ReadonlyMap<string, AreaState>) {
      for (const id of present.keys()) if (!wanted.has(id)) map.setFeatureState({ source, id }, NO_STATE);
      for (const [id, state] of wanted) {
        const before = present.get(id);
        if (before?.cls === state.cls && before.border === state.border) continue;
        map.setFeatureState({ source, id }, state);
      }
      present = wanted;
    },
  };
}

/** Pictures of the blocks of cells: all from afar, those in view from nearby; each is made once per picture and nearness. */
function createCellPictures(map: MapLibreMap) {
  const painted = new Map<number, { readonly of: GapPicture['cells']; readonly near: boolean }>();
  return {
    paint(cells: NonNullable<GapPicture['cells']>, grid: CellGrid, always: boolean) {
      const near = map.getZoom() >= NEAR_ZOOM;
      const fits = cells.columns === grid.columns && cells.rows === grid.rows;
      // Cells of another city than the grid's: the next answer brings the right ones.
      if (!fits || !(near || always)) return;
      const seen = map.getBounds();
      for (const [i, block] of grid.blocks.entries()) {
        const before = painted.get(i);
        if (before?.of === cells && before.near === near) continue;
        if (near && !overlaps(block, seen)) continue;
        const { pixels, width, height } = gapCellPicture(cells, block, near);
        (map.getSource(gapCellSource(i)) as ImageSource).updateImage({ image: new ImageData(pixels, width, height) });
        painted.set(i, { of: cells, near });
      }
    },
  };
}

function overlaps({ corners }: CellBlock, seen: ReturnType<MapLibreMap['getBounds']>): boolean {
  const lons = corners.map(([lon]) => lon);
  const lats = corners.map(([, lat]) => lat);
  return (
    Math.min(...lons) <= seen.getEast() &&
    Math.max(...lons) >= seen.getWest() &&
    Math.min(...lats) <= seen.getNorth() &&
    Math.max(...lats) >= seen.getSouth()
  );
}
