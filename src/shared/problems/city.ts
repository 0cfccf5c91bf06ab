/** Problems of a city package: reading, checking, streaming. */
export interface CityProblems {
  'city.file-missing': { file: string };
  'city.crs-unknown': { found: string; known: string };
}
