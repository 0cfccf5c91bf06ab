import { addProtocol, removeProtocol } from 'maplibre-gl';
import { type Problem, ProblemError } from '../shared/problem.ts';
import type { MapClient } from './map-client.ts';
import { parseTileUrl, TILE_PROTOCOL } from './sources.ts';

/**
 * Lets MapLibre load the base map's tiles from the client: the page only hands buffers over. A worker that died under a tile is asked
 * once more, for a new one takes its place. Other problems go to `onProblem`, and the tile stays empty. Gives back a function that ends it.
 */
export function connectTiles(client: MapClient, onProblem: (problem: Problem) => void): () => void {
  addProtocol(TILE_PROTOCOL, async ({ url }, { signal }) => {
    const address = parseTileUrl(url);
    if (address === null) return { data: new ArrayBuffer(0) };
    const load = () => client.call('baseTile', address, { signal });
    try {
      const data = await load().catch((thrown) => (hasCrashed(thrown) ? load() : Promise.reject(thrown)));
      return { data };
    } catch (thrown) {
      if (signal.aborted || !(thrown instanceof ProblemError)) throw thrown;
      onProblem(thrown.problem);
      return { data: new ArrayBuffer(0) };
    }
  });
  return () => removeProtocol(TILE_PROTOCOL);
}

function hasCrashed(thrown: unknown): boolean {
  return thrown instanceof ProblemError && thrown.problem.code === 'app.worker-crashed';
}
