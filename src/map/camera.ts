/** What the map looks at. `zoom` as in MapLibre (512 px tiles), `bearing` in degrees clockwise from north. */
export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
  readonly bearing: number;
}
