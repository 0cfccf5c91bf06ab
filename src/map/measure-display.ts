import type { LayerSpecification, Map as MapLibreMap, MapMouseEvent, MapTouchEvent, Point } from 'maplibre-gl';
import { type LonLat, lonLat } from '../shared/coordinates.ts';
import { measureLayers } from './layers/measure-layers.ts';
import { differenceFeatures, measureFeatures, pinFeatures } from './measure-data.ts';
import { type MeasureHandlers, type MeasurePicture, NO_MEASURES } from './measure-picture.ts';
import { type OverlayData, setFeatures } from './overlay-data.ts';
import { EMPTY, SOURCES } from './sources.ts';

/** Measures, suggestions and differences on the map, and what a person does with them. */
export interface MeasureDisplay {
  /** Shows a picture; what is dragged stays under the pointer. */
  set(picture: MeasurePicture): void;
  /** Who is told; `null` = nobody. */
  listen(handlers: MeasureHandlers | null): void;
  layers(): LayerSpecification[];
  /** Hands the data over again, e.g. when the districts have come. */
  show(data: OverlayData): void;
  /** Whether a click or Enter at a place was meant for measures; then nothing is selected. */
  takes(position: LonLat, point: Point | null): boolean;
}

/** Pixels that a finger or hand may slip without dragging. */
const SLIP_PIXELS = 3;

/** `changed` is called when other layers are needed than before. */
export function createMeasureDisplay(map: MapLibreMap, changed: () => void): MeasureDisplay {
  let picture = NO_MEASURES;
  let handlers: MeasureHandlers | null = null;
  let data: OverlayData = {};
  let madeOf: readonly unknown[] = [];
  let dragged: { readonly id: string; readonly from: Point; isMoving: boolean; at: LonLat } | null = null;
  let justDropped = false;

  const hitAt = (point: Point, layer: string, field: string): string | null => {
    if (map.getLayer(layer) === undefined) return null;
    const [hit] = map.queryRenderedFeatures(point, { layers: [layer] });
    return hit === undefined ? null : String(hit.properties[field]);
  };
  const kinds = ({ measures, pins, difference }: MeasurePicture) =>
    [measures.length > 0, pins.length > 0, difference !== null].join();
  const draw = () => {
    const parts = [picture.measures, picture.pins, picture.difference, data.districts];
    if (parts.every((part, i) => part === madeOf[i])) return;
    if (picture.measures !== madeOf[0]) setFeatures(map, SOURCES.measures, measureFeatures(picture));
    if (picture.pins !== madeOf[1]) setFeatures(map, SOURCES.suggestions, pinFeatures(picture));
    const { difference } = picture;
    const features =
      difference === null || data.districts === undefined ? EMPTY : differenceFeatures(difference, data.districts);
    setFeatures(map, SOURCES.difference, features);
    madeOf = parts;
  };

  const begin = (event: MapMouseEvent | MapTouchEvent) => {
    if (picture.placing || handlers === null) return;
    const id = hitAt(event.point, 'measure-halo', 'id');
    if (id === null || !handlers.mayDrag(id)) return;
    event.preventDefault();
    dragged = { id, from: event.point, isMoving: false, at: lonLat(event.lngLat.lng, event.lngLat.lat) };
  };
  const move = ({ point, lngLat }: MapMouseEvent | MapTouchEvent) => {
    if (dragged === null) return;
    if (!dragged.isMoving && point.dist(dragged.from) < SLIP_PIXELS) return;
    dragged.isMoving = true;
    dragged.at = lonLat(lngLat.lng, lngLat.lat);
    map.getCanvas().style.cursor = 'grabbing';
    performance.mark('gb:drag');
    handlers?.onDrag(dragged.id, dragged.at);
  };
  const end = () => {
    const done = dragged;
    dragged = null;
    if (done === null || !done.isMoving) return;
    map.getCanvas().style.cursor = '';
    justDropped = true;
    handlers?.onDrop(done.id, done.at);
  };
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || dragged === null) return;
    event.preventDefault();
    dragged = null;
    map.getCanvas().style.cursor = '';
    handlers?.onDragCancelled();
  };
  map.on('mousedown', begin);
  map.on('touchstart', begin);
  map.on('mousemove', move);
  map.on('touchmove', move);
  map.on('mouseup', end);
  map.on('touchend', end);
  // Let go outside the map.
  window.addEventListener('mouseup', end);
  window.addEventListener('keydown', cancel, true);
  map.on('remove', () => {
    window.removeEventListener('mouseup', end);
    window.removeEventListener('keydown', cancel, true);
  });

  return {
    set: (next) => {
      const before = picture;
      picture = next;
      if (next.placing !== before.placing) map.getCanvas().style.cursor = next.placing ? 'crosshair' : '';
      if (kinds(next) !== kinds(before)) changed();
      draw();
    },
    listen: (given) => {
      handlers = given;
    },
    layers: () =>
      measureLayers({
        measures: picture.measures.length > 0,
        pins: picture.pins.length > 0,
        difference: picture.difference !== null,
      }),
    show: (given) => {
      // Sources of another city are new and empty.
      if (given !== data && map.getSource(SOURCES.measures) !== undefined) madeOf = [];
      data = given;
      draw();
    },
    takes: (position, point) => {
      if (justDropped) {
        justDropped = false;
        return true;
      }
      if (handlers === null) return false;
      if (picture.placing) {
        handlers.onPlace(position);
        return true;
      }
      const at = point ?? map.project([position[0], position[1]]);
      const pin = hitAt(at, 'suggestion-pins', 'key');
      const measure = pin === null ? hitAt(at, 'measure-halo', 'id') : null;
      if (pin !== null) handlers.onPin(pin);
      else if (measure !== null) handlers.onPick(measure);
      return pin !== null || measure !== null;
    },
  };
}
