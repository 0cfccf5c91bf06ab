import { GeoJSONVT, type GeoJSONVTOptions, type GeoJSONVTTile, geoJSONToTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature, Geometry } from 'geojson';
import type { OpenedCity } from '../city/open-city.ts';
import { readBaseLayer } from '../city/read-city.ts';
import { openStreamedLayer, type StreamedName } from '../city/streamed-layer.ts';
import type { BaseMap } from '../city/types.ts';
import { BASE_ZOOMS, type BaseLayerName, type BasePart } from '../questions/map-calls.ts';
import type { LonLatBox } from '../shared/coordinates.ts';
import { lruCache } from './lru-cache.ts';
import { once } from './once.ts';

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

export interface BaseTiles {
  /** Reads and indexes the ground layers ahead of the first tile. A failure shows when a tile is asked for. */
  prepare(): void;
  /** MVT bytes, a fresh buffer that may be transferred; empty where there is nothing. */
  tile(part: BasePart, address: TileAddress, signal: AbortSignal): Promise<ArrayBuffer>;
}

interface Options {
  readonly places: () => Promise<BaseMap['places']>;
  /** Aborted when the city is closed. */
  readonly signal: AbortSignal;
}

type GroundLayer = Exclude<BaseLayerName, StreamedName>;
type Properties = Readonly<Record<string, string | number | boolean>>;

const EXTENT = 4096;
/** Units of a tile that are drawn beyond its edge, so that casings and labels do not end there. */
const BUFFER = 96;

const OPTIONS: GeoJSONVTOptions = {
  extent: EXTENT,
  buffer: BUFFER,
  tolerance: 3,
  indexMaxZoom: 4,
  indexMaxPoints: 200_000,
};

/** The zoom from which a kind is in the tiles; a kind that is not listed, from the first. Lower zooms show the net, not every road. */
const ROADS_FROM_ZOOM: Readonly<Record<string, number>> = { primary: 8, secondary: 9, tertiary: 11 };
/** Streets without a house door on them only where they can be told apart. */
const WIDE_STREETS: ReadonlySet<string> = new Set(['residential', 'pedestrian', 'living_street', 'unclassified']);
const BUILDINGS_FROM_ZOOM = 14;
const ALL_STREETS_FROM_ZOOM = 14;

/** Zoom of the squares in which streamed layers are fetched and kept: deeper tiles are cut from them. */
const FETCH_ZOOM: Readonly<Record<StreamedName, number>> = { streets: 13, buildings: 14 };

const GROUND_LAYERS: readonly GroundLayer[] = ['water', 'waterways', 'green', 'builtUp', 'roads', 'rail', 'places'];

/**
 * Cuts the base map of a package into vector tiles. The ground layers are read whole when the first tile is asked for; streets and
 * buildings are fetched by bbox, square by square. Tiles and squares are kept in small caches.
 */
export function createBaseTiles(opened: OpenedCity, { places, signal: closed }: Options): BaseTiles {
  const ground = once(() => indexGround(opened, places, closed));
  const streamed = {
    streets: createSquares(opened, 'streets', closed, ({ kind, name }) => named({ kind }, name)),
    buildings: createSquares(opened, 'buildings', closed, ({ residential }) => ({ residential: residential === true })),
  };
  const cache = lruCache<Uint8Array>(400);

  const cut = async (
    part: BasePart,
    address: TileAddress,
    signal: AbortSignal,
  ): Promise<Record<string, GeoJSONVTTile>> => {
    if (part === 'ground') return cutGround(await ground(), address);
    const layers: Record<string, GeoJSONVTTile> = {};
    const streets = await streamed.streets.featuresOf(address, signal);
    const shown =
      address.z >= ALL_STREETS_FROM_ZOOM
        ? streets
        : streets.filter(({ properties }) => WIDE_STREETS.has(String(properties?.kind)));
    addLayer(layers, 'streets', cutFeatures(shown, address));
    if (address.z >= BUILDINGS_FROM_ZOOM) {
      addLayer(layers, 'buildings', cutFeatures(await streamed.buildings.featuresOf(address, signal), address));
    }
    return layers;
  };

  return {
    prepare: () => void ground().catch(() => {}),
    async tile(part, address, signal) {
      const { z, x, y } = address;
      const zooms = BASE_ZOOMS[part];
      if (z < zooms.from || z > zooms.to || !boxesTouch(boxOfTile(address), opened.manifest.bbox))
        return new ArrayBuffer(0);
      const key = `${part}/${z}/${x}/${y}`;
      let bytes = cache.get(key);
      if (bytes === undefined) {
        bytes = encode(await cut(part, address, signal));
        cache.set(key, bytes);
      }
      // A copy: what is handed over is gone from here.
      return bytes.slice().buffer as ArrayBuffer;
    },
  };
}

