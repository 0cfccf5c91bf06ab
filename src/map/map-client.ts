import type { MapCalls } from '../questions/map-calls.ts';

/** Anything that can answer the map's calls: the worker's client fits as it is. */
export interface MapClient {
  call<N extends keyof MapCalls>(
    name: N,
    input: MapCalls[N]['input'],
    options?: { readonly signal?: AbortSignal },
  ): Promise<MapCalls[N]['output']>;
}
