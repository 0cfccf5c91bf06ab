import type { Geometry } from 'geojson';
import type {
  BaseMap,
  Building,
  ContextPoint,
  DemandPoint,
  House,
  Street,
  SupplyArea,
  WalkNetwork,
} from '../city/types.ts';
import type { LonLat, LonLatBox } from '../shared/coordinates.ts';

/** One file handed to a reader: its name (for messages) and its bytes. */
export interface SourceBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What long steps need: a way to be stopped and a way to say how far they are. `fraction` is 0–1 within the step. */
export interface BuildContext {
  readonly signal: AbortSignal;
  progress(step: BuildStep, fraction: number): void;
}

export type BuildStep =
  | 'read'
  | 'osm'
  | 'network'
  | 'districts'
  | 'population'
  | 'facilities'
  | 'base'
  | 'generate'
  | 'write';

/** Gives files to the pipeline: Node's file system, a browser's dropped files, a test's map. */
export interface PipelineHost {
  /** Size in bytes; throws `pipeline.source-missing`. */
  size(path: string): Promise<number>;
  read(path: string): Promise<Uint8Array>;
  /** The WebAssembly of SQLite, for GeoPackages; without it they are refused. */
  loadSqliteWasm?(): Promise<Uint8Array>;
}

export type Cell = string | number | boolean | null;

export interface GeoFeature {
  /** 1-based number in the source, for messages. */
  readonly row: number;
  /** WGS 84, rounded to 1e-7°, polygons valid (repaired if need be); `null` where the source has none. */
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, Cell>>;
}

/** Any vector source after reading: same shape whatever the format. */
export interface GeoTable {
  readonly columns: readonly string[];
  readonly features: readonly GeoFeature[];
}

/** Any tabular source after reading. `rows[i]` is row `i + firstRow` of the file; values are trimmed text. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly firstRow: number;
  /** The rows' numbers where blank lines were left out between them; see `rowNumber` in `tables/table-cells.ts`. */
  readonly rowNumbers?: readonly number[];
}

/** Persons of a district, from a table. */
export interface DistrictCounts {
  readonly district: string;
  readonly total: number | null;
  /** Per band of the city. */
  readonly persons: readonly (number | null)[];
}

/** A cell of a population grid, in the grid's own metric CRS. `total: null` = suppressed. */
export interface GridCell {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly total: number | null;
  /** Figures by age group as delivered, keyed by `bandKey` of the group (`0-10`, `80-`). */
  readonly groups: Readonly<Record<string, number | null>>;
}

export interface PopulationGrid {
  readonly epsg: number;
  readonly cellMeters: number;
  readonly cells: readonly GridCell[];
}

/** What an OSM extract gives. Everything lies inside `bbox`; `outside` flags are set later against the study area. */
export interface OsmContent {
  readonly bbox: LonLatBox;
  /** Newest timestamp in the file as ISO date, `null` if none. */
  readonly date: string | null;
  readonly network: WalkNetwork | null;
  readonly houses: readonly House[];
  readonly supplyAreas: readonly SupplyArea[];
  readonly context: readonly ContextPoint[];
  readonly base: BaseMap;
  readonly buildings: readonly Building[];
  readonly streets: readonly Street[];
}

/** An edge for {@link WalkNetwork} construction: indices into the node list, bits of `EDGE_FLAGS`. */
export interface DraftEdge {
  readonly from: number;
  readonly to: number;
  readonly flags: number;
}

export interface DraftNetwork {
  readonly nodes: readonly LonLat[];
  readonly edges: readonly DraftEdge[];
}

export type { DemandPoint };
