/** Problems of scenarios and measures: what is entered, where something is placed, what cannot be suggested. */
export interface MeasureProblems {
  /** `style`: how numbers are read, see `german-numbers.ts`. */
  'measure.number-unreadable': { found: string; style: 'de' | 'plain' };
  'measure.date-unreadable': { found: string };
  'measure.missing': { what: 'name' | 'place' | 'house' | 'places' | 'reason' };
  'measure.outside-city': { lat: number; lon: number };
  /** A place that was typed and is not known. */
  'measure.place-unknown': { found: string };
  /** ISO dates. */
  'measure.closed-before-open': { opens: string; closes: string };
  'measure.not-suggested': { service: string };
  /** A new school that is nearest for nobody. */
  'measure.no-catchment': Record<never, never>;
  /** A cell that is to belong to a catchment lies beyond the city's border. */
  'measure.catchment-outside': Record<never, never>;
  /** The last cell of a catchment is to be taken out. */
  'measure.catchment-empty': Record<never, never>;
}
