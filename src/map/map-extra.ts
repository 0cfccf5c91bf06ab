import type { LayerSpecification, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { LonLat } from '../shared/coordinates.ts';

/** Something that is drawn over the city and fetched later than the map: it brings its own source, layers and pictures. */
export interface MapExtra {
  /** Its layers; sees to its sources, for another city has taken them off. */
  layers(): LayerSpecification[];
  /** Whether a click (at a point of the picture) or Enter (`null`) at a place was meant for it; then nothing is selected. */
  takes(position: LonLat, point: MapMouseEvent['point'] | null): boolean;
  /** Whether something that a click would open lies at a point of the picture. */
  opens?(point: MapMouseEvent['point']): boolean;
  /** The picture of a name; `null` if it is none of its own. */
  drawIcon(id: string, pixelRatio: number): ImageData | null;
}

/** Makes an extra for a map; `changed` is to be called when its layers are others than before. */
export type MakeMapExtra<T extends MapExtra> = (map: MapLibreMap, changed: () => void) => T;

/** All extras of a map as one. */
export interface MapExtras extends MapExtra {
  opens(point: MapMouseEvent['point']): boolean;
  add<T extends MapExtra>(make: MakeMapExtra<T>): T;
}

export function createMapExtras(map: MapLibreMap, changed: () => void): MapExtras {
  const extras: MapExtra[] = [];
  return {
    add(make) {
      const extra = make(map, changed);
      extras.push(extra);
      return extra;
    },
    layers: () => extras.flatMap((extra) => extra.layers()),
    opens: (point) => extras.some((extra) => extra.opens?.(point) ?? false),
    takes: (position, point) => extras.some((extra) => extra.takes(position, point)),
    drawIcon: (id, pixelRatio) =>
      extras.map((extra) => extra.drawIcon(id, pixelRatio)).find((image) => image !== null) ?? null,
  };
}
