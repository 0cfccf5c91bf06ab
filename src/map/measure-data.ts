import type { Feature, FeatureCollection } from 'geojson';
import type { MapCalls } from '../questions/map-calls.ts';
import { houseSymbolId } from './house-symbols.ts';
import type { MeasurePicture, ShownMeasure } from './measure-picture.ts';

/** What a measure does, as a sign beside its symbol. */
const BADGES: Readonly<Record<ShownMeasure['kind'], string>> = {
  add: '',
  enlarge: '+',
  move: '→',
  close: '×',
  reopen: '↺',
};

/** Smallest circle of a difference, as a share of the largest radius. */
const SMALLEST = 0.28;

/** Points of the measures, and lines to where moved houses stood; the selected one on top. */
export function measureFeatures({ measures }: Pick<MeasurePicture, 'measures'>): FeatureCollection {
  const ordered = [...measures].sort((a, b) => Number(a.selected) - Number(b.selected));
  const features = ordered.flatMap(({ from, position, group, planned, kind, ...shown }): Feature[] => {
    const icon = houseSymbolId({ group, state: planned ? 'planned' : 'existing', missing: false, load: null });
    const point: Feature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...position] },
      properties: { ...shown, icon, badge: BADGES[kind] },
    };
    if (from === null) return [point];
    return [
      { type: 'Feature', geometry: { type: 'LineString', coordinates: [[...from], [...position]] }, properties: {} },
      point,
    ];
  });
  return { type: 'FeatureCollection', features };
}

export function pinFeatures({ pins }: Pick<MeasurePicture, 'pins'>): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: pins.map(({ key, position, label }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...position] },
      properties: { key, label },
    })),
  };
}

/** Circles at the districts' label points; areas in proportion to the places, the largest first so that small ones stay seen. */
export function differenceFeatures(
  difference: NonNullable<MeasurePicture['difference']>,
  { labels }: MapCalls['districts']['output'],
): FeatureCollection {
  const most = Math.max(0, ...[...difference.values()].map(({ value }) => Math.abs(value)));
  const features = labels.features.flatMap((feature): Feature[] => {
    const found = difference.get(feature.properties.id);
    if (found === undefined || found.value === 0) return [];
    const size = Math.max(SMALLEST, Math.sqrt(Math.abs(found.value) / most));
    return [{ ...feature, properties: { ...found, size } }];
  });
  features.sort((a, b) => b.properties!.size - a.properties!.size);
  return { type: 'FeatureCollection', features };
}
