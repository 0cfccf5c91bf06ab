import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource } from 'maplibre-gl';
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
        if (map.getLayer('need-symbols') === undefined) return false;
        const at = point ?? map.project([position[0], position[1]]);
        const [hit] = map.queryRenderedFeatures(at, { layers: ['need-symbols'] });
        return hit !== undefined && onPick(String(hit.properties.id));
      },
      drawIcon: drawNeedIcon,
    };
  };
}
