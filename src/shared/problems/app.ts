/** Problems of the running app: start, map, storage, links. */
export interface AppProblems {
  'app.unexpected': { detail: string };
  'app.worker-crashed': { detail: string };
  'app.no-webgl': Record<never, never>;
  'app.no-city-open': Record<never, never>;
  'app.map-failed': { detail: string };
  'app.basemap-unreachable': { host: string };
}
