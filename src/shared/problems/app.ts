/** Problems of the running app: start, map, storage, links. */
export interface AppProblems {
  'app.unexpected': { detail: string };
  'app.worker-crashed': { detail: string };
  'app.no-webgl': Record<never, never>;
  'app.no-city-open': Record<never, never>;
  'app.map-failed': { detail: string };
  'app.basemap-unreachable': { host: string };
  'app.worker-restarted': Record<never, never>;
  'app.storage-refused': Record<never, never>;
  /** Parts of a link, as `key=value`, that are not known here. */
  'app.link-not-understood': { parts: string };
  'app.object-unknown': { object: string };
  'app.city-unknown': { city: string };
  'app.city-not-built': { city: string };
}
