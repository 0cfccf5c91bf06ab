/** Problems of the running app: start, map, storage, links. */
export interface AppProblems {
  'app.unexpected': { detail: string };
}
