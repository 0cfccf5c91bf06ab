import { roundDegrees } from '../shared/coordinates.ts';
import { SERVICE_IDS, type ServiceId } from '../shared/services.ts';
import { canonicalJson } from './canonical-json.ts';
import { checkCity } from './check/check-city.ts';
import { checkShape } from './check-shape.ts';
import { sha256Hex } from './checksum.ts';
import { writeFlatGeobuf } from './flatgeobuf/write-flatgeobuf.ts';
import { BASE_LAYER_NAMES, BASE_LAYERS } from './layers/base-layers.ts';
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
import { writeNetwork } from './network-file.ts';
import { CITY_SCHEMA_VERSION, PACKAGE_FILES, type PackageFile, STREAMED_FILES } from './package-files.ts';
import { projectionOf } from './projection.ts';
import {
  districtFiguresSchema,
  forecastSchema,
  historySchema,
  manifestSchema,
  socialSchema,
  streetsSchema,
} from './schema.ts';
import type { CityContent, Manifest, PackageFileRecord } from './types.ts';

export interface WrittenCity {
  /** Path → bytes, `manifest.json` included. */
  readonly files: Map<string, Uint8Array>;
  readonly manifest: Manifest;
}

interface WrittenFile {
  readonly bytes: Uint8Array;
  readonly record: PackageFileRecord;
}

/**
 * Turns a city into the files of its package. Only files with content are written. Same content, same bytes: features stand in Hilbert
 * order, the rows of JSON files in the order of their keys; notes and sources keep their order, because the sources' places are referred
 * to. Coordinates are rounded to 1e-7°, persons to 1/1000. Throws what `checkCity` throws, `city.crs-unknown`, and
 * `city.field-invalid` for whatever the reader would refuse.
 */
export function writeCity(content: CityContent): WrittenCity {
  checkCity(content);
  projectionOf(content.identity.epsg);
  const written = [...writeLayers(content), ...writeTables(content)];
  if (content.network !== null) written.push(plainFile('network', writeNetwork(content.network)));
  const manifest = manifestOf(
    content,
    written.map((file) => file.record),
  );
  const files = new Map(written.map(({ record, bytes }) => [record.path, bytes]));
  files.set(PACKAGE_FILES.manifest, encodeManifest(manifest));
  return { files, manifest };
}

function writeLayers(content: CityContent): WrittenFile[] {
  const written: WrittenFile[] = [];
  const add = <T>(layer: Layer<T>, items: readonly T[]) => {
    if (items.length > 0) written.push(layerFile(layer, items));
  };
  add(DISTRICT_LAYER, content.districts);
  add(populationLayer(content.identity), roundPersons(content.population));
  add(houseLayer(content.identity), content.houses);
  add(CATCHMENT_LAYER, content.catchments);
  add(CONTEXT_LAYER, content.context);
  add(SUPPLY_AREA_LAYER, content.supplyAreas);
  add(SITE_LAYER, content.sites);
  add(PLOT_LAYER, content.plots);
  if (content.base !== null) {
    for (const name of BASE_LAYER_NAMES) add(BASE_LAYERS[name] as Layer<unknown>, content.base[name]);
  }
  return written;
}

function layerFile<T>(layer: Layer<T>, items: readonly T[]): WrittenFile {
  const path = PACKAGE_FILES[layer.file];
  const name = path.replace('.fgb', '');
  const { bytes, indexBytes } = writeFlatGeobuf(
    name,
    layer.columns,
    items.map((item, i) => layer.toFeature(item, i + 1)),
  );
  const isStreamed = STREAMED_FILES.has(layer.file);
  return {
    bytes,
    record: {
      path,
      bytes: bytes.length,
      sha256: sha256Hex(bytes),
      features: items.length,
      indexBytes: isStreamed ? indexBytes : null,
      indexSha256: isStreamed ? sha256Hex(bytes.subarray(0, indexBytes)) : null,
    },
  };
}

function plainFile(file: PackageFile, bytes: Uint8Array): WrittenFile {
  const path = PACKAGE_FILES[file];
  const sha256 = sha256Hex(bytes);
  return { bytes, record: { path, bytes: bytes.length, sha256, features: null, indexBytes: null, indexSha256: null } };
}

function roundPersons(population: CityContent['population']): CityContent['population'] {
  const round = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);
  return population.map((point) => ({ ...point, total: round(point.total), persons: point.persons.map(round) }));
}

function writeTables(content: CityContent): WrittenFile[] {
  const written: WrittenFile[] = [];
  const add = (file: PackageFile, schema: Parameters<typeof checkShape>[0], value: unknown) => {
    written.push(plainFile(file, encodeJson(checkShape(schema, value, { file: PACKAGE_FILES[file] }))));
  };
  const addRows = (file: PackageFile, schema: Parameters<typeof checkShape>[0], rows: readonly unknown[]) => {
    if (rows.length > 0) add(file, schema, sortedByText(rows));
  };
  const { forecast } = content;
  if (forecast !== null) {
    add('forecast', forecastSchema, { ...forecast, listedSites: sortedByText(forecast.listedSites) });
  }
  addRows('districtFigures', districtFiguresSchema, content.districtFigures);
  const social = content.social.map((indicator) => ({ ...indicator, rows: sortedByText(indicator.rows) }));
  addRows('social', socialSchema, social);
  addRows('history', historySchema, content.history);
  const streets = content.streets.map((street) => ({ ...street, position: street.position.map(roundDegrees) }));
  addRows('streets', streetsSchema, streets);
  return written;
}

/** Rows in the order of their own JSON text. */
function sortedByText<T>(rows: readonly T[]): T[] {
  return rows
    .map((row) => ({ row, text: canonicalJson(row) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ row }) => row);
}

function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

/** For people: most telling fields first, indented. */
function encodeManifest(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${canonicalJson(manifest, { indent: 1, keepRootOrder: true })}\n`);
}

function manifestOf(content: CityContent, files: readonly PackageFileRecord[]): Manifest {
  const { identity } = content;
  const manifest: Manifest = {
    schemaVersion: CITY_SCHEMA_VERSION,
    id: identity.id,
    edition: '',
    name: identity.name,
    invented: identity.invented,
    referenceDate: identity.referenceDate,
    dataDate: identity.dataDate,
    epsg: identity.epsg,
    bbox: identity.bbox,
    demandGrid: identity.demandGrid,
    levels: identity.levels,
    bands: identity.bands,
    years: identity.years,
    variants: identity.variants,
    smallNumberThreshold: identity.smallNumberThreshold,
    schoolCutOff: identity.schoolCutOff,
    words: identity.words,
    services: servicesOf(content),
    sources: content.sources,
    notes: content.notes,
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
  checkShape(manifestSchema, manifest, { file: PACKAGE_FILES.manifest });
  // The manifest lists the checksum of every file, so a hash over it is one over all of them.
  const hash = sha256Hex(encodeManifest(manifest)).slice(0, 12);
  return { ...manifest, edition: `${identity.dataDate}-${hash}` };
}

function servicesOf({ houses, supplyAreas }: CityContent): ServiceId[] {
  const present = new Set<ServiceId>();
  for (const house of houses) for (const offer of house.offers) present.add(offer.service);
  for (const area of supplyAreas) for (const service of area.services) present.add(service);
  return SERVICE_IDS.filter((service) => present.has(service));
}
