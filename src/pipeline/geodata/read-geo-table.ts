import { fail, type Note, note } from '../../shared/problem.ts';
import type { GeoFormat } from '../../shared/problems/pipeline-geodata.ts';
import type { WithNotes } from '../../shared/result.ts';
import type { GeoTable, SourceBytes } from '../types.ts';
import { chooseLayer } from './choose-layer.ts';
import type { RawLayer } from './geo-layer.ts';
import { type AxisOrder, placeFeatures } from './place-features.ts';
import { readFlatGeobuf } from './read-flatgeobuf.ts';
import { type LoadSqliteWasm, readGeoPackage } from './read-geopackage.ts';
import { readJson } from './read-json.ts';
import { readKml } from './read-kml.ts';
import { readShapefile } from './read-shapefile.ts';
import { recogniseContent, refuseForeign } from './recognise-content.ts';
import { repairFeatures } from './repair-features.ts';
import { type CrsOptions, resolveCrs } from './resolve-crs.ts';
import { type Unpacked, unpackSources } from './unpack-sources.ts';

/** How a vector source is to be read; everything may be left out. */
export interface GeoTableOptions extends CrsOptions {
  /** Refuses anything else. Recognised by content unless stated. */
  readonly format?: GeoFormat | undefined;
  /** Encoding of a shapefile's table, where its `.cpg` is missing or wrong: `utf-8`, `windows-1252`, `cp850`, … */
  readonly encoding?: string | undefined;
  /** Layer of a GeoPackage, object of a TopoJSON, or file (without ending) of an archive with several. */
  readonly layer?: string | undefined;
  readonly axisOrder?: AxisOrder | undefined;
  /** Needed for GeoPackages. */
  readonly loadSqliteWasm?: LoadSqliteWasm | undefined;
  /** Unpacked size at which an archive is refused; default `UNPACKED_LIMIT_BYTES`. */
  readonly unpackedLimitBytes?: number | undefined;
}

type DataFormat = Exclude<GeoFormat, 'geojson' | 'topojson'> | 'json';

/** A file that holds map data. */
interface Dataset {
  readonly file: SourceBytes;
  readonly format: DataFormat;
}

function stemOf(name: string): string {
  return name.replace(/\.[^./]*$/, '');
}

function baseNameOf(name: string): string {
  return stemOf(name).split('/').at(-1) as string;
}

/** JSON in archives is often something else (a description of the data). */
function looksLikeGeoJson({ bytes }: SourceBytes): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 100_000));
  return /"type"\s*:\s*"(FeatureCollection|Feature|Topology|GeometryCollection|(Multi)?(Point|LineString|Polygon))"/.test(
    head,
  );
}

function datasetsOf({ files, names }: Unpacked): Dataset[] {
  return files.flatMap((file): Dataset[] => {
    const content = recogniseContent(file);
    if (content.is !== 'map-data') return [];
    const isFromArchive = names.includes(file.name);
    return isFromArchive && content.format === 'json' && !looksLikeGeoJson(file)
      ? []
      : [{ file, format: content.format }];
  });
}

function refuseWithout(sources: readonly SourceBytes[], unpacked: Unpacked): never {
  const first = sources[0];
  const file = first?.name ?? '';
  if (unpacked.names.includes('[Content_Types].xml')) return refuseForeign('excel', file);
  if (unpacked.names.length > 0) {
    return fail('geodata.archive-without-map-data', { found: unpacked.names.slice(0, 8).join(', ') }, { file });
  }
  const content = first === undefined ? null : recogniseContent(unpacked.files[0] ?? first);
  return refuseForeign(content?.is === 'foreign' ? content.content : 'empty', file);
}

/** The dataset asked for, and the layer to look for inside it (none if its name chose the file). */
function chooseDataset(sources: readonly SourceBytes[], unpacked: Unpacked, layer: string | undefined) {
  const datasets = datasetsOf(unpacked);
  const [only, ...others] = datasets;
  if (only === undefined) return refuseWithout(sources, unpacked);
  if (others.length === 0) return { dataset: only, layer };
  const names = datasets.map(({ file }) => baseNameOf(file.name));
  const chosen = chooseLayer(names, layer, sources[0]?.name ?? '');
  return { dataset: datasets[names.indexOf(chosen)] as Dataset, layer: undefined };
}

function readDataset(
  { file, format }: Dataset,
  layer: string | undefined,
  files: readonly SourceBytes[],
  options: GeoTableOptions,
): RawLayer | Promise<RawLayer> {
  switch (format) {
    case 'json':
      return readJson(file, layer);
    case 'kml':
      return readKml(file);
    case 'flatgeobuf':
      return readFlatGeobuf(file);
    case 'geopackage':
      return readGeoPackage(file, layer, options.loadSqliteWasm);
    case 'shapefile': {
      const part = (ending: string) => {
        const name = `${stemOf(file.name)}.${ending}`.toLowerCase();
        return files.find((other) => other.name.toLowerCase() === name);
      };
      return readShapefile({ shp: file, dbf: part('dbf'), prj: part('prj'), cpg: part('cpg') }, options.encoding);
    }
  }
}

const FORMATS_BY_ENDING: Readonly<Record<string, readonly GeoFormat[]>> = {
  geojson: ['geojson'],
  json: ['geojson', 'topojson'],
  topojson: ['topojson'],
  shp: ['shapefile'],
  gpkg: ['geopackage'],
  fgb: ['flatgeobuf'],
  kml: ['kml'],
};

/** A file whose ending promises another format is read for what it is, and that is said. */
function notesOnEnding({ file, format }: RawLayer): Note[] {
  const ending = /\.([^./]*)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  const isOther = FORMATS_BY_ENDING[ending]?.includes(format) === false || /^(csv|txt|xml|gml|xlsx)$/.test(ending);
  return isOther ? [note('info', 'geodata.ending-differs', { format, ending }, { where: { file } })] : [];
}

/**
 * Reads a vector source of any format into one shape: WGS 84 rounded to 1e-7°, polygons valid. `sources` is one file, or the parts of a
 * shapefile; archives and gzip are unpacked. The format is recognised by content. What was repaired, left out or assumed stands in the
 * notes. Throws `geodata.not-map-data` and `geodata.archive-without-map-data` (says what the file is), `geodata.format-differs`,
 * `geodata.no-features`, and what the readers, {@link resolveCrs} and {@link placeFeatures} throw.
 */
export async function readGeoTable(
  sources: readonly SourceBytes[],
  options: GeoTableOptions = {},
): Promise<WithNotes<GeoTable>> {
  const unpacked = unpackSources(sources, options.unpackedLimitBytes);
  const chosen = chooseDataset(sources, unpacked, options.layer);
  const layer = await readDataset(chosen.dataset, chosen.layer, unpacked.files, options);
  if (options.format !== undefined && options.format !== layer.format) {
    fail('geodata.format-differs', { expected: options.format, found: layer.format }, { file: layer.file });
  }
  if (layer.features.length === 0) fail('geodata.no-features', {}, { file: layer.file });
  const { crs, notes } = resolveCrs(layer, options);
  const repaired = repairFeatures(layer, placeFeatures(layer, crs, options.axisOrder));
  return {
    data: { columns: layer.columns, features: repaired.data },
    notes: [...notesOnEnding(layer), ...layer.notes, ...notes, ...repaired.notes],
  };
}
