declare module 'dijkstrajs' {
  const dijkstra: {
    /** Nodes of the shortest path; throws if there is none. */
    find_path(graph: Record<string, Record<string, number>>, from: string, to: string): string[];
  };
  // biome-ignore lint/style/noDefaultExport: the library exports so
  export default dijkstra;
}
