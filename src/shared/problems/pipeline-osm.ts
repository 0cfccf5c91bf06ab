/** What a file that is no OSM extract turned out to be. */
export type FoundFormat = 'zip' | '7z' | 'xz' | 'zstd' | 'html' | 'json' | 'pbf-packed' | 'text' | 'binary';

/** Problems and notes of reading OpenStreetMap and of building the walking network. Ids are written `n1`, `w1`, `r1`. */
export interface OsmProblems {
  'osm.empty-file': Record<never, never>;
  'osm.format-unknown': { found: FoundFormat };
  /** The root element of an XML file is not `osm`. */
  'osm.root-unknown': { found: string };
  /** `position` = byte of the file where the part begins that is not all there. */
  'osm.truncated': { position: number };
  'osm.damaged': { position: number; detail: string };
  'osm.xml-damaged': { detail: string };
  'osm.too-large': { limitBytes: number };
  'osm.block-too-large': { foundBytes: number; limitBytes: number; position: number };
  'osm.compression-unknown': { found: string };
  'osm.feature-unknown': { found: string };
  'osm.id-invalid': { found: string };
  'osm.coordinate-invalid': { found: string };
  'osm.no-elements': Record<never, never>;

  'network.built': { nodes: number; edges: number; components: number; largestShare: number };
  'network.loops-dropped': Record<never, never>;
  'network.duplicates-merged': Record<never, never>;
  'network.isolated-dropped': Record<never, never>;
  'network.small-components': { components: number; limit: number };
}
