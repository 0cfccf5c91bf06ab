import type { PackageFile } from '../package-files.ts';
import type { BaseFeature, BaseMap, Building } from '../types.ts';
import { flagField, optional, realField, textField, wholeField } from './fields.ts';
import { defineLayer, type Layer } from './layer.ts';

/** Layers of the offline base map, by their name in {@link BaseMap}. */
export type BaseLayer = keyof BaseMap;

/** What one feature of a base layer is. */
export type BaseItem<N extends BaseLayer> = BaseMap[N][number];

/** The package file of each base layer. */
export const BASE_FILES = {
  water: 'baseWater',
  waterways: 'baseWaterways',
  green: 'baseGreen',
  builtUp: 'baseBuiltUp',
  roads: 'baseRoads',
  streets: 'baseStreets',
  rail: 'baseRail',
  buildings: 'baseBuildings',
  places: 'basePlaces',
} as const satisfies Record<BaseLayer, PackageFile>;

/** In the order of the files of a package. */
export const BASE_LAYER_NAMES = Object.keys(BASE_FILES) as readonly BaseLayer[];

const AREA = ['Polygon', 'MultiPolygon'] as const;
const LINE = ['LineString'] as const;

/** Kinds stay open: a map that does not know one draws it plainly. */
const kindAndName = { kind: textField('kind'), name: optional(textField('name')) };

function featureLayer<N extends Exclude<BaseLayer, 'buildings' | 'places'>>(
  name: N,
  types: readonly ('Polygon' | 'MultiPolygon' | 'LineString' | 'MultiLineString')[],
): Layer<BaseItem<N>> {
  const layer = defineLayer<BaseFeature<unknown>, 'geometry'>({
    file: BASE_FILES[name],
    geometry: 'geometry',
    types,
    fields: kindAndName,
  });
  return layer as unknown as Layer<BaseItem<N>>;
}

export const BASE_LAYERS: { readonly [N in BaseLayer]: Layer<BaseItem<N>> } = {
  water: featureLayer('water', AREA),
  waterways: featureLayer('waterways', ['LineString', 'MultiLineString']),
  green: featureLayer('green', AREA),
  builtUp: featureLayer('builtUp', AREA),
  roads: featureLayer('roads', LINE),
  streets: featureLayer('streets', LINE),
  rail: featureLayer('rail', LINE),
  buildings: defineLayer<Building, 'geometry'>({
    file: BASE_FILES.buildings,
    geometry: 'geometry',
    types: AREA,
    fields: { levels: optional(realField('levels')), residential: optional(flagField('residential')) },
  }),
  places: defineLayer<BaseItem<'places'>, 'geometry'>({
    file: BASE_FILES.places,
    geometry: 'geometry',
    types: ['Point'],
    fields: { ...kindAndName, rank: wholeField('rank') },
  }),
};
