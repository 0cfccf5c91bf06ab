/** Version of the package format. Older ones are migrated, newer ones refused. */
export const CITY_SCHEMA_VERSION = 1;

/** Paths inside a package. Layers with `streamed: true` carry the FlatGeobuf index and may be read by bbox. */
export const PACKAGE_FILES = {
  manifest: 'manifest.json',
  districts: 'districts.fgb',
  population: 'population.fgb',
  forecast: 'forecast.json',
  facilities: 'facilities.fgb',
  catchments: 'catchments.fgb',
  districtFigures: 'district-figures.json',
  context: 'context.fgb',
  social: 'social.json',
  history: 'history.json',
  supplyAreas: 'supply-areas.fgb',
  sites: 'sites.fgb',
  plots: 'plots.fgb',
  network: 'network.bin',
  streets: 'streets.json',
  baseWater: 'base-water.fgb',
  baseWaterways: 'base-waterways.fgb',
  baseGreen: 'base-green.fgb',
  baseBuiltUp: 'base-built-up.fgb',
  baseRoads: 'base-roads.fgb',
  baseStreets: 'base-streets.fgb',
  baseRail: 'base-rail.fgb',
  baseBuildings: 'base-buildings.fgb',
  basePlaces: 'base-places.fgb',
} as const;

export type PackageFile = keyof typeof PACKAGE_FILES;

/** Layers that are read by bbox instead of whole. */
export const STREAMED_FILES: ReadonlySet<PackageFile> = new Set(['baseStreets', 'baseBuildings']);
