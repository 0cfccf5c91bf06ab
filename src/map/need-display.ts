import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, PointLike } from 'maplibre-gl';
import { NEED_SOURCE, needLayers } from './layers/need-layers.ts';
import type { MakeMapExtra, MapExtra } from './map-extra.ts';
import { needFeatures } from './need-data.ts';
import type { NeedPicture } from './need-picture.ts';
import { drawNeedIcon } from './need-symbols.ts';
import { EMPTY } from './sources.ts';

/** Needs on the map. */
export interface NeedDisplay extends MapExtra {
  set(picture: NeedPicture): void;
}

/** `onPick` is given the id of a need that a person clicked on, and says whether it took it. */
export function needDisplay(onPick: (id: string) => boolean): MakeMapExtra<NeedDisplay> {
  return (map, changed) => {
    let features: FeatureCollection = EMPTY;
    const idAt = (point: PointLike): string | null => {
      if (map.getLayer('need-symbols') === undefined) return null;
      const [hit] = map.queryRenderedFeatures(point, { layers: ['need-symbols'] });
      return hit === undefined ? null : String(hit.properties.id);
    };
    return {
      set({ needs }) {
        const before = features.features.length;
        features = needFeatures(needs);
        (map.getSource(NEED_SOURCE) as GeoJSONSource | undefined)?.setData(features);
        if ((before === 0) !== (features.features.length === 0)) changed();
        performance.mark('gb:needs');
      },
      layers() {
        if (features.features.length === 0) return [];
        if (map.getSource(NEED_SOURCE) === undefined) map.addSource(NEED_SOURCE, { type: 'geojson', data: features });
        return needLayers();
      },
      takes(position, point) {
        const id = idAt(point ?? map.project([position[0], position[1]]));
        return id !== null && onPick(id);
      },
      opens: (point) => (idAt(point) ?? '') !== '',
      drawIcon: drawNeedIcon,
    };
  };
}
