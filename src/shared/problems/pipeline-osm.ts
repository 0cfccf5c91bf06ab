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
  /** Nothing of the extract can be used, or nothing of it lies in the box asked for. */
  'osm.nothing-inside': Record<never, never>;

  'osm.nodes-missing': { ways: number };
  'osm.members-missing': { relations: number };
  'osm.elements-repeated': Record<never, never>;
  'osm.relations-unclosed': { ids: string };
  'osm.relations-partial': { ids: string };
  'osm.ways-unclosed': { ids: string };
  'osm.areas-repaired': { ids: string };
  'osm.areas-lost': { ids: string };
  'osm.boundaries-broken': { adminLevel: number; ids: string };
  /** `pairs`: `n1 → w2`, the first went into the second. */
  'osm.houses-merged': { pairs: string };
  'osm.capacity-unreadable': { ids: string };
  'osm.capacity-unused': { ids: string };
  'osm.name-at-odds': { ids: string };
  'osm.social-facilities-unused': { ids: string };
  'osm.supply-closed': { ids: string };
  'osm.supply-points': { ids: string };
  'osm.supply-incomplete': { ids: string };
  'osm.supply-merged': { ids: string };
  'osm.green-contained': { ids: string };

  'network.built': { nodes: number; edges: number; components: number; largestShare: number };
  'network.loops-dropped': Record<never, never>;
  'network.duplicates-merged': Record<never, never>;
  'network.isolated-dropped': Record<never, never>;
  'network.small-components': { components: number; limit: number };
}
