import type { AddProtocolAction } from 'maplibre-gl';
import { type Problem, ProblemError } from '../shared/problem.ts';
import type { MapClient } from './map-client.ts';
import { parseTileUrl } from './sources.ts';

/**
 * How MapLibre loads the base map's tiles: from the client; the page only hands buffers over. A worker that died under a tile is asked
 * once more, for a new one takes its place. Other problems go to `onProblem`, and the tile stays empty.
 */
export function createTileLoader(client: MapClient, onProblem: (problem: Problem) => void): AddProtocolAction {
  return async ({ url }, { signal }) => {
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
  };
}

function hasCrashed(thrown: unknown): boolean {
  return thrown instanceof ProblemError && thrown.problem.code === 'app.worker-crashed';
}
