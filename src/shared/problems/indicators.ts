/** Problems of Kennwerte: what is entered, and what a catalogue file is refused for. */
export interface IndicatorProblems {
  /** `style`: how numbers are read, see `german-numbers.ts`. */
  'indicator.number-unreadable': { found: string; style: 'de' | 'plain' };
  'indicator.date-unreadable': { found: string };
  'indicator.missing': {
    what:
      | 'value'
      | 'limit'
      | 'ages'
      | 'group-size'
      | 'source'
      | 'valid-from'
      | 'reason'
      | 'author'
      | 'reference'
      | 'date'
      | 'body';
  };
  /** In the unit shown to people: per 100, metres, percent, years. */
  'indicator.outside': { found: number; least: number; most: number };
  /** A range without its value. */
  'indicator.range-alone': Record<never, never>;
  'indicator.bounds-crossed': { low: number | null; value: number; high: number | null };
  'indicator.limit-above-largest': { found: number; largest: number };
  'indicator.ages-crossed': { from: number; to: number };
  'indicator.ages-step': { found: number };
  'indicator.unit-wrong': { found: string; expected: readonly string[]; model: string };
  'indicator.model-wrong': { found: string; expected: readonly string[]; service: string };
  'indicator.link-wrong': { found: string };
  'indicator.phase-order': { schoolYear: number };
  /** Another Kennwert of the catalogue speaks of the same service. */
  'indicator.service-twice': { service: string; id: string };
  'indicator.nothing-decided': Record<never, never>;
  'catalogue.not-json': { detail: string };
  'catalogue.shape': { path: string; found: string; expected: string };
  'catalogue.version-newer': { found: number; known: number };
  'catalogue.id-twice': { id: string };
  'catalogue.too-large': { bytes: number; limit: number };
}
