import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { ObjectRef } from '../questions/describe-object.ts';
import { type LonLat, lonLat } from '../shared/coordinates.ts';
import { metersPerPixel, PICK_LAYERS, type Picked, topmost } from './picking.ts';

export interface MapHover extends Picked {
  /** Pixels from the container's upper left. */
  readonly x: number;
  readonly y: number;
}

interface Parts {
  readonly map: MapLibreMap;
  hasLayer(id: string): boolean;
  /** Kinds of objects that are on the map. */
  kinds(): readonly ObjectRef['kind'][];
  /** Asks what lies at a place. */
  objectAt(position: LonLat, kinds: readonly ObjectRef['kind'][], withinMeters: number): Promise<ObjectRef | null>;
  /** Whether a click or Enter at a place was meant for something else; then nothing is selected. */
  takes(position: LonLat, point: MapMouseEvent['point'] | null): boolean;
  /** Whether a click at a point of the picture opens something else. */
  opens(point: MapMouseEvent['point']): boolean;
  onSelect(ref: ObjectRef | null): void;
  onHover(hover: MapHover | null): void;
  onFailed(thrown: unknown): void;
}

/** How near Enter must come to a house, in pixels. */
const REACH_PIXELS = 20;
/** How near a fingertip must come to what is drawn, in pixels. */
const TOUCH_PIXELS = 6;

/**
 * Turns clicks, touches, the pointer's way and Enter into objects. What is drawn feature by feature is found in the picture; cells,
 * districts and what lies under the crosshair are asked for.
 */
export function listenToPointer({
  map,
  hasLayer,
  kinds,
  objectAt,
  takes,
  opens,
  onSelect,
  onHover,
  onFailed,
}: Parts): void {
  const hitAt = ({ x, y }: { readonly x: number; readonly y: number }, reach: number): Picked | null => {
    const layers = PICK_LAYERS.map(({ layer }) => layer).filter(hasLayer);
    if (layers.length === 0) return null;
    const hits = map.queryRenderedFeatures(
      [
        [x - reach, y - reach],
        [x + reach, y + reach],
      ],
      { layers },
    );
    return topmost(hits);
  };

  const askAt = async (
    { lng, lat }: { readonly lng: number; readonly lat: number },
    among: readonly ObjectRef['kind'][],
    reach: number,
  ) => {
    try {
      const withinMeters = reach * metersPerPixel(map.getZoom(), lat);
      onSelect(among.length === 0 ? null : await objectAt(lonLat(lng, lat), among, withinMeters));
    } catch (thrown) {
      onFailed(thrown);
    }
  };

  map.on('click', ({ point, lngLat }) => {
    if (takes(lonLat(lngLat.lng, lngLat.lat), point)) return;
    const hit = hitAt(point, 0) ?? hitAt(point, TOUCH_PIXELS);
    if (hit !== null) {
      onSelect(hit.ref);
      return;
    }
    const areas = kinds().filter((kind) => kind === 'cell' || kind === 'district');
    void askAt(lngLat, areas, 0);
  });

  const canvas = map.getCanvas();
  canvas.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const { lng, lat } = map.getCenter();
    if (takes(lonLat(lng, lat), null)) return;
    void askAt(map.getCenter(), kinds(), REACH_PIXELS);
  });

  let frame = 0;
  const hover = ({ point, originalEvent }: MapMouseEvent) => {
    // While something is dragged nothing is pointed at, and looking for it costs as much as a frame.
    if (map.isMoving() || originalEvent.buttons !== 0) return;
    const hit = hitAt(point, 0);
    canvas.style.cursor = hit !== null || opens(point) ? 'pointer' : '';
    onHover(hit === null ? null : { ...hit, x: point.x, y: point.y });
  };
  const leave = () => {
    cancelAnimationFrame(frame);
    onHover(null);
  };
  map.on('mousemove', (event) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => hover(event));
  });
  map.on('mouseout', leave);
  map.on('movestart', leave);
  map.on('remove', () => cancelAnimationFrame(frame));
}

/** Whether a finger or button that was pressed on an element is still down. */
export function watchPress(element: HTMLElement): () => boolean {
  let isDown = false;
  const up = () => {
    isDown = false;
  };
  element.addEventListener('pointerdown', () => {
    isDown = true;
    for (const end of ['pointerup', 'pointercancel']) {
      window.addEventListener(end, up, { capture: true, once: true });
    }
  });
  return () => isDown;
}
