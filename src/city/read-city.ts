import { checkCity } from './check/check-city.ts';
import { checkShape, parseJson } from './check-shape.ts';
import { readFeatures, readFlatGeobufHeader } from './flatgeobuf/read-flatgeobuf.ts';
import { BASE_LAYER_NAMES, BASE_LAYERS, type BaseItem, type BaseLayer } from './layers/base-layers.ts';
import {
  CATCHMENT_LAYER,
  CONTEXT_LAYER,
  DISTRICT_LAYER,
  houseLayer,
  PLOT_LAYER,
  populationLayer,
  SITE_LAYER,
  SUPPLY_AREA_LAYER,
} from './layers/city-layers.ts';
import type { Layer } from './layers/layer.ts';
import { readNetworkBytes } from './network-file.ts';
import { type OpenedCity, type ReadOptions, readPackageFile } from './open-city.ts';
import { PACKAGE_FILES, type PackageFile } from './package-files.ts';
import { districtFiguresSchema, forecastSchema, historySchema, socialSchema, streetsSchema } from './schema.ts';
import type {
  BaseMap,
  Catchment,
  CityContent,
  CityIdentity,
  ContextPoint,
  DemandPoint,
  District,
  DistrictFigure,
  Forecast,
  House,
  Manifest,
  Plot,
  PublishedFigure,
  Site,
  SocialIndicator,
  Street,
  SupplyArea,
  WalkNetwork,
} from './types.ts';

/** Features of a layer in file order (Hilbert order). Throws `city.file-damaged`, `city.column-missing`, `city.field-invalid`. */
export function decodeLayer<T>(layer: Layer<T>, bytes: Uint8Array): T[] {
  const path = PACKAGE_FILES[layer.file];
  const header = readFlatGeobufHeader(bytes, path);
  const runs = [{ start: header.featuresStart, end: bytes.length }];
  return readFeatures(bytes, runs, header, layer.readColumns, path, layer.createReader());
}

async function readLayer<T>(opened: OpenedCity, layer: Layer<T>, options?: ReadOptions): Promise<T[]> {
  const bytes = await readPackageFile(opened, layer.file, options);
  return bytes === null ? [] : decodeLayer(layer, bytes);
}

async function readJson<T>(
  opened: OpenedCity,
  file: PackageFile,
  schema: Parameters<typeof checkShape>[0],
  options?: ReadOptions,
): Promise<T | null> {
  const bytes = await readPackageFile(opened, file, options);
  if (bytes === null) return null;
  const where = { file: PACKAGE_FILES[file] };
  return checkShape<T>(schema, parseJson(new TextDecoder().decode(bytes), where), where);
}

export function readDistricts(opened: OpenedCity, options?: ReadOptions): Promise<District[]> {
  return readLayer(opened, DISTRICT_LAYER, options);
}

export function readPopulation(opened: OpenedCity, options?: ReadOptions): Promise<DemandPoint[]> {
  return readLayer(opened, populationLayer(opened.manifest), options);
}

export function readHouses(opened: OpenedCity, options?: ReadOptions): Promise<House[]> {
  return readLayer(opened, houseLayer(opened.manifest), options);
}

export function readCatchments(opened: OpenedCity, options?: ReadOptions): Promise<Catchment[]> {
  return readLayer(opened, CATCHMENT_LAYER, options);
}

export function readSupplyAreas(opened: OpenedCity, options?: ReadOptions): Promise<SupplyArea[]> {
  return readLayer(opened, SUPPLY_AREA_LAYER, options);
}

export function readSites(opened: OpenedCity, options?: ReadOptions): Promise<Site[]> {
  return readLayer(opened, SITE_LAYER, options);
}

export function readPlots(opened: OpenedCity, options?: ReadOptions): Promise<Plot[]> {
  return readLayer(opened, PLOT_LAYER, options);
}

export function readContext(opened: OpenedCity, options?: ReadOptions): Promise<ContextPoint[]> {
  return readLayer(opened, CONTEXT_LAYER, options);
}

/** A whole layer of the base map; for the streamed ones see `openStreamedLayer`. */
export function readBaseLayer<N extends BaseLayer>(
  opened: OpenedCity,
  name: N,
  options?: ReadOptions,
): Promise<BaseItem<N>[]> {
  return readLayer<BaseItem<N>>(opened, BASE_LAYERS[name], options);
}

export function readForecast(opened: OpenedCity, options?: ReadOptions): Promise<Forecast | null> {
  return readJson(opened, 'forecast', forecastSchema, options);
}

export async function readDistrictFigures(opened: OpenedCity, options?: ReadOptions): Promise<DistrictFigure[]> {
  return (await readJson<DistrictFigure[]>(opened, 'districtFigures', districtFiguresSchema, options)) ?? [];
}

export async function readSocial(opened: OpenedCity, options?: ReadOptions): Promise<SocialIndicator[]> {
  return (await readJson<SocialIndicator[]>(opened, 'social', socialSchema, options)) ?? [];
}

export async function readHistory(opened: OpenedCity, options?: ReadOptions): Promise<PublishedFigure[]> {
  return (await readJson<PublishedFigure[]>(opened, 'history', historySchema, options)) ?? [];
}

export async function readStreets(opened: OpenedCity, options?: ReadOptions): Promise<Street[]> {
  return (await readJson<Street[]>(opened, 'streets', streetsSchema, options)) ?? [];
}

/** The walking network, its arrays views of the file; `null` where the package has none. */
export async function readNetwork(opened: OpenedCity, options?: ReadOptions): Promise<WalkNetwork | null> {
  const bytes = await readPackageFile(opened, 'network', options);
  return bytes === null ? null : readNetworkBytes(bytes, PACKAGE_FILES.network);
}

/** The base map whole; `null` where the package has no layer of it. */
export async function readBaseMap(opened: OpenedCity, options?: ReadOptions): Promise<BaseMap | null> {
  const base: Partial<Record<BaseLayer, readonly unknown[]>> = {};
  for (const name of BASE_LAYER_NAMES) base[name] = await readBaseLayer(opened, name, options);
  return Object.values(base).some((items) => items.length > 0) ? (base as unknown as BaseMap) : null;
}

/** What a manifest says of the city itself. */
export function identityOf(manifest: Manifest): CityIdentity {
  const { schemaVersion, edition, services, sources, notes, files, ...identity } = manifest;
  return identity;
}

/** Everything of a package, checked against the rules of `checkCity`. Throws the first problem. */
export async function readCity(opened: OpenedCity, options?: ReadOptions): Promise<CityContent> {
  const { manifest } = opened;
  const content: CityContent = {
    identity: identityOf(manifest),
    sources: manifest.sources,
    notes: manifest.notes,
    districts: await readDistricts(opened, options),
    population: await readPopulation(opened, options),
    forecast: await readForecast(opened, options),
    houses: await readHouses(opened, options),
    catchments: await readCatchments(opened, options),
    districtFigures: await readDistrictFigures(opened, options),
    context: await readContext(opened, options),
    social: await readSocial(opened, options),
    history: await readHistory(opened, options),
    supplyAreas: await readSupplyAreas(opened, options),
    sites: await readSites(opened, options),
    plots: await readPlots(opened, options),
    network: await readNetwork(opened, options),
    base: await readBaseMap(opened, options),
    streets: await readStreets(opened, options),
  };
  checkCity(content);
  return content;
}
