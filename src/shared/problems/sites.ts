/** What a form about a site refuses. */
export interface SiteProblems {
  /** "ca. 45" where a number is asked for. */
  'site.number-invalid': { found: string };
  'site.number-outside': { found: number; from: number; to: number };
  'site.year-invalid': { found: string; from: number; to: number };
  'site.date-invalid': { found: string };
  /** Steps of occupancy as `2029: 50; 2030: 50`. */
  'site.phases-invalid': { found: string };
  /** A part of a site that would be nothing, or all of it. */
  'site.split-share': { percent: number };
  'site.name-missing': Record<never, never>;
  'site.place-missing': Record<never, never>;
  /** A line of coordinates that is no place. */
  'site.coordinates-invalid': { found: string; line: number };
  'site.corners-missing': { found: number };
  'site.outside-city': Record<never, never>;
  'site.text-missing': Record<never, never>;
}
