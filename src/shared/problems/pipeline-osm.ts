/** Problems and notes of reading OpenStreetMap and of building the walking network. */
export interface OsmProblems {
  'network.built': { nodes: number; edges: number; components: number; largestShare: number };
  'network.loops-dropped': Record<never, never>;
  'network.duplicates-merged': Record<never, never>;
  'network.isolated-dropped': Record<never, never>;
  'network.small-components': { components: number; limit: number };
}