async function indexGround(
  opened: OpenedCity,
  places: Options['places'],
  signal: AbortSignal,
): Promise<ReadonlyMap<GroundLayer, GeoJSONVT>> {
  const read = await Promise.all(
    GROUND_LAYERS.map(async (name) => {
      const items = name === 'places' ? await places() : await readBaseLayer(opened, name, { signal });
      const features = items.map((item) => {
        const rank = 'rank' in item ? { rank: item.rank } : {};
        return feature(item.geometry, named({ kind: item.kind, ...rank }, item.name));
      });
      const data = { type: 'FeatureCollection' as const, features };
      return [name, new GeoJSONVT(data, { ...OPTIONS, maxZoom: BASE_ZOOMS.ground.to })] as const;
    }),
  );
  return new Map(read);
}

function cutGround(
  index: ReadonlyMap<GroundLayer, GeoJSONVT>,
  { z, x, y }: TileAddress,
): Record<string, GeoJSONVTTile> {
  const layers: Record<string, GeoJSONVTTile> = {};
  for (const [name, layer] of index) {
    const tile = layer.getTile(z, x, y);
    if (tile === null) continue;
    if (name !== 'roads') {
      addLayer(layers, name, tile);
      continue;
    }
    const shown = tile.features.filter(({ tags }) => z >= (ROADS_FROM_ZOOM[String(tags?.kind)] ?? 0));
    addLayer(layers, name, { ...tile, features: shown } as GeoJSONVTTile);
  }
  return layers;
}

function addLayer(layers: Record<string, GeoJSONVTTile>, name: BaseLayerName, tile: GeoJSONVTTile): void {
  if (tile.features.length > 0) layers[name] = tile;
}

function cutFeatures(features: readonly Feature[], { z, x, y }: TileAddress): GeoJSONVTTile {
  const data = { type: 'FeatureCollection' as const, features: features as Feature[] };
  return geoJSONToTile(data, z, x, y, { ...OPTIONS, maxZoom: BASE_ZOOMS.detail.to, clip: true });
}

function encode(layers: Record<string, GeoJSONVTTile>): Uint8Array {
  if (Object.keys(layers).length === 0) return new Uint8Array(0);
  return fromGeojsonVt(layers, { version: 2, extent: EXTENT });
}

interface Squares {
  /** The features of the square that holds the tile, each with its box tested against the tile's. */
  featuresOf(address: TileAddress, signal: AbortSignal): Promise<readonly Feature[]>;
}

function createSquares<N extends StreamedName>(
  opened: OpenedCity,
  name: N,
  closed: AbortSignal,
  propertiesOf: (item: BaseMap[N][number]) => Properties,
): Squares {
  const layer = once(() => openStreamedLayer(opened, name, { signal: closed }));
  const squares = lruCache<Promise<readonly Feature[]>>(48);

  const fetchSquare = async (square: TileAddress, signal: AbortSignal) => {
    const stream = await layer();
    if (stream === null) return [];
    const items = (await stream.featuresInBox(grownBox(square), signal)) as BaseMap[N][number][];
    return items.map((item) => feature(item.geometry, propertiesOf(item)));
  };

  const squareOf = async (square: TileAddress, signal: AbortSignal): Promise<readonly Feature[]> => {
    const key = `${square.z}/${square.x}/${square.y}`;
    const kept = squares.get(key);
    if (kept !== undefined) {
      try {
        return await kept;
      } catch (thrown) {
        // The caller that had started this fetch gave it up; this one has not.
        if (!isAbort(thrown) || signal.aborted) throw thrown;
        return squareOf(square, signal);
      }
    }
    const fetching = fetchSquare(square, signal);
    squares.set(key, fetching);
    fetching.catch(() => {
      if (squares.get(key) === fetching) squares.delete(key);
    });
    return fetching;
  };

  return {
    featuresOf: ({ z, x, y }, signal) => {
      const up = Math.max(0, z - FETCH_ZOOM[name]);
      return squareOf({ z: z - up, x: x >> up, y: y >> up }, signal);
    },
  };
}

function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'AbortError';
}

function feature(geometry: Geometry, properties: Properties): Feature {
  return { type: 'Feature', geometry, properties };
}

/** Properties with the name where there is one: tiles know no `null`. */
function named(properties: Properties, name: string | null): Properties {
  return name === null ? properties : { ...properties, name };
}

const lonOfTile = (x: number, z: number) => (x / 2 ** z) * 360 - 180;
const latOfTile = (y: number, z: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI;

/** The degrees a tile covers. */
export function boxOfTile({ z, x, y }: TileAddress): LonLatBox {
  return [lonOfTile(x, z), latOfTile(y + 1, z), lonOfTile(x + 1, z), latOfTile(y, z)];
}

/** The tile's box with its buffer. */
function grownBox(address: TileAddress): LonLatBox {
  const [west, south, east, north] = boxOfTile(address);
  const dx = ((east - west) * BUFFER) / EXTENT;
  const dy = ((north - south) * BUFFER) / EXTENT;
  return [west - dx, south - dy, east + dx, north + dy];
}

function boxesTouch(a: LonLatBox, b: LonLatBox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
